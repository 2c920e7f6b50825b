import { expect } from 'vitest'
import * as z from 'zod'
import { unitOf } from './people.ts'
import { dayOf, firstReminderOn, owedOn } from './reckoning.ts'
import type { Service } from './service.ts'
import { isOpen, type Card, type Cards } from './world.ts'

const registration = z.looseObject({ sarReference: z.string(), organisation: z.string() })
const event = z.looseObject({ version: z.int(), at: z.string(), registration: registration.optional() })

/** An item as the referrals table has it: its history, and the keys that place it in the indexes. */
const item = z.strictObject({
  id: z.string(),
  version: z.int(),
  history: z.array(event),
  organisation: z.string(),
  referred: z.string(),
  answeringUnit: z.string().optional(),
  due: z.string().optional(),
  remindOn: z.string().optional(),
  /** The request that it was last changed in. */
  changedIn: z.string(),
})
export type Item = z.infer<typeof item>

const holder = z.strictObject({ sarReference: z.string(), organisation: z.string(), id: z.string() })

/** Everything that is stored of the referrals. */
export const itemsOf = async ({ all, tables }: Service): Promise<readonly Item[]> =>
  z.array(item).parse(await all(tables.referrals))

/** Everything that is stored: the referrals, and which organisation holds which SAR. */
export type Stored = {
  readonly items: readonly Item[]
  readonly holders: readonly z.infer<typeof holder>[]
}

export const storedIn = async (service: Service): Promise<Stored> => {
  const [items, holders] = await Promise.all([itemsOf(service), service.all(service.tables.sarRegister)])
  return { items, holders: z.array(holder).parse(holders) }
}

/** The cards with the references that the service gave to the new ones. */
export const named = (cards: Cards, items: readonly Item[]): Cards =>
  cards.map((card) => {
    const { sarReference, organisation } = card.registration
    const found = items.find(({ history: [first] }) => {
      const said = first?.registration
      return said?.sarReference === sarReference && said.organisation === organisation
    })
    return card.id === '' ? { ...card, id: found?.id ?? '' } : card
  })

const keysOf = (card: Card) => {
  const { id, registration: registered, changedAt } = card
  const always = { organisation: registered.organisation, referred: `${registered.referredOn}#${id}` }
  const owed = owedOn(card, dayOf(changedAt))
  return owed
    ? { ...always, answeringUnit: unitOf(registered.organisation), due: `${owed.dueOn}#${id}` }
    : always
}

const expectItem = ({ id, version, history, remindOn, changedIn, ...keys }: Item, card: Card): void => {
  expect(changedIn).toMatch(/^[\w-]+$/)
  expect({ id, version, ...keys }).toEqual({ id: card.id, version: card.history.length, ...keysOf(card) })
  expect(history.map((each) => each.version)).toEqual(card.history.map((_, place) => place + 1))
  const moments = history.map(({ at }) => at)
  expect(moments).toEqual(moments.toSorted())
  expect(remindOn !== undefined).toBe(isOpen(card))
  const first = firstReminderOn(card)
  if (first !== undefined) expect(remindOn).toBe(first)
}

/** What was ever seen of each history, event by event. */
export type Seen = Map<string, Item['history']>

/** Every event that was ever seen is still where it was. */
export const expectNothingLost = ({ items }: Stored, seen: Seen): void => {
  for (const { id, history } of items) {
    const before = seen.get(id) ?? []
    expect(history.slice(0, before.length)).toEqual(before)
    seen.set(id, history)
  }
}

const byId = (one: { readonly id: string }, other: { readonly id: string }): number =>
  one.id < other.id ? -1 : 1

/** What is stored is what the model has: each referral once, its history whole, its places in the indexes right. */
export const expectStored = ({ items, holders }: Stored, cards: Cards): void => {
  const inOrder = cards.toSorted(byId)
  const claims = inOrder.map(({ id, registration: { sarReference, organisation } }) => ({
    sarReference,
    organisation,
    id,
  }))
  expect(holders.toSorted(byId)).toEqual(claims)
  expect(items.map(({ id }) => id).toSorted()).toEqual(inOrder.map(({ id }) => id))
  items.toSorted(byId).forEach((each, place) => {
    const card = inOrder[place]
    if (card) expectItem(each, card)
  })
}
