import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDate, type LocalDate } from '../../shared/domain/dates.ts'
import { named } from '../../shared/domain/figures/named.ts'
import { partOf } from '../../shared/domain/figures/part.ts'
import { movementsBetween, revised, together } from '../../shared/domain/figures/revision.ts'
import { summarise } from '../../shared/domain/figures/summarise.ts'
import type { InternalSummary } from '../../shared/domain/figures/summary.ts'
import { tally } from '../../shared/domain/figures/tally.ts'
import { asAtEndOf } from '../../shared/domain/referral/as-at.ts'
import type { Referral } from '../../shared/domain/referral/referral.ts'
import {
  cutOffOf,
  isReportingYear,
  reportingYearOf,
  type ReportingYear,
} from '../../shared/domain/reporting-year.ts'
import { referenceData } from '../../shared/runtime/reference-data.ts'
import { someCases, someDay, type Case } from './arbitraries.ts'

const years = ['2023-24', '2024-25', '2025-26', '2026-27'].filter(isReportingYear)

const inYear = (year: ReportingYear, cases: readonly Case[]) =>
  cases.filter(({ referral }) => reportingYearOf(referral.registration.referredOn) === year)

const knownOn = (cases: readonly Case[], asAt: LocalDate): Referral[] =>
  cases.flatMap(({ history }) => asAtEndOf(asAt)(history) ?? [])

const summaryOf = (year: ReportingYear, asAt: LocalDate, referrals: readonly Referral[]): InternalSummary =>
  summarise({
    year,
    asAt,
    cutOff: cutOffOf(year),
    organisations: [...referenceData.organisations.values()],
    tallies: tally(referrals),
    unanswered: new Map(),
  })

/** A rate and a median are not counted referral by referral. */
const isCounted = (name: string) => !/rate, per cent|median|percentile/.test(name)

describe('the counts of a summary, by name', () => {
  test('are what its referrals are part of, one by one', () => {
    fc.assert(
      fc.property(someCases(25), someDay, (cases, day) => {
        const asAt = localDate(day)
        for (const year of years) {
          const referrals = knownOn(inYear(year, cases), asAt)
          const parts = Map.groupBy(
            referrals.flatMap((referral) => partOf(referral, asAt)),
            (name) => name,
          )
          const counts = named(summaryOf(year, asAt, referrals)).filter(({ name }) => isCounted(name))
          expect(counts.map(({ name }) => name)).toEqual([...new Set(counts.map(({ name }) => name))])
          expect(Object.fromEntries(counts.map(({ name, figure }) => [name, figure]))).toMatchObject(
            Object.fromEntries([...parts].map(([name, each]) => [name, each.length])),
          )
          const sum = counts.reduce((total, { figure }) => total + Number(figure), 0)
          expect(sum).toBe([...parts.values()].flat().length)
        }
      }),
    )
  })
})

describe('a revision', () => {
  const revision = (year: ReportingYear, cases: readonly Case[], from: LocalDate, to: LocalDate) => {
    const theirs = inYear(year, cases)
    const before = summaryOf(year, from, knownOn(theirs, from))
    const after = summaryOf(year, to, knownOn(theirs, to))
    const movements = movementsBetween(
      theirs.map(({ history }) => history),
      from,
      to,
    )
    return { before, after, movements, figures: revised(before, after, movements) }
  }
  const days = fc
    .tuple(someDay, someDay)
    .map(([one, other]): [string, string] => (one < other ? [one, other] : [other, one]))

  test('names every figure that moved, no other, and says why', () => {
    fc.assert(
      fc.property(someCases(20), days, (cases, [from, to]) => {
        for (const year of years) {
          const { before, after, figures } = revision(year, cases, localDate(from), localDate(to))
          const were = new Map(named(before).map(({ name, figure }) => [name, figure]))
          const moved = named(after).filter(({ name, figure }) => were.get(name) !== figure)
          expect(figures.map(({ figure }) => figure)).toEqual(moved.map(({ name }) => name))
          for (const { figure, because } of figures) {
            expect(because).toMatch(/\.$/)
            expect(because.startsWith('Follows')).toBe(!isCounted(figure))
          }
        }
      }),
    )
  })

  test('explains the same whether told of all referrals at once or a few at a time', () => {
    fc.assert(
      fc.property(someCases(20), days, (cases, [from, to]) => {
        const histories = cases.map(({ history }) => history)
        const half = Math.floor(histories.length / 2)
        const parts = [histories.slice(0, half), histories.slice(half)].map((some) =>
          movementsBetween(some, localDate(from), localDate(to)),
        )
        expect(together(parts)).toEqual(movementsBetween(histories, localDate(from), localDate(to)))
      }),
    )
  })

  test('of nothing that changed has nothing to say', () => {
    fc.assert(
      fc.property(someCases(20), someDay, (cases, day) => {
        for (const year of years)
          expect(revision(year, cases, localDate(day), localDate(day)).figures).toEqual([])
      }),
    )
  })
})
