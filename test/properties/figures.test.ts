import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countReferral } from '../../shared/actions/count-referral.ts'
import type { Counted } from '../../shared/contracts/items.ts'
import { localDate, londonDate } from '../../shared/domain/dates.ts'
import { contribution, movement } from '../../shared/domain/figures/contribution.ts'
import { sumOf, type Counters } from '../../shared/domain/figures/counters.ts'
import { summarise } from '../../shared/domain/figures/summarise.ts'
import type { History } from '../../shared/domain/referral/events.ts'
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

type Figures = ReadonlyMap<ReportingYear, ReadonlyMap<string, Counters>>

/** The figures store, in memory: it moves the counters as the real one does, and nothing else. */
const figuresInMemory = () => {
  const markers = new Map<string, Counted>()
  const counters = new Map<ReportingYear, Map<string, Counters>>()
  const add = (year: string, organisation: string, moves: Counters) => {
    if (!isReportingYear(year)) throw new Error(`${year} is no year`)
    const ofYear = counters.get(year) ?? new Map<string, Counters>()
    counters.set(year, ofYear.set(organisation, sumOf([ofYear.get(organisation) ?? {}, moves])))
  }
  return {
    counters,
    counted: (id: string) => Promise.resolve(markers.get(id)),
    count: (id: string, before: Counted | undefined, now: Counted) => {
      if (markers.get(id)?.version !== before?.version) return Promise.resolve(false)
      markers.set(id, now)
      add(now.year, now.organisation, Object.fromEntries(movement(before?.counters ?? [], now.counters)))
      return Promise.resolve(true)
    },
  }
}

/** The figures of some referrals as they stand, counted afresh. */
const recount = (referrals: readonly Referral[]): Figures => {
  const all = referrals.map(contribution)
  const years = Map.groupBy(all, ({ year }) => year)
  return new Map(
    [...years].map(([year, ofYear]) => {
      const byOrganisation = Map.groupBy(ofYear, ({ organisation }) => organisation)
      return [year, new Map([...byOrganisation].map(([code, theirs]) => [code, sumOf(theirs.map(ones))]))]
    }),
  )
}

const ones = ({ counters }: ReturnType<typeof contribution>): Counters =>
  Object.fromEntries(counters.map((name) => [name, 1]))

/** Without what has come back to nothing, which a summary can't tell from what was never there. */
const withoutZeros = (figures: Figures) =>
  [...figures]
    .flatMap(([year, ofYear]) =>
      [...ofYear].flatMap(([organisation, counters]) =>
        Object.entries(counters)
          .filter(([, count]) => count !== 0)
          .map(([name, count]) => `${year} ${organisation} ${name} ${count}`),
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
    counters: figures.get(year) ?? new Map<string, Counters>(),
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

/** A history folded as far as the end of a London day; none when it had not begun. */
const until = ([registered, ...later]: History, asAt: string): Referral[] =>
  londonDate(registered.at) > asAt
    ? []
    : [fold([registered, ...later.filter(({ at }) => londonDate(at) <= asAt)])]

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
        expect(withoutZeros(figures.counters)).toEqual(
          withoutZeros(recount(cases.map(({ referral }) => referral))),
        )
      }),
    )
  })

  test('all at once equals a recount', async () => {
    await fc.assert(
      fc.asyncProperty(deliveries, async ({ cases, order }) => {
        const figures = figuresInMemory()
        await Promise.all(order.map((referral) => countReferral({ figures })(referral)))
        expect(withoutZeros(figures.counters)).toEqual(
          withoutZeros(recount(cases.map(({ referral }) => referral))),
        )
      }),
    )
  })

  test('leaves nothing below zero', async () => {
    await fc.assert(
      fc.asyncProperty(deliveries, async ({ order }) => {
        const figures = figuresInMemory()
        for (const referral of order) await countReferral({ figures })(referral)
        const counts = [...figures.counters.values()].flatMap((ofYear) =>
          [...ofYear.values()].flatMap(Object.values),
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
        const referrals = cases.flatMap(({ history }) => until(history, asAt))
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
          for (const { outstanding, outstandingReferrals } of organisations)
            expect(outstandingReferrals).toHaveLength(outstanding)
        }
      }),
    )
  })
})
