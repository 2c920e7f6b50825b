import { monthInWords } from '../dates.ts'
import type { Figure } from './report.ts'
import type { Rate } from './statistics.ts'
import { withheld, type AnnualSummary, type Answered, type Withheld } from './summary.ts'

/** A figure of a summary by the name that people know it by. No two have the same name. */
export type Named = { readonly name: string; readonly figure: Figure }

const answers = {
  referralsMade: 'referrals made',
  returnedOnTime: 'returned on time',
  returnedLate: 'returned late',
  outstanding: 'outstanding',
  notYetDue: 'not yet due',
} as const satisfies Record<keyof Answered, string>
export type AnswerState = keyof typeof answers

/** A label inside a sentence: it keeps every capital but the first. */
const inside = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1)

/** What each counted thing is called: the one place for the names, whether of a total or of one referral's part. */
export const nameOf = {
  response: (state: AnswerState | 'withdrawn' | 'redirected') =>
    `Response: ${state === 'withdrawn' || state === 'redirected' ? state : answers[state]}`,
  month: (month: string, state: AnswerState) => `Referred in ${monthInWords(month)}: ${answers[state]}`,
  age: (band: string) => `Outstanding for ${inside(band)}`,
  evidence: (level: string) => `Evidence of corruption: ${level.replaceAll('_', ' ')}`,
  category: (label: string, evidence: string) => `Category, ${inside(label)}: ${evidence}`,
  concern: (label: string) => `Other concern: ${inside(label)}`,
  action: (label: string) => `Action: ${inside(label)}`,
  discipline: (label: string) => `Disciplinary action: ${inside(label)}`,
  criminal: (label: string) => `Criminal outcome: ${inside(label)}`,
  intelligence: (label: string) => `Intelligence value: ${inside(label)}`,
  subject: (label: string, measure: string) => `Subject, ${inside(label)}: ${measure}`,
  link: (label: string, measure: string) => `Link, ${inside(label)}: ${measure}`,
  riskNotRecorded: () => 'Referrals without recorded risk',
}

const states: readonly AnswerState[] = [
  'referralsMade',
  'returnedOnTime',
  'returnedLate',
  'outstanding',
  'notYetDue',
]

const percent = (rate: Rate | Withheld | null): Figure =>
  rate === null || rate === withheld ? rate : Math.round(rate.value * 1000) / 10

const responses = ({ response, responseByMonth, outstandingByAge }: AnnualSummary): Named[] => [
  ...[...states, 'withdrawn' as const, 'redirected' as const].map((state) => ({
    name: nameOf.response(state),
    figure: response[state],
  })),
  { name: 'Response rate, per cent', figure: percent(response.responseRate) },
  ...responseByMonth.flatMap((of) =>
    states.map((state) => ({ name: nameOf.month(of.month, state), figure: of[state] })),
  ),
  ...outstandingByAge.map(({ label, count }) => ({ name: nameOf.age(label), figure: count })),
]

const kinds = (summary: AnnualSummary): Named[] =>
  (['subject', 'link'] as const).flatMap((kind) =>
    (kind === 'subject' ? summary.subjectTypes : summary.linkTypes).flatMap((of) =>
      (['referrals', 'actual', 'potential'] as const).map((measure) => ({
        name: nameOf[kind](of.label, measure),
        figure: of[measure],
      })),
    ),
  )

const codes = (summary: AnnualSummary): Named[] =>
  (
    [
      ['concern', summary.otherConcerns],
      ['action', summary.actions],
      ['discipline', summary.disciplinaryActions],
      ['criminal', summary.criminalOutcomes],
      ['intelligence', summary.intelligenceValue],
    ] as const
  ).flatMap(([list, counts]) =>
    counts.map(({ label, count }) => ({ name: nameOf[list](label), figure: count })),
  )

const outcomes = (summary: AnnualSummary): Named[] => [
  ...Object.entries(summary.evidenceOfCorruption).map(([level, figure]) => ({
    name: nameOf.evidence(level),
    figure,
  })),
  ...summary.corruptionCategories.flatMap(({ label, actual, potential }) => [
    { name: nameOf.category(label, 'actual'), figure: actual },
    { name: nameOf.category(label, 'potential'), figure: potential },
  ]),
]

const spreads = ({ timeliness }: AnnualSummary): Named[] =>
  (
    [
      ['Working days to first return', timeliness.workingDaysToFirstReturn],
      ['Working days to outcome', timeliness.workingDaysToOutcome],
    ] as const
  ).flatMap(([what, { median, p90 }]) => [
    { name: `${what}: median`, figure: median },
    { name: `${what}: 90th percentile`, figure: p90 },
  ])

/** Every figure of a summary but those by organisation: what two editions of a year are compared by. */
export const named = (summary: AnnualSummary): readonly Named[] => [
  ...responses(summary),
  ...outcomes(summary),
  ...codes(summary),
  ...kinds(summary),
  ...spreads(summary),
  {
    name: nameOf.riskNotRecorded(),
    figure: summary.dataQuality.referralsWithoutRecordedRisk,
  },
]
