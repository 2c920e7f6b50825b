import { expect, test } from 'vitest'
import {
  actions,
  codesOf,
  corruptionCategories,
  criminalOutcomes,
  disciplinaryActions,
  evidenceLevels,
  intelligenceValues,
  linkTypes,
  otherConcerns,
  subjectTypes,
} from '../../../../shared/domain/codes.ts'
import { localDate } from '../../../../shared/domain/dates.ts'
import { named } from '../../../../shared/domain/figures/named.ts'
import { summarise } from '../../../../shared/domain/figures/summarise.ts'
import { cutOffOf, monthsOf, reportingYearOf } from '../../../../shared/domain/reporting-year.ts'
import { referenceData } from '../../../../shared/runtime/reference-data.ts'

/** Every counter once, each at a number of its own, so that a figure taken from a wrong one shows. */
const year = reportingYearOf(localDate('2026-04-07'))

const kinds = (kind: 'subject' | 'link', codes: readonly string[]) =>
  codes.flatMap((code) => [`${kind}:${code}`, `${kind}:${code}:actual`, `${kind}:${code}:potential`])

const names: readonly string[] = [
  ...monthsOf(year).flatMap((month) => [
    `returnedOnTime:${month}`,
    `returnedLate:${month}`,
    `noReturn:${month}:2027-04-29`,
    `noReturn:${month}:2027-05-01`,
  ]),
  // One in each band of ages, and one at each edge of a band.
  ...['2027-03-31', '2027-03-30', '2027-01-30', '2027-01-29', '2026-11-01', '2026-10-31'].map(
    (due) => `noReturn:2026-04:${due}`,
  ),
  ...['2026-04-30', '2026-04-29'].map((due) => `noReturn:2026-04:${due}`),
  'withdrawn',
  'redirected',
  'riskNotRecorded',
  ...[...codesOf(evidenceLevels), 'no_outcome_yet'].map((level) => `evidence:${level}`),
  ...codesOf(corruptionCategories).flatMap((code) => [
    `category:${code}:actual`,
    `category:${code}:potential`,
  ]),
  ...codesOf(otherConcerns).map((code) => `concern:${code}`),
  ...codesOf(actions).map((code) => `action:${code}`),
  ...codesOf(disciplinaryActions).map((code) => `discipline:${code}`),
  ...codesOf(criminalOutcomes).map((code) => `criminal:${code}`),
  ...codesOf(intelligenceValues).map((code) => `intelligence:${code}`),
  ...kinds('subject', codesOf(subjectTypes)),
  ...kinds('link', codesOf(linkTypes)),
]

const counters = Object.fromEntries(names.map((name, place) => [name, place + 1]))
const referralsMade = Object.fromEntries(monthsOf(year).map((month) => [`referralsMade:${month}`, 1000]))
const days = { 'firstReturnDays:12': 3, 'firstReturnDays:40': 1, 'outcomeDays:30': 1, 'outcomeDays:90': 9 }
const versions = { 'codeLists:2': 4, 'codeLists:1': 7 }

const summary = summarise({
  year,
  asAt: localDate('2027-04-30'),
  cutOff: cutOffOf(year),
  organisations: [...referenceData.organisations.values()],
  tallies: [
    { organisation: 'kent', hmrc: false, counters: { ...counters, ...referralsMade, ...days, ...versions } },
  ],
  unanswered: new Map(),
})

test('every figure has its name, and is made from its own counters', async () => {
  const lines = named(summary).map(({ name, figure }) => `${name}: ${figure}`)
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('every-figure.txt')
})

test('a spread says how many it is over', () => {
  expect(summary.timeliness).toEqual({
    workingDaysToFirstReturn: { count: 4, median: 12, p90: 40 },
    workingDaysToOutcome: { count: 10, median: 90, p90: 90 },
  })
})

test('the versions of the code lists are those that outcomes were given under, in order', () => {
  expect(summary.dataQuality.codeListVersions).toEqual(['1', '2'])
})
