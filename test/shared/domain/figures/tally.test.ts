import { describe, expect, test } from 'vitest'
import { localDate } from '../../../../shared/domain/dates.ts'
import {
  byOrganisation,
  differences,
  withHmrcInformation,
  withoutHmrc,
  type Tally,
} from '../../../../shared/domain/figures/tally.ts'
import { reportingYearOf } from '../../../../shared/domain/reporting-year.ts'

const year = reportingYearOf(localDate('2026-04-07'))

const kent: Tally = {
  organisation: 'kent',
  hmrc: false,
  counters: { 'referralsMade:2026-04': 3, withdrawn: 1 },
}
const kentHmrc: Tally = {
  organisation: 'kent',
  hmrc: true,
  counters: { 'referralsMade:2026-04': 2, 'referralsMade:2026-05': 4, withdrawn: 8, redirected: 16 },
}
const essex: Tally = { organisation: 'essex', hmrc: false, counters: { redirected: 5 } }
const all = [kent, kentHmrc, essex]

describe('what holds HMRC information', () => {
  test('is left out of what is published', () => {
    expect(withoutHmrc(all)).toEqual([kent, essex])
  })

  test('is told as a number: referrals made, withdrawn and redirected', () => {
    expect(withHmrcInformation(all)).toBe(30)
    expect(withHmrcInformation([kent, essex])).toBe(0)
  })
})

test('an organisation has one set of counters, whatever they hold', () => {
  expect(byOrganisation(all)).toEqual(
    new Map([
      ['kent', { 'referralsMade:2026-04': 5, 'referralsMade:2026-05': 4, withdrawn: 9, redirected: 16 }],
      ['essex', { redirected: 5 }],
    ]),
  )
})

describe('counters against a recount', () => {
  const change = (of: Tally, counters: Tally['counters']): Tally => ({
    ...of,
    counters: { ...of.counters, ...counters },
  })

  test('that comes to the same show no difference, and a counter at zero is none', () => {
    expect(differences(year, all, [essex, kentHmrc, kent])).toEqual([])
    expect(differences(year, [change(kent, { redirected: 0 })], [kent])).toEqual([])
    expect(differences(year, [kent], [change(kent, { redirected: 0 })])).toEqual([])
  })

  test('each difference is named by year, organisation, what it holds and counter', () => {
    expect(differences(year, [kent, change(kentHmrc, { withdrawn: 9 })], [kent, kentHmrc])).toEqual([
      { year, organisation: 'kent', hmrc: true, counter: 'withdrawn', counted: 9, recounted: 8 },
    ])
  })

  test('who is in one alone differs by all they have', () => {
    const difference = { year, organisation: 'essex', hmrc: false, counter: 'redirected' }
    expect(differences(year, [kent, essex], [kent])).toEqual([{ ...difference, counted: 5, recounted: 0 }])
    expect(differences(year, [kent], [kent, essex])).toEqual([{ ...difference, counted: 0, recounted: 5 }])
  })
})
