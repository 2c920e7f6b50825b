import { describe, expect } from 'vitest'
import { checkPage } from '../support/check-page.ts'
import { call, refer } from '../support/service.ts'
import { signInAs } from '../support/sign-in.ts'
import { test } from '../support/test.ts'

describe('an auditor', () => {
  test('finds what somebody just looked at, and who was refused it, without script', async ({ open }) => {
    // Given a referral with Kent that its department looks at, and Essex tries to
    const id = await refer('kent')
    await call('force-kent', 'GET', `/v1/referrals/${id}`)
    await expect(call('force-essex', 'GET', `/v1/referrals/${id}`)).rejects.toThrow('404')

    // When an auditor searches for it
    const page = await open({ javaScriptEnabled: false })
    await signInAs(page, 'auditor')
    expect(await page.locator('h1').textContent()).toBe('Access log')
    await page.getByLabel('Referral', { exact: true }).fill(` ${id.toLowerCase()} `)
    await page.getByRole('button', { name: 'Search' }).click()

    // Then who saw it, in which role and organisation, and what came of it stand there in words
    const rows = await page.locator('tbody tr').allInnerTexts()
    const said = (part: string) => rows.filter((row) => row.includes(part)).join()
    expect(said('Kent Police professional standards')).toMatch(
      /Force, Kent Police[^]*Look at a referral\s*Consultation, over the API[^]*Answered/,
    )
    expect(said('Essex Police professional standards')).toContain('Refused: nothing there that they may see')
    expect(rows[0]).toMatch(/UKFIU officer[^]*Register a referral\s*Collection, over the API[^]*Answered/)
  })

  test('narrows to a person, to a day and back, and takes it away as CSV', async ({ page }) => {
    const id = await refer('surrey')
    await signInAs(page, 'auditor', `/access-log?referral=${id}`)
    await page.getByRole('link', { name: 'UKFIU officer' }).first().click()
    expect(await page.locator('h2').first().textContent()).toBe('Everything asked by UKFIU officer')
    await checkPage(page)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download as CSV' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^OFFICIAL-SENSITIVE-access-log-.*\.csv$/)
    await page.getByRole('link', { name: 'Show today’s' }).first().click()
    expect(await page.locator('h2').first().textContent()).toMatch(/^Everything asked today, /)
    await checkPage(page)
  })

  test('is told which day is wrong, and that there is nothing', async ({ page }) => {
    await signInAs(
      page,
      'auditor',
      '/access-log?from-day=31&from-month=2&from-year=2026&principal=x&referral=nonsense',
    )
    expect(await page.locator('.govuk-error-summary li').allInnerTexts()).toEqual([
      'The referral must be a referral reference such as R-7K3M-9QXD',
      'Search for a referral or for a person, not for both',
      'The first day must be a real date, such as 27 3 2026',
    ])
    await checkPage(page)
    await page.goto('/access-log?principal=nobody-at-all')
    expect(await page.getByText('There is nothing. A person is found').count()).toBe(1)
    await checkPage(page)
    await page.goto('/access-log?from-day=1&from-month=1&from-year=1990')
    expect(await page.locator('.govuk-error-summary li').allInnerTexts()).toEqual([
      'Search through a year at a time, or name a referral or a person to search through all years',
    ])
  })

  test('nobody else sees the log', async ({ page }) => {
    await signInAs(page, 'ukfiu', '/access-log')
    expect(await page.locator('h1').textContent()).toBe('You can’t see this page')
  })
})
