import { assessment, nothingYet } from './figures.ts'
import type { Step } from './step.ts'
import { problem } from '../../problem.ts'
import { invalid } from './told.ts'

const at = '2026-07-15T09:00:00.000Z'
const author = { as: 'sta-author', at } as const
const approver = { as: 'sta-approver', at } as const
const year = { year: '2026-27' }
const first = { ...year, n: '1' }

const draft = {
  edition: 1,
  reportingYear: '2026-27',
  asAt: '2026-07-15',
  note: 'For the meeting of the assessment board in July.',
  revises: null,
  draftedBy: { id: 'sta-author', name: 'STA author' },
  draftedAt: at,
  state: 'draft',
}
const approved = {
  ...draft,
  state: 'approved',
  approvedBy: { id: 'sta-approver', name: 'STA approver' },
  approvedAt: at,
  approvalNote: 'Read, and checked against the statements of the forces.',
}

/** The authors of the assessment read the year's figures, and two people put their names to an edition. */
export const assessing: readonly Step[] = [
  {
    name: 'readAssessment',
    summary: 'The year so far; the lists are excerpts',
    route: 'readAssessment',
    ...author,
    path: year,
    status: 200,
    answer: assessment,
  },
  {
    name: 'readAssessmentTooEarly',
    summary: 'A year that has not begun',
    route: 'readAssessment',
    ...author,
    path: { year: '2030-31' },
    status: 422,
    answer: invalid(['/year', 'Must have begun: 2030-31 begins on 1 April 2030.']),
  },
  {
    name: 'readAssessmentAsAt',
    summary: 'As at the end of an earlier day, before the first referral; the lists are left out',
    route: 'readAssessment',
    ...author,
    path: year,
    query: { asAt: '2026-04-30', version: 'published' },
    status: 200,
    answer: nothingYet,
  },
  {
    name: 'readAssessmentInTheFuture',
    summary: 'A day that has not come',
    route: 'readAssessment',
    ...author,
    path: year,
    query: { asAt: '2026-12-24' },
    status: 422,
    answer: invalid(['/asAt', 'Must not be in the future: today is 15 July 2026.']),
  },
  {
    name: 'freezeEdition',
    summary: 'A draft as at today',
    route: 'freezeEdition',
    ...author,
    path: year,
    body: { asAt: '2026-07-15', note: draft.note },
    status: 201,
    answer: draft,
  },
  {
    name: 'freezeEditionInTheFuture',
    summary: 'A day that has not come',
    route: 'freezeEdition',
    ...author,
    path: year,
    body: { asAt: '2026-12-24', note: 'Too soon.' },
    status: 422,
    answer: invalid(['/asAt', 'Must not be in the future: today is 15 July 2026.']),
  },
  {
    name: 'readEdition',
    summary: 'The figures as they were frozen; the lists are excerpts',
    route: 'readEdition',
    ...approver,
    path: first,
    status: 200,
    answer: assessment,
  },
  {
    name: 'readEditionThatThereIsNot',
    summary: 'A number that no edition has',
    route: 'readEdition',
    ...approver,
    path: { ...year, n: '9' },
    status: 404,
    answer: problem(404, 'There is nothing here that you can see. Check the reference.'),
  },
  {
    name: 'approveEdition',
    summary: 'A second person approves it',
    route: 'approveEdition',
    ...approver,
    path: first,
    body: { note: approved.approvalNote },
    status: 200,
    answer: approved,
  },
  {
    name: 'returnEditionTooLate',
    summary: 'What is approved never changes',
    route: 'returnEdition',
    ...approver,
    path: first,
    body: { note: 'On second thoughts.' },
    status: 409,
    answer: problem(
      409,
      'Edition 1 of 2026-27 was approved by STA approver, and approved editions never change.',
    ),
  },
  {
    name: 'listEditions',
    summary: 'The editions of the year',
    route: 'listEditions',
    ...author,
    path: year,
    status: 200,
    answer: { items: [approved] },
  },
]
