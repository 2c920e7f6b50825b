import type { Page } from 'playwright-core'
import { tick } from './force-job.ts'

/* What an officer of the UKFIU does on the pages, step by step. */

export const rationale = 'The account was found to be held by somebody else of the same name.'

/** A SAR reference that nobody has used. */
export const newSar = (): string => `UKFIU-${crypto.randomUUID().slice(0, 13).toUpperCase()}`

type Registration = { readonly sarReference: string; readonly organisation: string }

/** Fills in a registration, as of the day that the form offers. */
export const fillRegistration = async (
  page: Page,
  { sarReference, organisation }: Registration,
): Promise<void> => {
  await page.locator('#sarReference').fill(sarReference)
  await page.locator('#organisation').selectOption(organisation)
  await tick(page, 'subjectType', 'police_officer')
  await tick(page, 'linkType', 'direct')
  await tick(page, 'identificationBasis', 'employer_stated_in_sar')
  await tick(page, 'apparentConcern', 'possible_corruption')
  await tick(page, 'handling', 'P')
}

/** Gives the reason and the reasons of a move. */
export const giveReason = async (page: Page, reason: string): Promise<void> => {
  await tick(page, 'reason', reason)
  await page.locator('#rationale').fill(rationale)
}

type Row = Readonly<Record<string, string>> & { readonly sarReference: string; readonly referredOn: string }

const columns = [
  'sarReference',
  'organisation',
  'referredOn',
  'subjectType',
  'linkType',
  'identificationBasis',
  'apparentConcern',
  'handling',
]

const usual: Readonly<Record<string, string>> = {
  organisation: 'kent',
  subjectType: 'police_officer',
  linkType: 'direct',
  identificationBasis: 'ukfiu_enquiry',
  apparentConcern: 'unclear',
  handling: 'P',
}

/** A table to import, as a file that a browser can send. */
export const csvFile = (rows: readonly Row[]) => {
  const lines = rows.map((row) => columns.map((column) => row[column] ?? usual[column] ?? '').join(','))
  const text = [columns.join(','), ...lines].join('\r\n')
  return { name: 'referrals.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
}
