import { describe, expect, test } from 'vitest'
import { localDate } from '../../../../shared/domain/dates.ts'
import { summarise } from '../../../../shared/domain/figures/summarise.ts'
import { tally } from '../../../../shared/domain/figures/tally.ts'
import { cutOffOf, reportingYearOf } from '../../../../shared/domain/reporting-year.ts'
import { referenceData } from '../../../../shared/runtime/reference-data.ts'
import {
  given,
  givingOutcome,
  redirecting,
  registering,
  reportingProgress,
  withdrawing,
  type Changing,
} from '../../../support/referrals.ts'

const summary = (asAt: string, ...situations: readonly ReturnType<typeof given>[]) => {
  const referrals = situations.map(({ referral }) => referral)
  const grouped = Map.groupBy(referrals, ({ registration }) => registration.organisation)
  const year = reportingYearOf(localDate('2026-04-07'))
  return summarise({
    year,
    asAt: localDate(asAt),
    cutOff: cutOffOf(year),
    organisations: [...referenceData.organisations.values()],
    tallies: tally(referrals),
    unanswered: new Map(
      [...grouped].map(([code, theirs]) => [
        code,
        theirs
          .filter(({ status }) => /^awaiting_(ack|first)/.test(status))
          .map(({ id, originalFirstReturnDueOn }) => ({ id, firstReturnDueOn: originalFirstReturnDueOn })),
      ]),
    ),
  })
}

let serial = 0
const referral = (organisation: string, ...changes: readonly Changing[]) => {
  serial += 1
  const id = `R-0000-${String(serial).padStart(4, '0')}`
  return given(registering({ organisation, referredOn: '2026-04-07' }, { id }), ...changes)
}

const corrupt = (evidenceOfCorruption: string, ...corruptionCategories: readonly string[]) =>
  givingOutcome('2026-04-20', { evidenceOfCorruption, corruptionCategories })

describe('a year in which nothing was asked', () => {
  const nothing = summary('2026-04-07')

  test('has no rate, no median and no organisations, but every code', () => {
    expect(nothing).toMatchObject({
      reportingYear: '2026-27',
      version: 'internal',
      countingUnit: 'referral',
      response: { referralsMade: 0, withdrawn: 0, redirected: 0, responseRate: null },
      timeliness: { workingDaysToFirstReturn: { count: 0, median: null, p90: null } },
      organisations: [],
      themes: [],
      dataQuality: {
        organisationsWithReferrals: 0,
        organisationsInScope: 52,
        codeListVersions: [],
        cutOff: '2027-04-30',
      },
    })
    expect(nothing.corruptionCategories).toHaveLength(12)
    expect(nothing.subjectTypes).toHaveLength(8)
    expect(nothing.actions.every(({ count }) => count === 0)).toBe(true)
  })
})

describe('the response', () => {
  const asked = [
    referral('kent', reportingProgress('2026-06-04', '2026-08-01')),
    referral('kent', givingOutcome('2026-06-05')),
    referral('kent'),
    referral('essex', withdrawing('2026-04-10')),
    referral('essex', redirecting('2026-04-10', 'kent')),
    referral('essex'),
  ]

  test.each([
    ['the due day: nothing is outstanding yet', '2026-06-04', { outstanding: 0, notYetDue: 2 }],
    ['the day after: it is', '2026-06-05', { outstanding: 2, notYetDue: 0 }],
  ])('on %s', (_, asAt, counts) => {
    expect(summary(asAt, ...asked).response).toMatchObject({
      referralsMade: 4,
      withdrawn: 1,
      redirected: 1,
      returnedOnTime: 1,
      returnedLate: 1,
      ...counts,
    })
  })

  test('the rate leaves out what is not due yet', () => {
    expect(summary('2026-06-04', ...asked).response.responseRate?.value).toBe(1)
    expect(summary('2026-06-05', ...asked).response.responseRate?.value).toBe(0.5)
  })

  test('by organisation: each outstanding referral by its age, the oldest first', () => {
    const older = given(
      registering({ organisation: 'kent', referredOn: '2026-04-01' }, { id: 'R-ZZZZ-ZZZZ' }),
    )
    const [essex, kent] = summary('2026-06-14', older, ...asked).organisations
    expect(essex).toMatchObject({ code: 'essex', name: 'Essex Police', referralsMade: 1, outstanding: 1 })
    expect(kent).toMatchObject({
      code: 'kent',
      referralsMade: 4,
      outstanding: 2,
      oldestOutstandingDays: 12,
      outstandingReferrals: [{ id: 'R-ZZZZ-ZZZZ', daysOverdue: 12 }, { daysOverdue: 10 }],
    })
  })

  test('of those that are as old, the lower reference comes first', () => {
    const ids = ['R-BBBB-BBBB', 'R-AAAA-AAAA', 'R-CCCC-CCCC']
    const same = ids.map((id) =>
      given(registering({ organisation: 'kent', referredOn: '2026-04-07' }, { id })),
    )
    const [kent] = summary('2026-06-14', ...same).organisations
    expect(kent?.outstandingReferrals.map(({ id }) => id)).toEqual(ids.toSorted())
  })

  test('on the due day nothing of it is outstanding, and nothing is the oldest', () => {
    expect(summary('2026-06-04', referral('kent')).organisations).toMatchObject([
      { outstanding: 0, oldestOutstandingDays: null, outstandingReferrals: [] },
    ])
  })

  test('an organisation that nothing more is asked of has no row', () => {
    const gone = referral('surrey', withdrawing('2026-04-10'))
    expect(summary('2026-06-14', gone).organisations).toEqual([])
  })
})

