import type { Case } from './cases.ts'
import { calendarDays, plusWorkingDays, workingDaysFrom } from './working-days.ts'

/** The year's figures worked out from what the test sent, by counting cases one by one. */

type Fact = Case & {
  readonly id: string
  readonly dueOn: string
  readonly returnedOn: string | undefined
  readonly given: Case['outcome']
}

const factOf = (each: Case, id: string, asAt: string): Fact => {
  const { organisation, registration, answeredOn } = each
  const answered = answeredOn !== undefined && answeredOn <= asAt
  return {
    ...each,
    id,
    dueOn: plusWorkingDays(organisation.division, registration.referredOn, registration.urgent ? 10 : 40),
    returnedOn: answered ? answeredOn : undefined,
    given: answered ? each.outcome : undefined,
  }
}

const z = 1.959963984540054

const rate = (hits: number, total: number) => {
  if (total === 0) return null
  const p = hits / total
  const root = Math.sqrt((p * (1 - p)) / total + (z * z) / (4 * total * total))
  const low = (p + (z * z) / (2 * total) - z * root) / (1 + (z * z) / total)
  const high = (p + (z * z) / (2 * total) + z * root) / (1 + (z * z) / total)
  return { value: close(p), low: close(Math.max(0, low)), high: close(Math.min(1, high)) }
}

/** Floating point may end differently along another way of reckoning. */
export const close = (value: number): number => Number(value.toFixed(9))

const response = (facts: readonly Fact[], asAt: string) => {
  const onTime = facts.filter(
    ({ returnedOn, dueOn }) => returnedOn !== undefined && returnedOn <= dueOn,
  ).length
  const late = facts.filter(({ returnedOn, dueOn }) => returnedOn !== undefined && returnedOn > dueOn).length
  const outstanding = facts.filter(({ returnedOn, dueOn }) => returnedOn === undefined && asAt > dueOn).length
  return {
    referralsMade: facts.length,
    returnedOnTime: onTime,
    returnedLate: late,
    outstanding,
    notYetDue: facts.length - onTime - late - outstanding,
    responseRate: rate(onTime + late, onTime + late + outstanding),
  }
}

const months = ['04', '05', '06', '07', '08', '09', '10', '11', '12', '01', '02', '03'].map(
  (month) => `${month > '03' ? 2025 : 2026}-${month}`,
)

const byMonth = (facts: readonly Fact[], asAt: string) =>
  months.map((month) => {
    const theirs = facts.filter(({ registration }) => registration.referredOn.startsWith(month))
    const { responseRate: _, ...answered } = response(theirs, asAt)
    return { month, ...answered }
  })

const ageBand = (days: number): string => {
  if (days <= 30) return 'up_to_30'
  if (days <= 90) return 'up_to_90'
  if (days <= 180) return 'up_to_180'
  return days <= 365 ? 'up_to_365' : 'over_365'
}

const byAge = (facts: readonly Fact[], asAt: string) =>
  tally(
    facts
      .filter(({ returnedOn, dueOn }) => returnedOn === undefined && asAt > dueOn)
      .map(({ dueOn }) => ageBand(calendarDays(dueOn, asAt))),
  )

const withEvidence = (facts: readonly Fact[], evidence: string) =>
  facts.filter(({ given }) => given?.evidenceOfCorruption === evidence)

/** How many there are of each code, without those that nobody has. */
const tally = (codes: readonly string[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(codes, (code) => code)].map(([code, all]) => [code, all.length]))

const split = (facts: readonly Fact[], codesOf: (fact: Fact) => readonly string[]) => ({
  actual: tally(withEvidence(facts, 'actual').flatMap(codesOf)),
  potential: tally(withEvidence(facts, 'potential').flatMap(codesOf)),
})

const nearestRank = (values: readonly number[], share: number): number | null =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? null

const spread = (facts: readonly Fact[]) => {
  const taken = facts.flatMap(({ organisation, registration, returnedOn }) =>
    returnedOn === undefined
      ? []
      : [workingDaysFrom(organisation.division, registration.referredOn, returnedOn)],
  )
  return { count: taken.length, median: nearestRank(taken, 0.5), p90: nearestRank(taken, 0.9) }
}

const organisationRow = (code: string, facts: readonly Fact[], asAt: string) => {
  const outstanding = facts
    .filter(({ returnedOn, dueOn }) => returnedOn === undefined && asAt > dueOn)
    .map(({ id, dueOn }) => ({ id, daysOverdue: calendarDays(dueOn, asAt) }))
    .toSorted((a, b) => b.daysOverdue - a.daysOverdue || (a.id < b.id ? -1 : 1))
  return {
    code,
    ...response(facts, asAt),
    oldestOutstandingDays: outstanding[0]?.daysOverdue ?? null,
    outstandingReferrals: outstanding,
  }
}

const themesOf = (facts: readonly Fact[]) => {
  const found = facts.flatMap(({ organisation, given }) =>
    (given?.corruptionCategories ?? []).map((category) => ({ category, organisation: organisation.code })),
  )
  const byCategory = [...Map.groupBy(found, ({ category }) => category)].map(([code, all]) => ({
    code,
    organisations: new Set(all.map(({ organisation }) => organisation)).size,
  }))
  return byCategory.filter(({ organisations }) => organisations >= 3)
}

/** Every figure of the summary as at the end of a day, in the comparable form of `figuresIn`. */
export const expectedSummary = (cases: readonly Case[], idOf: (each: Case) => string, asAt: string) => {
  const facts = cases
    .filter(({ registration }) => registration.referredOn <= asAt)
    .map((each) => factOf(each, idOf(each), asAt))
  const given = facts.flatMap((fact) => fact.given ?? [])
  return {
    response: { ...response(facts, asAt), withdrawn: 0, redirected: 0 },
    responseByMonth: byMonth(facts, asAt),
    outstandingByAge: byAge(facts, asAt),
    evidenceOfCorruption: {
      actual: withEvidence(facts, 'actual').length,
      potential: withEvidence(facts, 'potential').length,
      none: withEvidence(facts, 'none').length,
      unable_to_determine: withEvidence(facts, 'unable_to_determine').length,
      no_outcome_yet: facts.length - given.length,
    },
    corruptionCategories: split(facts, (fact) => fact.given?.corruptionCategories ?? []),
    otherConcerns: tally(given.flatMap(({ otherConcerns }) => otherConcerns)),
    actions: tally(given.flatMap(({ actions }) => actions)),
    disciplinaryActions: tally(given.map(({ disciplinaryAction }) => disciplinaryAction)),
    criminalOutcomes: tally(given.map(({ criminalOutcome }) => criminalOutcome)),
    intelligenceValue: tally(given.map(({ intelligenceValue }) => intelligenceValue)),
    subjectTypes: {
      referrals: tally(facts.map(({ registration }) => registration.subjectType)),
      ...split(facts, ({ registration }) => [registration.subjectType]),
    },
    linkTypes: {
      referrals: tally(facts.map(({ registration }) => registration.linkType)),
      ...split(facts, ({ registration }) => [registration.linkType]),
    },
    timeliness: { workingDaysToFirstReturn: spread(facts), workingDaysToOutcome: spread(facts) },
    organisations: [...Map.groupBy(facts, ({ organisation }) => organisation.code)]
      .map(([code, theirs]) => organisationRow(code, theirs, asAt))
      .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    themes: themesOf(facts).toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    referralsWithoutRecordedRisk: facts.filter(({ registration }) => !('risk' in registration)).length,
  }
}
