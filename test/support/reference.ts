import { expect } from 'vitest'
import bankHolidays from '../../seeds/bank-holidays.json' with { type: 'json' }
import organisationsFile from '../../seeds/organisations.json' with { type: 'json' }
import {
  actions,
  codeListVersion,
  corruptionCategories,
  criminalOutcomes,
  disciplinaryActions,
  intelligenceValues,
  linkTypes,
  otherConcerns,
  subjectTypes,
} from '../../shared/domain/codes.ts'
import type { Registration } from '../../shared/domain/referral/registration.ts'
import type { Outcome } from '../../shared/domain/referral/returns.ts'

/*
 * The year's figures a second time, worked out the slow and obvious way from what was sent: with dates as text and
 * `Date.UTC`, with lists instead of counters, and without any code of the service but its code lists.
 */

const day = 86_400_000
const utc = (date: string) => Date.parse(`${date}T00:00:00Z`)

/** The date so many calendar days on. */
export const daysOn = (date: string, days: number): string =>
  new Date(utc(date) + days * day).toISOString().slice(0, 10)

const daysFrom = (from: string, to: string): number => Math.round((utc(to) - utc(from)) / day)

const organisations = new Map(organisationsFile.organisations.map((found) => [found.code, found]))

const daysOff: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries(bankHolidays).map(([division, { events }]) => [
    division,
    new Set(events.map(({ date }) => date)),
  ]),
)

const isHolidayAt = (organisation: string, date: string): boolean =>
  daysOff[organisations.get(organisation)?.bankHolidays ?? '']?.has(date) === true

/** Whether people at an organisation work on a date. */
export const isWorked = (organisation: string, date: string): boolean =>
  ![0, 6].includes(new Date(utc(date)).getUTCDay()) && !isHolidayAt(organisation, date)

/** The date so many working days of an organisation on, or back when the count is negative. */
export const workingDaysOn = (organisation: string, from: string, count: number): string => {
  if (count === 0) return from
  const step = Math.sign(count)
  const next = daysOn(from, step)
  return workingDaysOn(organisation, next, isWorked(organisation, next) ? count - step : count)
}

/** How many of the dates after one date and up to another an organisation works on. */
export const workedBetween = (organisation: string, from: string, to: string): number =>
  Array.from({ length: Math.max(0, daysFrom(from, to)) }, (_, place) => daysOn(from, place + 1)).filter(
    (date) => isWorked(organisation, date),
  ).length

/** What was sent about one referral, each by the London day on which it came. */
export type Sent = {
  readonly id: string
  readonly registeredOn: string
  readonly registration: Registration
  /** Progress reports, which have no outcome, outcomes and corrections, oldest first. */
  readonly returns: readonly { readonly on: string; readonly outcome?: Outcome }[]
  readonly closed?: { readonly as: 'withdrawn' | 'redirected'; readonly on: string }
}

/** When the first return of a referral was due, as first set. */
const firstReturnDueOn = ({ registration: { organisation, referredOn, urgent } }: Sent): string =>
  workingDaysOn(organisation, referredOn, urgent ? 10 : 40)

/** A referral as it stood at the end of a day. */
type Stood = {
  readonly id: string
  readonly registration: Registration
  readonly firstReturnDue: string
  readonly firstReturn: string | undefined
  readonly firstOutcome: string | undefined
  readonly outcome: Outcome | undefined
}

const stoodAt = (asAt: string, sent: Sent): Stood => {
  const returns = sent.returns.filter(({ on }) => on <= asAt)
  const outcomes = returns.filter(({ outcome }) => outcome !== undefined)
  return {
    id: sent.id,
    registration: sent.registration,
    firstReturnDue: firstReturnDueOn(sent),
    firstReturn: returns[0]?.on,
    firstOutcome: outcomes[0]?.on,
    outcome: outcomes.at(-1)?.outcome,
  }
}

/** The 95% Wilson limits, found by halving: where the observed share is 1.96 standard errors from the true one. */
export const wilsonByHalving = (successes: number, total: number): { low: number; high: number } => {
  const share = successes / total
  const quantile = 1.959963984540054
  const accepted = (truth: number) => (share - truth) ** 2 <= (quantile ** 2 * truth * (1 - truth)) / total
  const edge = (inside: number, outside: number, rounds = 60): number => {
    const middle = (inside + outside) / 2
    if (rounds === 0) return middle
    return accepted(middle) ? edge(middle, outside, rounds - 1) : edge(inside, middle, rounds - 1)
  }
  return { low: share === 0 ? 0 : edge(share, 0), high: share === 1 ? 1 : edge(share, 1) }
}

/** Nearest rank, as the definition has it: the smallest value that at least so many per cent do not exceed. */
export const nearestRankOf = (values: readonly number[], percent: number): number | null =>
  values
    .toSorted((a, b) => a - b)
    .find((value) => {
      const within = values.filter((other) => other <= value).length
      return within * 100 >= percent * values.length
    }) ?? null

const spread = (values: readonly number[]) => ({
  count: values.length,
  median: nearestRankOf(values, 50),
  p90: nearestRankOf(values, 90),
})

/** Two ways of reckoning may differ in the last digit. */
const rate = (successes: number, total: number) => {
  const { low, high } = wilsonByHalving(successes, total)
  return {
    value: expect.closeTo(successes / total, 9),
    low: expect.closeTo(low, 9),
    high: expect.closeTo(high, 9),
  }
}