describe('evidence', () => {
  const found = summary(
    '2026-05-01',
    referral('kent', corrupt('actual', 'infiltration', 'theft_and_fraud')),
    referral('kent', corrupt('potential', 'infiltration')),
    referral('essex', corrupt('potential', 'infiltration')),
    referral('surrey', corrupt('actual', 'infiltration')),
    referral('surrey', corrupt('actual', 'theft_and_fraud')),
    referral('sussex', corrupt('none')),
    referral('sussex', corrupt('unable_to_determine')),
    referral('sussex'),
  )

  test('not answered is never counted as none', () => {
    expect(found.evidenceOfCorruption).toEqual({
      actual: 3,
      potential: 2,
      none: 1,
      unable_to_determine: 1,
      no_outcome_yet: 1,
    })
  })

  test('categories split into actual and potential, zeros too', () => {
    expect(found.corruptionCategories).toEqual(
      expect.arrayContaining([
        { code: 'infiltration', label: 'Infiltration', actual: 2, potential: 2 },
        { code: 'theft_and_fraud', label: 'Theft and fraud', actual: 2, potential: 0 },
        { code: 'sexual_misconduct', label: 'Sexual misconduct', actual: 0, potential: 0 },
      ]),
    )
  })

  test('a theme is seen in three organisations or more, however often in fewer', () => {
    expect(found.themes).toEqual([{ code: 'infiltration', label: 'Infiltration', organisations: 3 }])
  })

  test('by subject type', () => {
    expect(found.subjectTypes[0]).toEqual({
      code: 'police_officer',
      label: 'Police officer',
      referrals: 8,
      actual: 3,
      potential: 2,
    })
  })
})

describe('the months in which referrals were made', () => {
  const may = given(registering({ organisation: 'kent', referredOn: '2026-05-05' }, { id: 'R-MMMM-MMMM' }))
  const { responseByMonth } = summary(
    '2026-06-30',
    referral('kent', reportingProgress('2026-06-04', '2026-08-01')),
    referral('essex', givingOutcome('2026-06-05')),
    referral('essex'),
    referral('surrey', withdrawing('2026-04-10')),
    may,
  )

  test('are the twelve of the reporting year, April first', () => {
    expect(responseByMonth).toHaveLength(12)
    expect(responseByMonth.map(({ month }) => month)).toEqual(
      expect.arrayContaining(['2026-04', '2026-12', '2027-01', '2027-03']),
    )
    expect(responseByMonth[0]?.month).toBe('2026-04')
  })

  test('each with how its referrals were answered', () => {
    expect(responseByMonth[0]).toEqual({
      month: '2026-04',
      referralsMade: 3,
      returnedOnTime: 1,
      returnedLate: 1,
      outstanding: 1,
      notYetDue: 0,
    })
    expect(responseByMonth[1]).toMatchObject({ month: '2026-05', referralsMade: 1, notYetDue: 1 })
    expect(responseByMonth[2]).toMatchObject({ month: '2026-06', referralsMade: 0 })
  })
})

describe('the age of what is outstanding', () => {
  test.each([
    ['2026-06-04', [0, 0, 0, 0, 0]],
    ['2026-06-05', [1, 0, 0, 0, 0]],
    ['2026-07-04', [1, 0, 0, 0, 0]],
    ['2026-07-05', [0, 1, 0, 0, 0]],
    ['2027-06-04', [0, 0, 0, 1, 0]],
    ['2027-06-05', [0, 0, 0, 0, 1]],
  ])('due 4 June and looked at on %s', (asAt, bands) => {
    expect(summary(asAt, referral('kent')).outstandingByAge.map(({ count }) => count)).toEqual(bands)
  })
})

describe('what came after the cut-off', () => {
  const returnedOn = (day: string, id: string) =>
    given(
      registering({ organisation: 'kent', referredOn: '2027-03-01' }, { id }),
      reportingProgress(day, '2027-06-01'),
    )
  const late = returnedOn('2027-05-01', 'R-CCCC-CCCC')
  const justInTime = [
    returnedOn('2027-04-30', 'R-DDDD-DDDD'),
    returnedOn('2027-04-01', 'R-FFFF-FFFF'),
    returnedOn('2027-03-31', 'R-GGGG-GGGG'),
  ]

  test('is told, so that it can be left to the next edition', () => {
    expect(summary('2027-05-02', late, ...justInTime).dataQuality.returnedAfterCutOff).toBe(1)
  })
})
