import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countReferral } from '../../shared/actions/count-referral.ts'
import type { Counted } from '../../shared/contracts/items.ts'
import { localDate } from '../../shared/domain/dates.ts'
import { movement } from '../../shared/domain/figures/contribution.ts'
import { sumOf, type Counters } from '../../shared/domain/figures/counters.ts'
import { summarise } from '../../shared/domain/figures/summarise.ts'
import { differences, tally, type Tally } from '../../shared/domain/figures/tally.ts'
import { asAtEndOf } from '../../shared/domain/referral/as-at.ts'
import { fold } from '../../shared/domain/referral/evolve.ts'
import type { Referral } from '../../shared/domain/referral/referral.ts'
import {
  cutOffOf,
  isReportingYear,
  reportingYearOf,
  type ReportingYear,
} from '../../shared/domain/reporting-year.ts'
import { referenceData } from '../../shared/runtime/reference-data.ts'
import { daysOn, summaryOf } from '../support/reference.ts'
import { lastDayOf, someCases, someDay, type Case } from './arbitraries.ts'

type Figures = ReadonlyMap<string, readonly Tally[]>

/** A ledger in memory: it moves the counters as the real one does, and nothing else. */
const figuresInMemory = () => {
  const markers = new Map<string, Counted>()
  const counters = new Map<string, Tally & { readonly year: string }>()
  const add = ({ year, organisation, hmrc }: Counted, moves: Counters) => {
    const key = `${year} ${organisation} ${hmrc}`
    const before = counters.get(key)?.counters ?? {}
    counters.set(key, { year, organisation, hmrc, counters: sumOf([before, moves]) })
  }
  return {
    figures: (): Figures => Map.groupBy(counters.values(), ({ year }) => year),
    counted: (id: string) => Promise.resolve(markers.get(id)),
    count: (id: string, before: Counted | undefined, now: Counted) => {
      if (markers.get(id)?.version !== before?.version) return Promise.resolve(false)
      markers.set(id, now)
      add(now, Object.fromEntries(movement(before?.counters ?? [], now.counters)))
      return Promise.resolve(true)
    },
  }
}

const yearOf = ({ registration }: Referral): string => reportingYearOf(registration.referredOn)

/** The figures of some referrals as they stand, counted afresh. */
const recount = (referrals: readonly Referral[]): Figures =>
  new Map([...Map.groupBy(referrals, yearOf)].map(([year, theirs]) => [year, tally(theirs)]))

/** Without what has come back to nothing, which a summary can't tell from what was never there. */
const withoutZeros = (figures: Figures) =>
  [...figures]
    .flatMap(([year, ofYear]) =>
      ofYear.flatMap(({ organisation, hmrc, counters }) =>
        Object.entries(counters)
          .filter(([, count]) => count !== 0)
          .map(([name, count]) => `${year} ${organisation} ${hmrc} ${name} ${count}`),
      ),
    )
    .toSorted()

const versionsOf = ({ history: [first, ...later] }: Case): readonly Referral[] =>
  [first, ...later].map((_, place) => fold([first, ...later.slice(0, place)]))

const summaryFrom = (year: ReportingYear, asAt: string, referrals: readonly Referral[], figures: Figures) => {
  const silent = referrals.filter(
    ({ status }) => status === 'awaiting_acknowledgement' || status === 'awaiting_first_return',
  )
  const inYear = silent.filter(({ registration }) => reportingYearOf(registration.referredOn) === year)
  const grouped = Map.groupBy(inYear, ({ registration }) => registration.organisation)
  return summarise({
    year,
    asAt: localDate(asAt),
    cutOff: cutOffOf(year),
    organisations: [...referenceData.organisations.values()],
    tallies: figures.get(year) ?? [],
    unanswered: new Map(
      [...grouped].map(([code, theirs]) => [
        code,
        theirs.map(({ id, originalFirstReturnDueOn }) => ({
          id,
          firstReturnDueOn: originalFirstReturnDueOn,
        })),
      ]),
    ),
  })
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)

const years = ['2023-24', '2024-25', '2025-26', '2026-27'].filter(isReportingYear)

