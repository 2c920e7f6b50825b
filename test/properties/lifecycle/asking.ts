import { expectAnswer, expectNoLeak } from './answers.ts'
import { judge, type Verdict } from './judge.ts'
import { look } from './looking.ts'
import { ukfiu, type Person } from './people.ts'
import { dayOf, written } from './reckoning.ts'
import { sentAs, type Asked } from './requests.ts'
import type { Reply, Service } from './service.ts'
import { expectNothingLost, expectStored, named, storedIn, type Seen, type Stored } from './stored.ts'
import type { Cards, World } from './world.ts'

/** The service with all that was ever seen of its histories. */
export type Real = { readonly service: Service; readonly seen: Seen }

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
  await Promise.all([...ids].flatMap((id) => [ukfiu, onlooker].map((by) => look(world, service, by, id))))
  return [...replies.values()].map(tellOf).join(' | ')
}
