import type { Page } from 'playwright-core'
import type { Photograph } from './support/photograph.ts'

const year = '/assessments/2025-26'
const author = { person: 'sta-author' } as const
const approver = { person: 'sta-approver' } as const
const auditor = { person: 'auditor' } as const

const press = (name: string) => async (page: Page) => {
  const arrived = page.waitForEvent('load')
  await page.getByRole('button', { name, exact: true }).click()
  await arrived
}

const send = (field: string, words: string, button: string) => async (page: Page) => {
  await page.getByLabel(field).fill(words)
  await press(button)(page)
  await page.waitForURL('**/done')
}

const freeze = send(
  'What should readers know',
  'The first edition of the year, as at its cut-off.',
  'Freeze as a draft',
)
const approve = send('What did you check?', 'Tables 1 to 6 against the counters.', 'Approve edition 1')

/** The pages of the year and of the access log. The later of them need the draft that an earlier one freezes. */
export const assessmentPhotographs: readonly Photograph[] = [
  { name: 'sta-years', ...author, path: '/assessments' },
  { name: 'sta-year', ...author, path: year },
  { name: 'sta-year-published', ...author, path: `${year}?version=published` },
  { name: 'sta-year-error', ...author, path: `${year}?asAt-day=31&asAt-month=2&asAt-year=2026` },
  { name: 'sta-year-empty', ...author, path: '/assessments/2019-20' },
  { name: 'sta-year-to-come', ...author, path: '/assessments/2044-45' },
  { name: 'sta-freeze', ...author, path: `${year}/freeze` },
  { name: 'sta-freeze-error', ...author, path: `${year}/freeze`, act: press('Freeze as a draft') },
  { name: 'sta-freeze-done', ...author, path: `${year}/freeze`, act: freeze },
  { name: 'sta-draft', ...author, path: `${year}/editions/1` },
  { name: 'sta-approver-years', ...approver, path: '/assessments' },
  { name: 'sta-approver-draft', ...approver, path: `${year}/editions/1` },
  { name: 'sta-return', ...approver, path: `${year}/editions/1/return` },
  { name: 'sta-approve', ...approver, path: `${year}/editions/1/approve` },
  {
    name: 'sta-approve-error',
    ...approver,
    path: `${year}/editions/1/approve`,
    act: press('Approve edition 1'),
  },
  { name: 'sta-approve-done', ...approver, path: `${year}/editions/1/approve`, act: approve },
  { name: 'sta-approve-again', ...approver, path: `${year}/editions/1/approve` },
  { name: 'sta-year-since', ...author, path: year },
  { name: 'sta-changes', ...author, path: `${year}/changes` },
  { name: 'sta-changes-published', ...author, path: `${year}/changes?version=published` },
  { name: 'sta-changes-none', ...author, path: '/assessments/2026-27/changes' },
  { name: 'audit-log', ...auditor, path: '/access-log' },
  { name: 'audit-person', ...auditor, path: '/access-log?principal=sta-author' },
  { name: 'audit-none', ...auditor, path: '/access-log?principal=nobody-at-all' },
  { name: 'audit-error', ...auditor, path: '/access-log?referral=seven&from-day=31' },
]