describe('counting each version as it comes', () => {
  /** Every version of every referral, some twice or more, in any order. */
  const deliveries = someCases(8).chain((cases) => {
    const versions = cases.flatMap(versionsOf)
    return fc.record({
      cases: fc.constant(cases),
      order: fc.array(fc.nat(versions.length - 1), { maxLength: 60 }).chain((repeats) => {
        const all = [...versions, ...repeats.flatMap((place) => versions.slice(place, place + 1))]
        return fc.shuffledSubarray(all, { minLength: all.length })
      }),
    })
  })

  test('in any order, doubled and late, equals a recount', async () => {
    await fc.assert(
      fc.asyncProperty(deliveries, async ({ cases, order }) => {
        const figures = figuresInMemory()
        const count = countReferral({ figures })
        for (const referral of order) await count(referral)
        const afresh = recount(cases.map(({ referral }) => referral))
        expect(withoutZeros(figures.figures())).toEqual(withoutZeros(afresh))
        for (const year of years)
          expect(differences(year, figures.figures().get(year) ?? [], afresh.get(year) ?? [])).toEqual([])
      }),
    )
  })

  test('all at once equals a recount', async () => {
    await fc.assert(
      fc.asyncProperty(deliveries, async ({ cases, order }) => {
        const figures = figuresInMemory()
        await Promise.all(order.map((referral) => countReferral({ figures })(referral)))
        const afresh = recount(cases.map(({ referral }) => referral))
        expect(withoutZeros(figures.figures())).toEqual(withoutZeros(afresh))
        for (const year of years)
          expect(differences(year, figures.figures().get(year) ?? [], afresh.get(year) ?? [])).toEqual([])
      }),
    )
  })

  test('leaves nothing below zero', async () => {
    await fc.assert(
      fc.asyncProperty(deliveries, async ({ order }) => {
        const figures = figuresInMemory()
        for (const referral of order) await countReferral({ figures })(referral)
        const counts = [...figures.figures().values()].flatMap((ofYear) =>
          ofYear.flatMap(({ counters }) => Object.values(counters)),
        )
        expect(counts.filter((count) => count < 0)).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})

describe('the summary', () => {
  test('equals one worked out from what was sent, for every year', () => {
    fc.assert(
      fc.property(someCases(25), fc.nat(60), (cases, later) => {
        const asAt = daysOn(lastDayOf(cases), later)
        const referrals = cases.map(({ referral }) => referral)
        for (const year of years) {
          const summary = summaryFrom(year, asAt, referrals, recount(referrals))
          expect(summary).toMatchObject(
            summaryOf(
              year,
              asAt,
              cases.map(({ sent }) => sent),
            ),
          )
        }
      }),
    )
  })

  test('as at any day before, from the histories folded that far', () => {
    fc.assert(
      fc.property(someCases(25), someDay, (cases, asAt) => {
        const known = asAtEndOf(localDate(asAt))
        const referrals = cases.flatMap(({ history }) => known(history) ?? [])
        for (const year of years) {
          const summary = summaryFrom(year, asAt, referrals, recount(referrals))
          expect(summary).toMatchObject(
            summaryOf(
              year,
              asAt,
              cases.map(({ sent }) => sent),
            ),
          )
        }
      }),
    )
  })

  test('every partition of the referrals sums to them', () => {
    fc.assert(
      fc.property(someCases(25), fc.nat(120), (cases, later) => {
        const asAt = daysOn(lastDayOf(cases), later)
        const referrals = cases.map(({ referral }) => referral)
        for (const year of years) {
          const summary = summaryFrom(year, asAt, referrals, recount(referrals))
          const { response, evidenceOfCorruption: evidence, organisations, timeliness } = summary
          const made = response.referralsMade
          const returned = response.returnedOnTime + response.returnedLate
          const outcomes = made - evidence.no_outcome_yet
          expect(returned + response.outstanding + response.notYetDue).toBe(made)
          expect(sum(Object.values(evidence))).toBe(made)
          for (const kinds of [summary.subjectTypes, summary.linkTypes]) {
            expect(sum(kinds.map((kind) => kind.referrals))).toBe(made)
            expect(sum(kinds.map((kind) => kind.actual))).toBe(evidence.actual)
            expect(sum(kinds.map((kind) => kind.potential))).toBe(evidence.potential)
          }
          for (const list of [
            summary.disciplinaryActions,
            summary.criminalOutcomes,
            summary.intelligenceValue,
          ])
            expect(sum(list.map(({ count }) => count))).toBe(outcomes)
          expect(sum(summary.corruptionCategories.map(({ actual }) => actual))).toBeGreaterThanOrEqual(
            evidence.actual,
          )
          expect(timeliness.workingDaysToFirstReturn.count).toBe(returned)
          expect(timeliness.workingDaysToOutcome.count).toBe(outcomes)
          for (const part of [
            'referralsMade',
            'returnedOnTime',
            'returnedLate',
            'outstanding',
            'notYetDue',
          ] as const)
            expect(sum(organisations.map((organisation) => organisation[part]))).toBe(response[part])
          for (const part of [
            'referralsMade',
            'returnedOnTime',
            'returnedLate',
            'outstanding',
            'notYetDue',
          ] as const)
            expect(sum(summary.responseByMonth.map((month) => month[part]))).toBe(response[part])
          expect(sum(summary.outstandingByAge.map(({ count }) => count))).toBe(response.outstanding)
          for (const { outstanding, outstandingReferrals } of organisations)
            expect(outstandingReferrals).toHaveLength(outstanding)
        }
      }),
    )
  })
})
