import { describe, expect, test } from 'vitest'
import { contribution, movement } from '../../../../shared/domain/figures/contribution.ts'
import { codeListVersion } from '../../../../shared/domain/codes.ts'
import {
  acknowledging,
  extending,
  given,
  givingOutcome,
  redirecting,
  registering,
  reminding,
  reportingProgress,
  rulesAt,
  withdrawing,
} from '../../../support/referrals.ts'

const registered = registering({ organisation: 'kent', referredOn: '2026-04-07' })
const countersOf = ({ referral }: ReturnType<typeof given>) => contribution(referral).counters
const made = ['referralsMade:2026-04', 'subject:police_officer', 'link:direct', 'riskNotRecorded'] as const

describe('what a referral adds to the figures', () => {
  test.each([
    ['registered', []],
    ['acknowledged, which is not a return', [acknowledging('2026-04-08')]],
    ['reminded of', [reminding('2026-04-22', rulesAt('kent'))]],
    [
      'put off, which does not move the date it is judged by',
      [acknowledging('2026-04-08'), extending('2026-06-01', 10)],
    ],
  ])('once %s', (_, changes) => {
    expect(countersOf(given(registered, ...changes))).toEqual([
      ...made,
      'noReturn:2026-04:2026-06-04',
      'evidence:no_outcome_yet',
    ])
  })

  test('a progress report is a return, and not yet an outcome', () => {
    expect(countersOf(given(registered, reportingProgress('2026-04-20', '2026-06-30')))).toEqual([
      ...made,
      'returnedOnTime:2026-04',
      'firstReturnDays:9',
      'evidence:no_outcome_yet',
    ])
  })

  test('an outcome, with everything it says', () => {
    const outcome = {
      evidenceOfCorruption: 'potential',
      corruptionCategories: ['infiltration', 'vulnerability'],
      otherConcerns: ['debt', 'gambling'],
      actions: ['vetting_review', 'welfare_support'],
      criminalOutcome: 'caution',
      proceedingType: 'misconduct_meeting',
      findingLevel: 'misconduct',
      disciplinaryAction: 'written_warning',
      intelligenceValue: 'new_information',
    }
    expect(countersOf(given(registered, givingOutcome('2026-04-20', outcome))).toSorted()).toEqual(
      [
        ...made,
        'returnedOnTime:2026-04',
        'firstReturnDays:9',
        'outcomeDays:9',
        'evidence:potential',
        'category:infiltration:potential',
        'category:vulnerability:potential',
        'subject:police_officer:potential',
        'link:direct:potential',
        'concern:debt',
        'concern:gambling',
        'action:vetting_review',
        'action:welfare_support',
        'discipline:written_warning',
        'criminal:caution',
        'intelligence:new_information',
        `codeLists:${codeListVersion}`,
      ].toSorted(),
    )
  })

  test.each(['none', 'unable_to_determine'])('evidence %s is not corruption', (evidenceOfCorruption) => {
    const counters = countersOf(given(registered, givingOutcome('2026-04-20', { evidenceOfCorruption })))
    expect(counters.toSorted()).toEqual(
      [
        ...made,
        'returnedOnTime:2026-04',
        'firstReturnDays:9',
        'outcomeDays:9',
        `evidence:${evidenceOfCorruption}`,
        'action:intelligence_report',
        'discipline:none',
        'criminal:none',
        'intelligence:already_known',
        `codeLists:${codeListVersion}`,
      ].toSorted(),
    )
  })

  test('financial vulnerability is not corruption vulnerability', () => {
    const outcome = { otherConcerns: ['financial_vulnerability'] }
    const counters = countersOf(given(registered, givingOutcome('2026-04-20', outcome)))
    expect(counters).toContain('concern:financial_vulnerability')
    expect(counters.filter((name) => name.startsWith('category:'))).toEqual([])
  })

  test.each([
    ['withdrawn', withdrawing('2026-04-21')],
    ['redirected', redirecting('2026-04-21', 'essex')],
  ])('%s: it is counted as that and as nothing else, whatever came before', (status, change) => {
    expect(countersOf(given(registered, change))).toEqual([status])
    expect(countersOf(given(registered, givingOutcome('2026-04-20'), change))).toEqual([status])
  })
})

describe('in time or late', () => {
  test.each([
    ['on the due day', givingOutcome('2026-06-04'), 'returnedOnTime:2026-04'],
    ['at half past eleven that evening', givingOutcome('2026-06-04 23:30'), 'returnedOnTime:2026-04'],
    ['half an hour past midnight', givingOutcome('2026-06-05 00:30'), 'returnedLate:2026-04'],
    ['by a progress report', reportingProgress('2026-06-04', '2026-07-01'), 'returnedOnTime:2026-04'],
    ['by a late progress report', reportingProgress('2026-06-05', '2026-07-01'), 'returnedLate:2026-04'],
  ])('%s', (_, change, counter) => {
    const counters = countersOf(given(registered, change))
    expect(counters.filter((name) => name.startsWith('returned') || name.startsWith('noReturn'))).toEqual([
      counter,
    ])
  })

  test('late stays late: an extension does not make it timely', () => {
    const late = given(
      registered,
      acknowledging('2026-04-08'),
      extending('2026-06-01', 20),
      givingOutcome('2026-06-05'),
    )
    expect(countersOf(late)).toContain('returnedLate:2026-04')
  })

  test('and in time stays in time, however late the outcome or its correction', () => {
    const timely = given(
      registered,
      reportingProgress('2026-04-20', '2026-06-30'),
      givingOutcome('2026-09-01'),
    )
    expect(countersOf(timely)).toContain('returnedOnTime:2026-04')
    expect(countersOf(timely)).toContain('firstReturnDays:9')
    expect(countersOf(timely)).toContain('outcomeDays:102')
  })
})

describe('a reporting year', () => {
  test.each([
    ['2026-03-31', '2025-26'],
    ['2026-04-01', '2026-27'],
  ])('is that of the day of referral, %s, whenever it is answered', (referredOn, year) => {
    const answered = given(
      registering({ referredOn }),
      givingOutcome('2026-04-02', { concludedOn: '2026-04-02' }),
    )
    expect(contribution(answered.referral)).toMatchObject({ year, organisation: 'kent' })
  })

  test('and the organisation is the one asked, not the one that answers for it', () => {
    expect(contribution(given(registering({ organisation: 'border-force' })).referral).organisation).toBe(
      'border-force',
    )
  })
})

describe('risk', () => {
  test.each([
    ['never mentioned', undefined, true],
    ['mentioned without a level', {}, true],
    ['one level', { reliability: 'low' }, false],
    ['all levels', { severity: 'high', suspicion: 'medium', reliability: 'low' }, false],
  ])('%s', (_, risk, missing) => {
    expect(countersOf(given(registering({ risk }))).includes('riskNotRecorded')).toBe(missing)
  })
})

describe('how counters move', () => {
  test.each([
    ['first counted', [], ['a', 'b'], { a: 1, b: 1 }],
    ['nothing new', ['a', 'b'], ['b', 'a'], {}],
    ['one for another', ['a', 'b'], ['b', 'c'], { a: -1, c: 1 }],
    ['all gone', ['a'], [], { a: -1 }],
  ])('%s', (_, before, now, moves) => {
    expect(Object.fromEntries(movement(before, now))).toEqual(moves)
  })
})
