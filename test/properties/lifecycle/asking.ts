import { expect } from 'vitest'
import * as z from 'zod'
import { expectAnswer, expectNoLeak, expectRefusal } from './answers.ts'
import { judge, type Verdict } from './judge.ts'
import { ukfiu, unitOf, type Person } from './people.ts'
import { dayOf, isShownTo, written, yearOf } from './reckoning.ts'
import { sentAs, type Asked, type Filters } from './requests.ts'
import type { Reply, Service } from './service.ts'
import { expectNothingLost, expectStored, named, storedIn, type Seen, type Stored } from './stored.ts'
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

/** Holds answers and what is stored against what the model says; answers the cards as they then are. */
const expectAll = (
  replies: readonly Reply[],
  verdicts: readonly Verdict[],
  stored: Stored,
  day: string,
): Cards => {
  const last = named(verdicts.at(-1)?.cards ?? [], stored.items)
  replies.forEach((reply, place) => {
    expectNoLeak(reply, last)
    const verdict = verdicts[place]
    if (verdict) expectAnswer(reply, { ...verdict, cards: named(verdict.cards, stored.items) }, last, day)
  })
  expectStored(stored, last)
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

/** What becomes of requests in the first of some orders in which all came of them that did come. */
const outcomeOf = (cards: Cards, replies: ReadonlyMap<Asked, Reply>, stored: Stored, now: string): Cards => {
  const asked = [...replies.keys()]
  const orders = asked.length > 1 ? [asked, asked.toReversed()] : [asked]
  const faults: unknown[] = []
  for (const order of orders) {
    const answers = order.map((each) => replies.get(each)).filter((reply) => reply !== undefined)
    try {
      return expectAll(answers, inTurn(cards, order, now), stored, dayOf(now))
    } catch (fault) {
      faults.push(fault)
    }
  }
  if (faults.length === 1) throw faults[0]
  throw new Error(`Neither order explains it: ${faults.map(String).join('\n\nNor: ')}`, { cause: faults[0] })
}

/**
 * Sends requests all at once. What comes of them must be what comes of them in one order or another, one after the
 * other. Then everything stored must be right, and somebody has a look at what was asked about.
 */
export const ask = async (world: World, real: Real, asked: readonly Asked[], onlooker: Person) => {
  if (asked.length === 0) return 'nothing is asked'
  const { service, seen } = real
  const replies = new Map<Asked, Reply>()
  await Promise.all(asked.map(async (each) => replies.set(each, await service.call(sentAs(each)))))
  const stored = await storedIn(service)
  expectNothingLost(stored, seen)
  world.cards = outcomeOf(world.cards, replies, stored, written(world.now))
  const ids = new Set(asked.flatMap((each) => ('id' in each ? [each.id] : [])))
  await Promise.all([...ids].flatMap((id) => [ukfiu, onlooker].map((by) => look(world, real, by, id))))
  return [...replies.values()].map(tellOf).join(' | ')
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
