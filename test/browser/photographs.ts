import type { Page } from 'playwright-core'
import { assessmentPhotographs } from './assessment-photographs.ts'
import type { Photograph } from './support/photograph.ts'
import { ukfiuPhotographs } from './ukfiu-photographs.ts'
import { follow, pressing } from './support/follow.ts'

const followFirst = (page: Page) => follow(page, page.locator('tbody th a').first())

/** From the first referral of a list, a page below it. */
const belowFirst =
  (below: string, act?: (page: Page) => Promise<void>) =>
  async (page: Page): Promise<void> => {
    await followFirst(page)
    await page.goto(page.url() + below)
    await act?.(page)
  }

const unacknowledged = '/referrals?status=awaiting_acknowledgement'
const answered = '/referrals?status=outcome_received'
const force = { person: 'force-metropolitan' } as const

/** Answers pages of the outcome, each by ticking choices, and ends where the last leads to. */
const outcomeTo =
  (pages: Readonly<Record<string, readonly string[]>>) =>
  async (page: Page): Promise<void> => {
    await followFirst(page)
    const referral = page.url()
    await page.goto(`${referral}/outcome/findings`)
    for (const [step, choices] of Object.entries(pages)) {
      await page.goto(`${referral}/outcome/${step}`)
      for (const choice of choices) await page.locator(choice).check()
      await pressing('Save and continue')(page)
    }
  }

const findings = [
  '[name=subjectConfirmed][value=former_personnel]',
  '[name=evidenceOfCorruption][value=actual]',
]
const categories = ['[name=corruptionCategories][value=theft_and_fraud]']
const actions = [
  '[name=actions][value=misconduct_investigation]',
  '[name=leftBeforeConclusion][value=resigned]',
]
const proceedings = [
  '[name=criminalOutcome][value=convicted]',
  '[name=proceedingType][value=misconduct_hearing]',
]
const finding = ['[name=findingLevel][value=gross_misconduct]']
const sanction = ['[name=disciplinaryAction][value=would_have_been_dismissed]']
const barred = ['[name=barredList][value=yes]']
const hearing = { findings, categories, actions, proceedings, finding, sanction, 'barred-list': barred }

/** Every page as each person sees it. */
export const photographs: readonly Photograph[] = [
  { name: 'help', path: '/help' },
  { name: 'accessibility', path: '/accessibility' },
  { name: 'cookies', path: '/cookies' },
  { name: 'signed-out', path: '/signed-out' },
  { name: 'timed-out', path: '/timed-out' },
  { name: 'not-found', path: '/nothing-here' },
  { name: 'choose-who', path: '/sign-in' },
  { name: 'no-access', person: 'nobody', path: '/referrals' },
  { name: 'force-owed', ...force, path: '/referrals' },
  { name: 'force-owed-none', ...force, path: '/referrals?overdue=due_soon&status=awaiting_update' },
  { name: 'force-referral', ...force, path: unacknowledged, act: followFirst },
  { name: 'force-referral-answered', ...force, path: answered, act: followFirst },
  { name: 'force-acknowledge', ...force, path: unacknowledged, act: belowFirst('/acknowledge') },
  {
    name: 'force-acknowledge-error',
    ...force,
    path: unacknowledged,
    act: belowFirst('/acknowledge', pressing('Acknowledge')),
  },
  { name: 'force-progress', ...force, path: unacknowledged, act: belowFirst('/progress') },
  {
    name: 'force-progress-error',
    ...force,
    path: unacknowledged,
    act: belowFirst('/progress', pressing('Report progress')),
  },
  { name: 'force-outcome-1-findings', ...force, path: unacknowledged, act: outcomeTo({}) },
  {
    name: 'force-outcome-1-findings-error',
    ...force,
    path: unacknowledged,
    act: outcomeTo({ findings: [] }),
  },
  { name: 'force-outcome-2-categories', ...force, path: unacknowledged, act: outcomeTo({ findings }) },
  {
    name: 'force-outcome-3-actions',
    ...force,
    path: unacknowledged,
    act: outcomeTo({ findings, categories }),
  },
  {
    name: 'force-outcome-4-came',
    ...force,
    path: unacknowledged,
    act: outcomeTo({ findings, categories, actions }),
  },
  {
    name: 'force-outcome-5-finding',
    ...force,
    path: unacknowledged,
    act: outcomeTo({ findings, categories, actions, proceedings }),
  },
  {
    name: 'force-outcome-6-sanction',
    ...force,
    path: unacknowledged,
    act: outcomeTo({ findings, categories, actions, proceedings, finding }),
  },
  {
    name: 'force-outcome-7-barred',
    ...force,
    path: unacknowledged,
    act: outcomeTo({ findings, categories, actions, proceedings, finding, sanction }),
  },
  { name: 'force-outcome-8-reasons', ...force, path: unacknowledged, act: outcomeTo(hearing) },
  {
    name: 'force-outcome-8-reasons-error',
    ...force,
    path: unacknowledged,
    act: outcomeTo({ ...hearing, reasons: [] }),
  },
  { name: 'force-correction', ...force, path: answered, act: belowFirst('/outcome') },
  {
    name: 'force-receipt',
    ...force,
    path: answered,
    act: async (page) => {
      await followFirst(page)
      await page.locator('a[href*="/receipts/"]').first().click()
    },
  },
  { name: 'force-statement', ...force, path: '/statement' },
  { name: 'force-contacts', ...force, path: '/contacts' },
  ...ukfiuPhotographs,
  ...assessmentPhotographs,
]
