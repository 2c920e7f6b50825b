import { expect } from 'vitest'
import * as z from 'zod'
import { expectAnswer, expectNoLeak, expectRefusal } from './answers.ts'
import { judge, type Verdict } from './judge.ts'
import { ukfiu, unitOf, type Person } from './people.ts'
import { dayOf, isShownTo, written, yearOf } from './reckoning.ts'
import { sentAs, type Asked, type Filters } from './requests.ts'
import type { Reply, Service } from './service.ts'
import { expectStored, itemsOf, named, type Item, type Seen } from './stored.ts'
import { historySeenBy, listedFor, seenBy, statementFor } from './views.ts'
import type { Card, Cards, World } from './world.ts'

/** The service with all that was ever seen of its histories. */
export type Real = { readonly service: Service; readonly seen: Seen }

const items = z.object({ items: z.array(z.unknown()) })
const page = items.extend({ next: z.string().nullable() })

const mayRead = ({ role }: Person): boolean => role === 'ukfiu' || role === 'force'

const statusFor = (person: Person, card: Card | undefined): number => {
  if (!mayRead(person)) return 403
  return card && isShownTo(person, card) ? 200 : 404
}

/** Somebody reads a referral and its history: all of what they may see and nothing else. */
export const look = async (world: World, { service }: Real, by: Person, id: string): Promise<number> => {
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
    expect(reply.status, reply.text).toBe(expected)
    if (expected !== 200) expectRefusal(reply)
  }
  if (expected !== 200 || !card) return expected
  expect(read.body).toEqual(seenBy(by, cards, card, dayOf(written(world.now))))
  expect(read.headers).toMatchObject({ etag: `"${card.history.length}"` })
  expect(items.parse(told.body).items).toMatchObject(historySeenBy(by, cards, card))
  return expected
}

const matches = (
  replies: readonly Reply[],
  verdicts: readonly Verdict[],
  stored: readonly Item[],
  day: string,
): Cards => {
  const last = named(verdicts.at(-1)?.cards ?? [], stored)
  replies.forEach((reply, place) => {
    expectNoLeak(reply, last)
    const verdict = verdicts[place]
    if (verdict) expectAnswer(reply, { ...verdict, cards: named(verdict.cards, stored) }, last, day)
  })
  return last
}

/** Requests one after the other, each judged as the one before it leaves things. */
const inTurn = (cards: Cards, asked: readonly Asked[], now: string): readonly Verdict[] => {
  const verdicts: Verdict[] = []
  for (const each of asked) verdicts.push(judge(verdicts.at(-1)?.cards ?? cards, each, now))
  return verdicts
}

const tellOf = ({ sent, status }: Reply): string => {
  const about = sent.path?.['id'] ?? ''
  const match = sent.ifMatch === undefined ? '' : ` If-Match ${sent.ifMatch}`
  return `${sent.by.id}: ${sent.route} ${about}${match} ${JSON.stringify(sent.body)} -> ${status}`
}

/**
 * Sends requests all at once. What comes of them must be what comes of them in one order or another, one after the
 * other. Then everything stored must be right, and somebody has a look at what was asked about.
 */
export const ask = async (world: World, real: Real, asked: readonly Asked[], onlooker: Person) => {
  if (asked.length === 0) return 'nothing is asked'
  const now = written(world.now)
  const replies = await Promise.all(asked.map((each) => real.service.call(sentAs(each))))
  const stored = await itemsOf(real.service)
  const orders = asked.length > 1 ? [asked, asked.toReversed()] : [asked]
  const faults: unknown[] = []
  for (const order of orders) {
    const answers = order.map((each) => replies[asked.indexOf(each)]).filter((reply) => reply !== undefined)
    try {
      const cards = matches(answers, inTurn(world.cards, order, now), stored, dayOf(now))
      await expectStored(real.service, cards, stored, new Map(real.seen))
      world.cards = cards
      break
    } catch (fault) {
      faults.push(fault)
    }
  }
  if (faults.length === orders.length) throw faults[0]
  await expectStored(real.service, world.cards, stored, real.seen)
  const ids = asked.map((each) => ('id' in each ? each.id : undefined)).filter((id) => id !== undefined)
  for (const id of new Set(ids)) {
    await look(world, real, ukfiu, id)
    await look(world, real, onlooker, id)
  }
  return replies.map(tellOf).join(' | ')
}

/** Somebody walks through a list, page by page: exactly what it must hold, each once, in its order. */
export const walk = async (world: World, { service }: Real, by: Person, filters: Filters, limit: number) => {
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
    expect(reply.status, reply.text).toBe(mayRead(by) ? 200 : 403)
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

/** Somebody asks for an organisation's statement of this year: of the referrals that they may see, and no other. */
export const state = async (world: World, { service }: Real, by: Person, code: string): Promise<number> => {
  const day = dayOf(written(world.now))
  const reply = await service.call({ route: 'readStatement', by, path: { code } })
  const isTheirs = by.role === 'ukfiu' || code === by.organisation || unitOf(code) === by.organisation
  expectNoLeak(reply, world.cards)
  expect(reply.status, reply.text).toBe(mayRead(by) ? (isTheirs ? 200 : 404) : 403)
  if (reply.status !== 200) expectRefusal(reply)
  else {
    const { referrals } = z.object({ referrals: z.array(z.unknown()) }).parse(reply.body)
    expect(referrals).toMatchObject(statementFor(by, world.cards, code, yearOf(day), day))
  }
  return reply.status
}
