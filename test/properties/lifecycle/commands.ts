import * as fc from 'fast-check'
import { vi } from 'vitest'
import { daysOn } from '../../support/reference.ts'
import { ask, type Real } from './asking.ts'
import { look, state, stray, walk } from './looking.ts'
import { people, type Person } from './people.ts'
import { dayOf, written } from './reckoning.ts'
import type { Filters } from './requests.ts'
import { againWished, cardFor, changeWished, registrationWished } from './wished.ts'
import {
  againWish,
  atOnceWish,
  changeWish,
  clockWish,
  listWish,
  lookWish,
  registerWish,
  statementWish,
} from './wishes.ts'
import type { World } from './world.ts'

type Command = fc.AsyncCommand<World, Real>

/** A command prints what came of it when it was last run; one that failed, what was wished. */
const command = (wish: unknown, run: (world: World, real: Real) => Promise<string>): Command => {
  let came = ''
  return {
    check: () => true,
    run: async (world, real) => {
      const now = written(world.now)
      came = `\n  ${now} FAILS: ${fc.stringify(wish)}`
      came = `\n  ${now} ${await run(world, real)}`
    },
    toString: () => came,
  }
}

/** Moves the time that everything in this process goes by. */
export const setTime = (world: World, now: number): void => {
  world.now = now
  vi.setSystemTime(now)
}

const somebody = fc.constantFrom(...people)

const registering: fc.Arbitrary<Command> = fc
  .tuple(registerWish, somebody)
  .map(([wish, onlooker]) =>
    command(wish, (world, real) => ask(world, real, [registrationWished(world, wish)], onlooker)),
  )

const registeringAgain: fc.Arbitrary<Command> = fc
  .tuple(againWish, somebody)
  .map(([wish, onlooker]) =>
    command(wish, (world, real) => ask(world, real, againWished(world, wish), onlooker)),
  )

const changing: fc.Arbitrary<Command> = fc
  .tuple(changeWish, somebody)
  .map(([wish, onlooker]) =>
    command(wish, (world, real) => ask(world, real, [changeWished(world, wish)], onlooker)),
  )

const twoAtOnce: fc.Arbitrary<Command> = fc.tuple(atOnceWish, somebody).map(([wish, onlooker]) =>
  command(wish, (world, real) => {
    const { which, one, other } = wish
    const asked = [changeWished(world, one, which), changeWished(world, other, which)]
    return ask(world, real, asked, onlooker)
  }),
)

const twoRegistrationsAtOnce: fc.Arbitrary<Command> = fc
  .tuple(registerWish, registerWish, somebody)
  .map(([one, other, onlooker]) =>
    command([one, other], (world, real) => {
      // Of one SAR, so that they meet in the register.
      const same = { ...other, says: { ...other.says, sar: one.says.sar } }
      const asked = [registrationWished(world, one), registrationWished(world, same)]
      return ask(world, real, asked, onlooker)
    }),
  )

const looking: fc.Arbitrary<Command> = lookWish.map((wish) =>
  command(wish, async (world, real) => {
    const { which, by } = wish
    const id = cardFor(world, which)?.id ?? 'R-0000-0000'
    return `${by.id}: looks at ${id} -> ${await look(world, real.service, by, id)}`
  }),
)

const on = (world: World, days: number | undefined): string | undefined =>
  days === undefined ? undefined : daysOn(dayOf(written(world.now)), days)

const filtersOf = (given: Readonly<Record<keyof Filters, string | undefined>>): Filters =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))

/** The UKFIU's list asks every organisation for each page: it gets few pages. */
const limitFor = (by: Person, limit: number): number => (by.role === 'ukfiu' ? Math.max(limit, 3) : limit)

const listing: fc.Arbitrary<Command> = listWish.map((wish) =>
  command(wish, async (world, real) => {
    const { by, organisation, status, overdue, from, to, limit } = wish
    const dates = { referredFrom: on(world, from), referredTo: on(world, to) }
    const filters = filtersOf({ organisation, status, overdue, ...dates })
    const pages = await walk(world, real.service, by, filters, limitFor(by, limit))
    const [place] = pages
    const others = { referredFrom: on(world, 1) ?? '', status: 'outcome_received' }
    if (place !== undefined) await stray(world, real.service, by, others, place)
    return `${by.id}: lists ${JSON.stringify(filters)} by ${limit} -> ${pages.length + 1} pages`
  }),
)

const stating: fc.Arbitrary<Command> = statementWish.map((wish) =>
  command(wish, async (world, real) => {
    const { by, organisation } = wish
    return `${by.id}: statement of ${organisation} -> ${await state(world, real.service, by, organisation)}`
  }),
)

const movingTheClock: fc.Arbitrary<Command> = clockWish.map((wish) =>
  command(wish, (world) => {
    setTime(world, world.now + (wish.days * 1440 + wish.minutes) * 60_000)
    return Promise.resolve(`the clock moves to ${written(world.now)}`)
  }),
)

/** A few registrations to begin with, so that there is something to ask about. */
export const beginnings = fc.array(registering, { minLength: 1, maxLength: 3 })

/** Anything that anybody may do next, what changes something more often than what only reads. */
export const anything = fc.oneof(
  { weight: 3, arbitrary: registering },
  { weight: 1, arbitrary: registeringAgain },
  { weight: 16, arbitrary: changing },
  { weight: 3, arbitrary: twoAtOnce },
  { weight: 1, arbitrary: twoRegistrationsAtOnce },
  { weight: 1, arbitrary: looking },
  { weight: 2, arbitrary: listing },
  { weight: 1, arbitrary: stating },
  { weight: 4, arbitrary: movingTheClock },
)
