import { expect, inject } from 'vitest'
import { given, givingOutcome, registering } from '../../support/referrals.ts'
import { putRaw } from '../../support/raw-tables.ts'
import { checkPage } from '../support/check-page.ts'
import { errorsOn, fillDate, heading, tick } from '../support/force-job.ts'
import { press } from '../support/follow.ts'
import { call } from '../support/service.ts'
import { signInAs } from '../support/sign-in.ts'
import { test } from '../support/test.ts'
import { giveReason, newSar } from '../support/ukfiu-job.ts'

const words = 'Words that are gone once it is erased.'

/** The service's time is June 2026: only what was put in from years before has come up for review. */
const closedLongAgo = async (place: number): Promise<string> => {
  const id = `R-TW0Y-0XD${place}`
  const sarReference = newSar()
  const { history } = given(
    registering({ organisation: 'dorset', referredOn: '2024-04-08', sarReference }, { id }),
    givingOutcome('2024-05-20', { concludedOn: '2024-05-17', rationale: words }),
  )
  const service = { dataDir: inject('serviceData') }
  const item = { id, version: 2, history, organisation: 'dorset', referred: `2024-04-08#${id}` }
  await putRaw(service, 'DataReferrals', item)
  await putRaw(service, 'DataSarRegister', { sarReference, organisation: 'dorset', id })
  return id
}

const found = (...ids: readonly string[]) => {
  const due = ids.map((id) => ({ id, dueOn: '2026-05-20' }))
  const item = { task: 'reviews', foundOn: '2026-06-01', found: ids.length, due }
  return putRaw({ dataDir: inject('serviceData') }, 'DataUpkeep', item)
}

test('what has come up for review is kept with a reason, or erased', async ({ page }) => {
  const [kept, gone] = [await closedLongAgo(1), await closedLongAgo(2)]
  await found(kept, gone)
  await signInAs(page, 'ukfiu', '/reviews')
  expect(await heading(page)).toBe('Due for review')
  await checkPage(page)

  await page.getByRole('link', { name: `Keep ${kept}` }).click()
  await press(page, 'Keep')
  expect(await errorsOn(page)).toEqual([
    'Choose why it is still needed',
    'Enter your reasons',
    'Enter the date of the next review',
  ])
  await checkPage(page)
  await giveReason(page, 'legal_claim')
  await fillDate(page, 'nextReviewOn', '2027-06-01')
  await press(page, 'Keep')
  expect(await heading(page)).toBe('Referral kept')
  await checkPage(page)

  await page.goto('/reviews')
  expect(await page.locator('tbody').textContent()).not.toContain(kept)
  await page.getByRole('link', { name: `erase ${gone}` }).click()
  await checkPage(page)
  await tick(page, 'reason', 'no_longer_needed')
  await press(page, 'Erase')
  expect(await heading(page)).toBe('Referral erased')
  await checkPage(page)

  await page.goto(`/referrals/${gone}`)
  expect(await page.locator('main').textContent()).toContain('Only what is counted is left.')
  expect(await page.locator('main').textContent()).not.toContain('Words that are gone')
  await checkPage(page)
  expect(await call('ukfiu', 'GET', `/v1/referrals/${gone}`)).toMatchObject({ sarReference: null })
  await page.goto('/reviews')
  expect(await page.locator('main').textContent()).toContain('Nothing waits for a decision.')
})

test('a force is shown what is left of its referral, and nothing to do', async ({ page }) => {
  const gone = await closedLongAgo(3)
  await call('ukfiu', 'POST', `/v1/referrals/${gone}/erasure`, { reason: 'no_longer_needed' })
  await signInAs(page, 'force-dorset', `/referrals/${gone}`)
  const shown = await page.locator('main').textContent()
  expect(shown).toContain('The UKFIU erased it')
  expect(shown).not.toContain('Words that are gone')
  expect(await page.getByRole('button', { name: 'Correct the outcome' }).count()).toBe(0)
  await checkPage(page)
})
