import { assessmentQuery, editionQuery } from '../../requests.ts'
import type { OperationsOf } from './operation.ts'

const files = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'text/html',
]
const noYear = 'That is not a reporting year.'
const noEdition = 'There is no such edition.'
const decided = 'You drafted it yourself, or it was decided before: the detail says which, and by whom.'

/** What those who write, approve and read the annual assessment use. */
export const assessmentOperations: OperationsOf<'assessments'> = {
  readAssessment: {
    summary: "Read a year's figures",
    description:
      'The SAR summary of a reporting year as at the end of a day, today when none is named, for the strategic threat assessment. The published version withholds every count that somebody could be told from. Live figures follow a change within seconds.',
    query: assessmentQuery,
    alsoAs: files,
    answers: { 200: 'The figures.' },
    refusals: { 404: noYear, 422: 'The year has not begun, or the day is in the future or before the year.' },
  },
  freezeEdition: {
    summary: 'Freeze an edition',
    description:
      'Freezes the figures, the text and every file of a year as at the end of a day, as a draft for another person to approve.',
    body: 'FreezingRequest',
    answers: { 201: 'The draft.' },
    refusals: {
      404: noYear,
      409: 'The counted figures and the referrals do not agree yet: the detail names where.',
      422: 'The year has not begun, or the day is in the future, before the year, or before the edition that this one would revise.',
    },
  },
  listEditions: {
    summary: 'List the editions of a year',
    description: 'Every edition of a reporting year, the first one first, with what was decided about it.',
    answers: { 200: 'The editions.' },
    refusals: { 404: noYear },
  },
  readEdition: {
    summary: 'Read an edition',
    description: 'An edition as it was frozen: the same bytes every time, in each version and format.',
    query: editionQuery,
    alsoAs: files,
    answers: { 200: 'Its figures.' },
    refusals: { 404: noEdition },
  },
  approveEdition: {
    summary: 'Approve an edition',
    description: "Puts a second person's name to another person's draft. An approved edition never changes.",
    body: 'DecisionRequest',
    answers: { 200: 'The edition.' },
    refusals: { 404: noEdition, 409: decided },
  },
  returnEdition: {
    summary: 'Return an edition',
    description: "Gives another person's draft back, with the reason; its author freezes a new one.",
    body: 'DecisionRequest',
    answers: { 200: 'The edition.' },
    refusals: { 404: noEdition, 409: decided },
  },
}
