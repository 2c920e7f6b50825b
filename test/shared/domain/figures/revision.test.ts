import { describe, expect, test } from 'vitest'
import { localDate } from '../../../../shared/domain/dates.ts'
import { movementsBetween, revised, together } from '../../../../shared/domain/figures/revision.ts'
import { summarise } from '../../../../shared/domain/figures/summarise.ts'
import { tally } from '../../../../shared/domain/figures/tally.ts'
import { asAtEndOf } from '../../../../shared/domain/referral/as-at.ts'
import type { History } from '../../../../shared/domain/referral/events.ts'
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

const [from, to] = [localDate('2027-04-30'), localDate('2027-06-30')]
const year = reportingYearOf(localDate('2026-06-01'))

const referral = (id: string, referredOn: string, ...changes: readonly Changing[]): History =>
  given(registering({ organisation: 'kent', referredOn }, { id }), ...changes).history

const summaryOn = (asAt: typeof from, histories: readonly History[]) =>
  summarise({
    year,
    asAt,
    cutOff: cutOffOf(year),
    organisations: [...referenceData.organisations.values()],
    tallies: tally(histories.flatMap((history) => asAtEndOf(asAt)(history) ?? [])),
    unanswered: new Map(),
  })

const revision = (...histories: readonly History[]) =>
  revised(summaryOn(from, histories), summaryOn(to, histories), movementsBetween(histories, from, to))

const said = (figures: ReturnType<typeof revision>, name: string) =>
  figures.find(({ figure }) => figure === name)

describe('why a figure moved between two editions', () => {
  const potential = { evidenceOfCorruption: 'potential', corruptionCategories: ['infiltration'] }

  test('an outcome that came late, one corrected and one withdrawn', () => {
    const figures = revision(
      referral('R-0000-0001', '2026-04-07', givingOutcome('2027-05-10', potential)),
      referral(
        'R-0000-0002',
        '2026-04-07',
        givingOutcome('2026-06-20'),
        givingOutcome('2027-05-11', potential, 2),
      ),
      referral(
        'R-0000-0003',
        '2026-04-07',
        givingOutcome('2026-05-21', potential),
        withdrawing('2027-06-01'),
      ),
    )
    expect(said(figures, 'Evidence of corruption: potential')).toEqual({
      figure: 'Evidence of corruption: potential',
      before: 1,
      after: 2,
      because:
        '1 referral was withdrawn, 1 outcome was received and 1 outcome was corrected after 30 April 2027.',
    })
    expect(said(figures, 'Response: returned late')).toMatchObject({ before: 1, after: 2 })
    expect(said(figures, 'Response rate, per cent')).toMatchObject({
      before: 66.7,
      after: 100,
      because: 'Follows from the counts that moved.',
    })
  })

  test.each([
    {
      did: 'a referral was registered',
      history: () => referral('R-0000-0001', '2027-05-01'),
      figure: 'Response: referrals made',
      because: '1 referral was registered after 30 April 2027.',
    },
    {
      did: 'a referral was redirected',
      history: () => referral('R-0000-0001', '2026-04-07', redirecting('2027-05-01', 'essex')),
      figure: 'Response: redirected',
      because: '1 referral was redirected after 30 April 2027.',
    },
    {
      did: 'a first report of progress came',
      history: () => referral('R-0000-0001', '2026-04-07', reportingProgress('2027-05-01', '2027-06-30')),
      figure: 'Response: returned late',
      because: '1 first progress report was received after 30 April 2027.',
    },
    {
      did: 'an outcome came after a report of progress',
      history: () =>
        referral(
          'R-0000-0001',
          '2026-04-07',
          reportingProgress('2026-05-01', '2026-07-30'),
          givingOutcome('2027-05-10', potential),
        ),
      figure: 'Evidence of corruption: potential',
      because: '1 outcome was received after 30 April 2027.',
    },
  ])('$did', ({ history, figure, because }) => {
    expect(said(revision(history()), figure)?.because).toBe(because)
  })

  test('what was done by the end of the first day or after the end of the second moved nothing', () => {
    const before = referral('R-0000-0001', '2026-04-07', reportingProgress('2027-04-30', '2027-06-30'))
    const after = referral(
      'R-0000-0002',
      '2026-04-07',
      reportingProgress('2026-04-20', '2026-06-30'),
      withdrawing('2027-07-01'),
    )
    expect(revision(before, after)).toEqual([])
  })

  test('what came after the second day is no reason for what grew older before it', () => {
    const figures = revision(referral('R-0000-0001', '2027-03-25', withdrawing('2027-07-01')))
    expect(said(figures, 'Response: outstanding')?.because).toBe(
      '1 referral grew older without a return after 30 April 2027.',
    )
  })

  test('two reasons are joined by a word, and several sets of referrals are one', () => {
    const late = referral('R-0000-0001', '2026-04-07', givingOutcome('2027-05-10'))
    const gone = referral('R-0000-0002', '2026-04-07', givingOutcome('2026-05-10'), withdrawing('2027-05-10'))
    const apart = together([
      movementsBetween([late], from, to),
      movementsBetween([gone], from, to),
      movementsBetween([late], from, to),
    ])
    expect(apart.get('Evidence of corruption: none')).toEqual(
      new Map([
        ['outcome', 2],
        ['withdrawn', 1],
      ]),
    )
    const [one, other] = [summaryOn(from, [late, gone]), summaryOn(to, [late])]
    expect(said(revised(one, other, apart), 'Response: withdrawn')).toBeUndefined()
    expect(
      said(
        revised(one, { ...other, response: { ...other.response, withdrawn: 1 } }, apart),
        'Response: withdrawn',
      )?.because,
    ).toBe('1 referral was withdrawn after 30 April 2027.')
  })

  test('nothing was done, and time passed', () => {
    const figures = revision(referral('R-0000-0001', '2027-03-25'), referral('R-0000-0002', '2027-03-25'))
    expect(said(figures, 'Response: outstanding')).toMatchObject({
      before: 0,
      after: 2,
      because: '2 referrals grew older without a return after 30 April 2027.',
    })
  })
})
