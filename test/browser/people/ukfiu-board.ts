import { readFile } from 'node:fs/promises'
import { describe, expect } from 'vitest'
import { checkPage } from '../support/check-page.ts'
import { heading } from '../support/force-job.ts'
import { call, refer } from '../support/service.ts'
import { signInAs } from '../support/sign-in.ts'
import { test } from '../support/test.ts'
import { press } from '../support/follow.ts'

/** Referred so long ago that it is overdue. */
const old = { referredOn: '2026-01-12' }

describe.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
  'the board, with script: $javaScriptEnabled',
  (script) => {
    test('names each overdue referral with its age, and narrows to what is asked', async ({ open }) => {
      const page = await open(script)
      const [late, other] = [await refer('dorset', old), await refer('wiltshire', old)]
      await signInAs(page, 'ukfiu')
      expect(await heading(page)).toBe('Non-responses')
      await page.locator('#organisation').selectOption('dorset')
      await press(page, 'Show')
      const shown = (await page.locator('main').textContent()) ?? ''
      expect(shown).toContain(late)
      expect(shown).not.toContain(other)
      expect(shown).toMatch(/months/)
      if (script.javaScriptEnabled) await checkPage(page)
      await page.locator('#age').selectOption('over-365')
      await press(page, 'Show')
      expect(await page.locator('main').textContent()).toContain('Nothing overdue is like that')
      if (script.javaScriptEnabled) await checkPage(page)
    })
  },
)

test('the board is kept as a table whose name carries the marking', async ({ page }) => {
  const id = await refer('dorset', old)
  await signInAs(page, 'ukfiu', '/non-responses?organisation=dorset')
  await checkPage(page)
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download as a table (CSV)' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^OFFICIAL-SENSITIVE-non-responses-/)
  expect(await readFile(await download.path(), 'utf8')).toContain(id)
})

test('an organisation, its contacts and its statement, with the keyboard alone', async ({ page }) => {
  await refer('gwent', old)
  await signInAs(page, 'ukfiu', '/organisations')
  await checkPage(page)
  await page.getByRole('link', { name: 'Gwent Police' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/organisations/gwent')
  await checkPage(page)
  await page.getByRole('link', { name: 'Change the contacts' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('#unit_mailbox').fill('no address')
  await page.keyboard.press('Enter')
  await page.locator('.govuk-error-summary').waitFor()
  await checkPage(page)
  await page.locator('#unit_mailbox').fill('psd.unit@gwent.example')
  await page.keyboard.press('Enter')
  await page.locator('.govuk-notification-banner').waitFor()
  await checkPage(page)
  expect(await call('ukfiu', 'GET', '/v1/organisations/gwent/contacts')).toMatchObject({
    contacts: expect.arrayContaining([expect.objectContaining({ email: 'psd.unit@gwent.example' })]),
  })
  await page.goto('/organisations/gwent/statement?year=2025-26')
  await checkPage(page)
  await page.goto('/organisations/ukfiu/contacts')
  await checkPage(page)
})

test('who is not theirs waits to be redirected; learning points are there by year', async ({ page }) => {
  const id = await refer('cumbria')
  const path = `/v1/referrals/${id}/acknowledgement`
  await call('force-cumbria', 'POST', path, { personnelConfirmed: 'no' })
  await signInAs(page, 'ukfiu', '/to-redirect')
  await checkPage(page)
  await page.getByRole('link', { name: `Redirect ${id}` }).click()
  expect(await heading(page)).toBe('Redirect this referral')
  await page.goto('/learning?category=infiltration')
  expect(await page.locator('main').textContent()).toContain('No outcome of that category')
  await checkPage(page)
})
