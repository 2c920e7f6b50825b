import type { Page } from 'playwright-core'
import type { Photograph } from './support/photograph.ts'
import { csvFile } from './support/ukfiu-job.ts'
import { follow, press, pressing } from './support/follow.ts'

const ukfiu = { person: 'ukfiu' } as const

const followFirst = (page: Page) => follow(page, page.locator('tbody th a').first())

/** From the first referral of a list, a page below it. */
const belowFirst =
  (below: string, act?: (page: Page) => Promise<void>) =>
  async (page: Page): Promise<void> => {
    await followFirst(page)
    await page.goto(page.url() + below)
    await act?.(page)
  }

const rows = [
  { sarReference: 'PHOTOGRAPH-1', referredOn: '2026-05-29' },
  { sarReference: 'PHOTOGRAPH-2', referredOn: '2026-05-29', apparentConcern: 'perhaps' },
  { sarReference: 'PHOTOGRAPH-3', referredOn: '2099-01-01' },
  { sarReference: 'PHOTOGRAPH-1', referredOn: '2026-05-29' },
]

const preview = async (page: Page) => {
  await page.locator('#file').setInputFiles(csvFile(rows))
  await press(page, 'Check the rows')
}

const save = async (page: Page) => {
  await preview(page)
  await page.locator('button[name="step"]').click()
  await page.locator('.govuk-panel').waitFor()
}

/** The pages of the UKFIU. Saving the import comes last: a second time there is nothing new in it. */
export const ukfiuPhotographs: readonly Photograph[] = [
  { name: 'ukfiu-board', ...ukfiu, path: '/non-responses' },
  { name: 'ukfiu-board-governance', ...ukfiu, path: '/non-responses?standing=governance' },
  { name: 'ukfiu-board-none', ...ukfiu, path: '/non-responses?age=over-365&owed=acknowledgement' },
  { name: 'ukfiu-register', ...ukfiu, path: '/register' },
  { name: 'ukfiu-register-error', ...ukfiu, path: '/register', act: pressing('Register') },
  { name: 'ukfiu-import', ...ukfiu, path: '/import' },
  { name: 'ukfiu-import-error', ...ukfiu, path: '/import', act: pressing('Check the rows') },
  { name: 'ukfiu-import-preview', ...ukfiu, path: '/import', act: preview },
  { name: 'ukfiu-import-results', ...ukfiu, path: '/import', act: save },
  { name: 'ukfiu-find', ...ukfiu, path: '/referrals' },
  { name: 'ukfiu-find-error', ...ukfiu, path: '/referrals?reference=seven' },
  { name: 'ukfiu-to-redirect', ...ukfiu, path: '/to-redirect' },
  { name: 'ukfiu-reviews', ...ukfiu, path: '/reviews' },
  { name: 'ukfiu-referral', ...ukfiu, path: '/referrals?overdue=very_overdue', act: followFirst },
  { name: 'ukfiu-referral-answered', ...ukfiu, path: '/referrals?status=outcome_received', act: followFirst },
  { name: 'ukfiu-referral-to-redirect', ...ukfiu, path: '/to-redirect', act: followFirst },
  {
    name: 'ukfiu-redirect',
    ...ukfiu,
    path: '/referrals?status=awaiting_acknowledgement',
    act: belowFirst('/redirect'),
  },
  {
    name: 'ukfiu-redirect-error',
    ...ukfiu,
    path: '/referrals?status=awaiting_acknowledgement',
    act: belowFirst('/redirect', pressing('Redirect')),
  },
  {
    name: 'ukfiu-withdraw',
    ...ukfiu,
    path: '/referrals?status=awaiting_acknowledgement',
    act: belowFirst('/withdraw'),
  },
  {
    name: 'ukfiu-extend',
    ...ukfiu,
    path: '/referrals?status=awaiting_acknowledgement',
    act: belowFirst('/extend'),
  },
  {
    name: 'ukfiu-extend-error',
    ...ukfiu,
    path: '/referrals?status=awaiting_acknowledgement',
    act: belowFirst('/extend', pressing('Put off the date')),
  },
  {
    name: 'ukfiu-receipt',
    ...ukfiu,
    path: '/referrals?status=awaiting_acknowledgement',
    act: belowFirst('/receipts/1'),
  },
  { name: 'ukfiu-organisations', ...ukfiu, path: '/organisations' },
  { name: 'ukfiu-organisation', ...ukfiu, path: '/organisations/metropolitan' },
  { name: 'ukfiu-contacts', ...ukfiu, path: '/organisations/metropolitan/contacts' },
  { name: 'ukfiu-statement', ...ukfiu, path: '/organisations/metropolitan/statement?year=2025-26' },
  { name: 'ukfiu-learning', ...ukfiu, path: '/learning?year=2025-26' },
]