const response = (referrals: readonly Stood[], asAt: string) => {
  const answered = referrals.filter(({ firstReturn }) => firstReturn !== undefined)
  const onTime = answered.filter(({ firstReturn = '', firstReturnDue }) => firstReturn <= firstReturnDue)
  const silent = referrals.filter(({ firstReturn }) => firstReturn === undefined)
  const outstanding = silent.filter(({ firstReturnDue }) => asAt > firstReturnDue)
  const asked = answered.length + outstanding.length
  return {
    referralsMade: referrals.length,
    returnedOnTime: onTime.length,
    returnedLate: answered.length - onTime.length,
    outstanding: outstanding.length,
    notYetDue: silent.length - outstanding.length,
    responseRate: asked === 0 ? null : rate(answered.length, asked),
    outstandingReferrals: outstanding
      .map(({ id, firstReturnDue }) => ({ id, daysOverdue: daysFrom(firstReturnDue, asAt) }))
      .toSorted((a, b) => b.daysOverdue - a.daysOverdue || a.id.localeCompare(b.id, 'en')),
  }
}

const withCode = <Kept>(list: Readonly<Record<string, string>>, counts: (code: string) => Kept) =>
  Object.entries(list).map(([code, label]) => ({ code, label, ...counts(code) }))

const tally = (list: Readonly<Record<string, string>>, said: readonly (readonly string[])[]) =>
  withCode(list, (code) => ({ count: said.filter((codes) => codes.includes(code)).length }))

const evidenceIn = (referrals: readonly Stood[], level: string) =>
  referrals.filter(({ outcome }) => outcome?.evidenceOfCorruption === level).length

/** What the summary of a year must match as at the end of a London day, in the contract's shape. */
export const summaryOf = (year: string, asAt: string, everything: readonly Sent[]) => {
  const begins = `${year.slice(0, 4)}-04-01`
  const ends = `${Number(year.slice(0, 4)) + 1}-03-31`
  const recorded = everything.filter(({ registeredOn }) => registeredOn <= asAt)
  const inYear = recorded.filter(
    ({ registration: { referredOn } }) => referredOn >= begins && referredOn <= ends,
  )
  const closed = (as: string) => inYear.filter((sent) => sent.closed?.as === as && sent.closed.on <= asAt)
  const gone = new Set([...closed('withdrawn'), ...closed('redirected')])
  const referrals = inYear.filter((sent) => !gone.has(sent)).map((sent) => stoodAt(asAt, sent))
  const outcomes = referrals.flatMap(({ outcome }) => (outcome ? [outcome] : []))
  const of = (code: string) => referrals.filter(({ registration }) => registration.organisation === code)
  const found = (within: readonly Stood[]) => ({
    actual: evidenceIn(within, 'actual'),
    potential: evidenceIn(within, 'potential'),
  })
  const naming = (category: string, within = referrals) =>
    within.filter(({ outcome }) => outcome?.corruptionCategories.some((named) => named === category))
  const waits = (until: (referral: Stood) => string | undefined) =>
    referrals.flatMap((referral) => {
      const { organisation, referredOn } = referral.registration
      const on = until(referral)
      return on === undefined ? [] : [workedBetween(organisation, referredOn, on)]
    })
  const asked = [...organisations.values()].filter(({ code }) => of(code).length > 0)
  const { outstandingReferrals: _, ...counts } = response(referrals, asAt)
  return {
    reportingYear: year,
    asAt,
    version: 'internal',
    countingUnit: 'referral',
    response: {
      ...counts,
      withdrawn: closed('withdrawn').length,
      redirected: closed('redirected').length,
    },
    evidenceOfCorruption: {
      ...found(referrals),
      none: evidenceIn(referrals, 'none'),
      unable_to_determine: evidenceIn(referrals, 'unable_to_determine'),
      no_outcome_yet: referrals.length - outcomes.length,
    },
    corruptionCategories: withCode(corruptionCategories, (code) => found(naming(code))),
    otherConcerns: tally(
      otherConcerns,
      outcomes.map((outcome) => outcome.otherConcerns),
    ),
    actions: tally(
      actions,
      outcomes.map((outcome) => outcome.actions),
    ),
    disciplinaryActions: tally(
      disciplinaryActions,
      outcomes.map((outcome) => [outcome.disciplinaryAction]),
    ),
    criminalOutcomes: tally(
      criminalOutcomes,
      outcomes.map((outcome) => [outcome.criminalOutcome]),
    ),
    intelligenceValue: tally(
      intelligenceValues,
      outcomes.map((outcome) => [outcome.intelligenceValue]),
    ),
    subjectTypes: withCode(subjectTypes, (code) => {
      const such = referrals.filter(({ registration }) => registration.subjectType === code)
      return { referrals: such.length, ...found(such) }
    }),
    linkTypes: withCode(linkTypes, (code) => {
      const such = referrals.filter(({ registration }) => registration.linkType === code)
      return { referrals: such.length, ...found(such) }
    }),
    timeliness: {
      workingDaysToFirstReturn: spread(waits(({ firstReturn }) => firstReturn)),
      workingDaysToOutcome: spread(waits(({ firstOutcome }) => firstOutcome)),
    },
    organisations: asked.map(({ code, name }) => {
      const theirs = response(of(code), asAt)
      return {
        code,
        name,
        ...theirs,
        oldestOutstandingDays: theirs.outstandingReferrals[0]?.daysOverdue ?? null,
      }
    }),
    themes: withCode(corruptionCategories, (code) => ({
      organisations: asked.filter((organisation) => naming(code, of(organisation.code)).length > 0).length,
    })).filter((theme) => theme.organisations >= 3),
    dataQuality: {
      organisationsWithReferrals: asked.length,
      organisationsInScope: organisations.size,
      cutOff: `${Number(year.slice(0, 4)) + 1}-04-30`,
      referralsWithoutRecordedRisk: referrals.filter(
        ({ registration: { risk = {} } }) => !Object.values(risk).some((level) => level !== undefined),
      ).length,
      codeListVersions: outcomes.length > 0 ? [codeListVersion] : [],
    },
  }
}
