import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { upgradedBy, type Upgrade } from '../../../shared/contracts/stored.ts'
import { referralItem } from '../../../shared/contracts/items.ts'
import { acknowledging, given, registering } from '../../support/referrals.ts'

/** A contact as three schemas have had it: as one text, then with a name of its own, then with a role. */
const now = z.strictObject({ name: z.string(), email: z.string(), role: z.string() })
const upgrades: readonly Upgrade[] = [
  ({ contact }) => {
    const [name, email] = String(contact).split(' <')
    return { name, email: email?.replace('>', '') }
  },
  (contact) => ({ ...contact, role: 'unit_mailbox' }),
]
const contact = upgradedBy('contact', upgrades, now)
const asNow = { name: 'Kent', email: 'psd@kent.example', role: 'unit_mailbox' }

describe('what was stored under an older schema', () => {
  test.each([
    ['the first, without a mark', { contact: 'Kent <psd@kent.example>' }],
    ['the first, with one', { schema: 1, contact: 'Kent <psd@kent.example>' }],
    ['the second', { schema: 2, name: 'Kent', email: 'psd@kent.example' }],
    ['the one written now', { schema: 3, ...asNow }],
  ])('reads as what is written now: %s', (_, stored) => {
    expect(contact.parse(stored)).toEqual(asNow)
  })

  test('is refused all the same when it is damaged', () => {
    expect(contact.safeParse({ schema: 2, name: 'Kent' }).success).toBe(false)
    expect(contact.safeParse('Kent').success).toBe(false)
  })
})

describe('what a later version stored', () => {
  test.each([[4], [0], ['2'], [null]])('is refused with what to do: schema %j', (schema) => {
    expect(() => contact.parse({ schema, ...asNow })).toThrow(
      /reads up to 3\. Deploy the version that wrote it/,
    )
  })

  const { history, referral } = given(
    registering({ organisation: 'kent', referredOn: '2026-04-07' }),
    acknowledging('2026-04-08'),
  )
  const [registered, acknowledged] = history
  const item = { id: referral.id, version: 2, history }

  test('is refused where one event of a history is like that', () => {
    const later = { ...item, history: [registered, { ...acknowledged, schema: 99 }] }
    expect(() => referralItem.parse(later)).toThrow(/event of schema 99/)
  })

  test('a history of the first schema has marks or none', () => {
    const withMarks = { ...item, history: history.map((event) => ({ ...event, schema: 1 })) }
    expect(referralItem.parse(withMarks)).toEqual(item)
    expect(referralItem.parse(item)).toEqual(item)
  })
})
