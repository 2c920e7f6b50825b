import type { Page } from 'playwright-core'
import { press } from './follow.ts'

/* What somebody of a force does on the pages, step by step. */

export const heading = async (page: Page): Promise<string> =>
  ((await page.locator('h1').textContent()) ?? '').trim().replaceAll(/\s+/g, ' ')

/** What the error summary says, a line for each error. */
export const errorsOn = async (page: Page): Promise<string[]> => {
  const lines = await page.locator('.govuk-error-summary li').allTextContents()
  return lines.map((line) => line.trim())
}

/** The last part of the address. */
export const place = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? ''

/** Ticks or chooses a code of a field. */
export const tick = (page: Page, field: string, code: string): Promise<void> =>
  page.locator(`[name="${field}"][value="${code}"]`).check()

export type Choices = Readonly<Record<string, string>>

/** Answers a page of the outcome with one choice for each field, and goes on. */
export const answer = async (page: Page, choices: Choices): Promise<void> => {
  for (const [field, code] of Object.entries(choices)) await tick(page, field, code)
  await press(page, 'Save and continue')
}

/** Fills in a date's three fields from `2026-06-03`. */
export const fillDate = async (page: Page, field: string, date: string): Promise<void> => {
  const [year = '', month = '', day = ''] = date.split('-')
  await page.locator(`[name="${field}-day"]`).fill(day)
  await page.locator(`[name="${field}-month"]`).fill(month)
  await page.locator(`[name="${field}-year"]`).fill(year)
}

export const reasons = 'The account was looked at, and nothing in it was out of the ordinary.'

/** Answers the last page of the outcome. */
export const giveReasons = async (page: Page, date: string, rationale = reasons): Promise<void> => {
  await tick(page, 'intelligenceValue', 'new_information')
  await fillDate(page, 'concludedOn', date)
  await page.locator('#rationale').fill(rationale)
  await press(page, 'Save and continue')
}

/** Answers everything up to the check, of somebody of whom nothing was found and for whom nothing was done. */
export const answerNoAction = async (page: Page, id: string, date: string): Promise<void> => {
  await page.goto(`/referrals/${id}/outcome`)
  await answer(page, { subjectConfirmed: 'current_personnel', evidenceOfCorruption: 'none' })
  await answer(page, { actions: 'no_action' })
  await giveReasons(page, date)
}

/** An outcome as the API takes it, of somebody of whom nothing was found. */
export const noActionOutcome = (concludedOn: string) => ({
  subjectConfirmed: 'current_personnel',
  evidenceOfCorruption: 'none',
  actions: ['no_action'],
  criminalOutcome: 'none',
  proceedingType: 'none',
  findingLevel: 'not_applicable',
  disciplinaryAction: 'none',
  leftBeforeConclusion: 'no',
  barredList: 'no',
  intelligenceValue: 'no_value',
  linkAlreadyDeclared: 'not_applicable',
  concludedOn,
  rationale: reasons,
})
