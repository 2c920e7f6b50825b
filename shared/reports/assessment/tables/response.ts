import type { AnnualSummary, Answered, Withheld } from '../../../domain/figures/summary.ts'
import type { Cell } from '../table.ts'
import { monthInWords } from '../../../domain/dates.ts'
import { responseRateSentence } from '../words/response-rate.ts'
import { answeredColumns, count, number, rateCells, rateColumns, row, text, type Draft } from './draft.ts'

/** The cells of `answeredColumns`. */
export const answeredCells = (of: Answered<Withheld>): readonly Cell[] => [
  of.referralsMade,
  of.returnedOnTime,
  of.returnedLate,
  of.outstanding,
  of.notYetDue,
]

export const responseTable = ({ response }: AnnualSummary): Draft => ({
  id: 'response',
  caption: 'Referrals made and how they were answered',
  columns: [text('answer', 'Referrals'), count('referrals', 'Number')],
  rows: [
    row('returnedOnTime', 'First return received on time', response.returnedOnTime),
    row('returnedLate', 'First return received late', response.returnedLate),
    row('outstanding', 'Outstanding: due, with no return received', response.outstanding),
    row('notYetDue', 'Not yet due, with no return received', response.notYetDue),
    row('referralsMade', 'All referrals made', response.referralsMade),
    row('withdrawn', 'Withdrawn, and not counted above', response.withdrawn),
    row('redirected', 'Redirected, and not counted above', response.redirected),
  ],
  notes: ['A return is a progress report or an outcome. An acknowledgement is not a return.'],
})

export const rateTable = ({ response }: AnnualSummary): Draft => ({
  id: 'rate',
  caption: 'Response rate, with its 95% confidence interval',
  columns: [text('scope', 'Referrals due an answer'), ...rateColumns],
  rows: [row('all', 'All organisations', ...rateCells(response.responseRate))],
  notes: ['Returned on time or late, as a share of those and the outstanding. Wilson score interval.'],
})

export const monthsTable = ({ responseByMonth }: AnnualSummary): Draft => ({
  id: 'months',
  caption: 'Response by the month of the referral',
  columns: [text('month', 'Month'), ...answeredColumns],
  rows: responseByMonth.map((month) => row(month.month, monthInWords(month.month), ...answeredCells(month))),
  notes: [],
})

export const ageTable = ({ outstandingByAge }: AnnualSummary): Draft => ({
  id: 'age',
  caption: 'Outstanding referrals by age',
  columns: [text('age', 'Time since the first return was due'), count('outstanding', 'Outstanding')],
  rows: outstandingByAge.map((age) => row(age.code, age.label, age.count)),
  notes: ['Age is in calendar days from the date first set, whatever extensions followed.'],
})

export const timelinessTable = (summary: AnnualSummary): Draft => {
  const { workingDaysToFirstReturn: first, workingDaysToOutcome: outcome } = summary.timeliness
  return {
    id: 'timeliness',
    caption: 'Working days from referral to answer',
    columns: [
      text('answer', 'Answer'),
      count('referrals', 'Referrals with one'),
      number('median', 'Median working days'),
      number('p90', '90th percentile working days'),
    ],
    rows: [
      row('firstReturn', 'First return', first.count, first.median, first.p90),
      row('outcome', 'First outcome', outcome.count, outcome.median, outcome.p90),
    ],
    notes: [responseRateSentence(summary), 'Referrals without an answer are not in these figures.'],
  }
}
