import { describe, expect, test } from 'vitest'
import { contactsItem, countedItem, countersItem, referralItem } from '../../../shared/contracts/items.ts'
import {
  acknowledging,
  given,
  givingOutcome,
  registering,
  reminding,
  rulesAt,
} from '../../support/referrals.ts'

const { history, referral } = given(
  registering({ organisation: 'kent', referredOn: '2026-04-07' }),
  acknowledging('2026-04-08'),
  reminding('2026-06-05', rulesAt('kent')),
  givingOutcome('2026-06-08'),
)
const item = { id: referral.id, version: referral.version, history }
const [registered, ...changes] = history

describe('a stored referral', () => {
  test('is read as it was written', () => {
    expect(referralItem.parse(item)).toEqual(item)
  })

  test('may have the keys of indexes, which are not for reading', () => {
    expect(referralItem.parse({ ...item, answeringUnit: 'kent', due: '2026-06-04#x' })).toEqual(item)
  })

  test.each([
    ['no history', { ...item, history: [] }],
    ['a history that begins in the middle', { ...item, history: changes }],
    ['registered twice', { ...item, history: [registered, registered] }],
    ['an event that nobody knows', { ...item, history: [registered, { ...changes[0], type: 'forgiven' }] }],
    ['an event with a field that nobody knows', { ...item, history: [{ ...registered, note: 'x' }] }],
    ['a moment that is none', { ...item, history: [{ ...registered, at: '2026-04-07' }] }],
    ['a version of nothing', { ...item, version: 0 }],
    ['another kind of id', { ...item, id: '12345' }],
    ['an event by nobody', { ...item, history: [{ ...registered, by: {} }] }],
    [
      'a code that was never given',
      {
        ...item,
        history: [{ ...registered, registration: { ...registered.registration, subjectType: 'wizard' } }],
      },
    ],
  ])('damaged is not read: %s', (_, damaged) => {
    expect(referralItem.safeParse(damaged).success).toBe(false)
  })
})

describe('other items', () => {
  test('a marker has a version, a year, an organisation and counters', () => {
    const marker = { version: 1, year: '2026-27', organisation: 'kent', hmrc: false, counters: ['withdrawn'] }
    expect(countedItem.parse({ scope: 'x', entry: 'counted', ...marker })).toEqual(marker)
    expect(countedItem.safeParse({ ...marker, counters: 'referralsMade' }).success).toBe(false)
  })

  test('counters are whole numbers', () => {
    expect(
      countersItem.safeParse({ scope: 'year#2026-27', entry: 'kent', 'noReturn:2026-06-04': 3 }).success,
    ).toBe(true)
    expect(countersItem.safeParse({ scope: 'year#2026-27', entry: 'kent', referralsMade: '3' }).success).toBe(
      false,
    )
  })

  test('contacts have a role and an address', () => {
    const holders = { unit_mailbox: { email: 'psd@kent.example', lastVerifiedOn: null } }
    expect(contactsItem.safeParse({ organisation: 'kent', holders }).success).toBe(true)
    expect(contactsItem.safeParse({ organisation: 'kent', holders: {} }).success).toBe(true)
    expect(contactsItem.safeParse({ organisation: 'kent', holders: { unit_mailbox: {} } }).success).toBe(
      false,
    )
    expect(
      contactsItem.safeParse({ organisation: 'kent', holders: { ...holders, desk: holders.unit_mailbox } })
        .success,
    ).toBe(false)
  })
})
