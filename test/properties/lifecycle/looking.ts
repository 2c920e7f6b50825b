import { expect } from 'vitest'
import * as z from 'zod'
import { expectNoLeak, expectRefusal, expectStatus } from './answers.ts'
import { isKnown, unitOf, type Person } from './people.ts'
import { dayOf, isShownTo, written, yearOf } from './reckoning.ts'
import type { Filters } from './requests.ts'
import type { Service } from './service.ts'
import { historySeenBy, listedFor, overdueSeen, seenBy, statementFor } from './views.ts'
import type { Card, World } from './world.ts'

const items = z.object({ items: z.array(z.unknown()) })
const page = items.extend({ next: z.string().nullable() })

const mayRead = ({ role }: Person): boolean => role === 'ukfiu' || role === 'force'

const statusFor = (person: Person, card: Card | undefined): number => {
  if (!mayRead(person)) return 403
  return card && isShownTo(person, card) ? 200 : 404
}

/** Somebody reads a referral and its history: all of what they may see and nothing else. */
export const look = async (world: World, service: Service, by: Person, id: string): Promise<number> => {
  const { cards } = world
  const card = cards.find((each) => each.id === id)
  const expected = statusFor(by, card)
  const sent = { by, path: { id } }
  const [read, told] = await Promise.all([
    service.call({ ...sent, route: 'readReferral' }),
    service.call({ ...sent, route: 'readHistory' }),
  ])
  for (const reply of [read, told]) {
    expectNoLeak(reply, cards)
    expectStatus(reply, expected)
    if (expected !== 200) expectRefusal(reply)
  }
  if (expected !== 200 || !card) return expected
  expect(read.body).toEqual(seenBy(by, cards, card, dayOf(written(world.now))))
  expect(read.headers).toMatchObject({ etag: `"${card.history.length}"` })
  expect(items.parse(told.body).items).toMatchObject(historySeenBy(by, cards, card))
  return expected
}

/** Somebody walks through a list, page by page: exactly what it must hold, each once, in its order. */
export const walk = async (world: World, service: Service, by: Person, filters: Filters, limit: number) => {
  const { cards } = world
  const day = dayOf(written(world.now))
  const found: unknown[] = []
  const places: string[] = []
  let next: string | null = null
  do {
    const place: Record<string, string> = next === null ? {} : { cursor: next }
    const query = { ...filters, limit: String(limit), ...place }
    const reply = await service.call({ route: 'listReferrals', by, query })
    expectNoLeak(reply, cards)
    expectStatus(reply, mayRead(by) ? 200 : 403)
    if (!mayRead(by)) return []
    const told: z.infer<typeof page> = page.parse(reply.body)
    expect(told.items.length).toBeLessThanOrEqual(limit)
    found.push(...told.items)
    next = told.next
    if (next !== null) places.push(next)
    expect(places.length, 'The list goes on and on.').toBeLessThan(100)
  } while (next !== null)
  expect(found).toEqual(listedFor(by, cards, filters, day).map((card) => seenBy(by, cards, card, day)))
  return places
}

/** A place in a list goes with the filters that it was given for; with others it finds something, and no more. */
export const stray = async (world: World, service: Service, by: Person, filters: Filters, cursor: string) => {
  const reply = await service.call({ route: 'listReferrals', by, query: { ...filters, cursor } })
  expectNoLeak(reply, world.cards)
  expectStatus(reply, 200)
}

/** Somebody asks for an organisation's statement of this year: of the referrals that they may see, and no other. */
export const state = async (world: World, service: Service, by: Person, code: string): Promise<number> => {
  const day = dayOf(written(world.now))
  const reply = await service.call({ route: 'readStatement', by, path: { code } })
  const isTheirs =
    isKnown(code) && (by.role === 'ukfiu' || code === by.organisation || unitOf(code) === by.organisation)
  expectNoLeak(reply, world.cards)
  expectStatus(reply, mayRead(by) ? (isTheirs ? 200 : 404) : 403)
  if (reply.status !== 200) expectRefusal(reply)
  else {
    const { referrals } = z.object({ referrals: z.array(z.unknown()) }).parse(reply.body)
    expect(referrals).toMatchObject(statementFor(by, world.cards, code, yearOf(day), day))
  }
  return reply.status
}

const nonResponses = z.object({
  organisations: z.array(
    z.object({
      code: z.string(),
      overdue: z.array(z.object({ id: z.string(), owed: z.string(), dueOn: z.string() })),
    }),
  ),
})

/** The UKFIU, and nobody else, is told of everything overdue. */
export const seeOverdue = async (world: World, service: Service, by: Person): Promise<void> => {
  const reply = await service.call({ route: 'readNonResponses', by })
  expectNoLeak(reply, world.cards)
  expectStatus(reply, by.role === 'ukfiu' ? 200 : 403)
  if (reply.status !== 200) return expectRefusal(reply)
  const told = nonResponses.parse(reply.body).organisations
  const found = told.flatMap(({ code, overdue }) => overdue.map((each) => ({ ...each, organisation: code })))
  const inOrder = found.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  expect(inOrder).toEqual(overdueSeen(world.cards, dayOf(written(world.now))))
}
