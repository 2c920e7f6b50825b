import { describe, expect } from 'vitest'
import * as z from 'zod'
import { checkPage } from '../support/check-page.ts'
import { errorsOn, fillDate, heading, tick } from '../support/force-job.ts'
import { call, refer, today } from '../support/service.ts'
import { signInAs } from '../support/sign-in.ts'
import { test } from '../support/test.ts'
import { csvFile, fillRegistration, giveReason, newSar, rationale } from '../support/ukfiu-job.ts'
import { follow, press } from '../support/follow.ts'

const referral = z.object({ id: z.string(), status: z.string(), sarReference: z.string() })
const stateOf = async (id: string) => referral.parse(await call('ukfiu', 'GET', `/v1/referrals/${id}`))
const idIn = (address: string): string => /R-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(address)?.[0] ?? ''

describe.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
  'with script: $javaScriptEnabled',
  (script) => {
    test('registering says who else holds the SAR; the same again is harmless', async ({ open }) => {
      const page = await open(script)
      const sarReference = newSar()
      await refer('kent', { sarReference })
      await signInAs(page, 'ukfiu', '/register')
      await fillRegistration(page, { sarReference, organisation: 'surrey' })
      await press(page, 'Register')
      expect(await heading(page)).toBe('Referral registered')
      expect(await page.locator('.govuk-warning-text').textContent()).toContain('is also with Kent Police')
      const id = idIn(page.url())
      await page.goto('/register')
      await fillRegistration(page, { sarReference, organisation: 'surrey' })
      await press(page, 'Register')
      expect(await heading(page)).toBe('This referral was there already')
      expect(idIn(page.url())).toBe(id)
    })

    test('a table is looked at before it is saved, bad rows marked', async ({ open }) => {
      const page = await open(script)
      const sar = newSar()
      const organisation = script.javaScriptEnabled ? 'cheshire' : 'durham'
      await signInAs(page, 'ukfiu', '/import')
      const rows = [
        { sarReference: `${sar}-A`, referredOn: await today(), organisation },
        { sarReference: `${sar}-B`, referredOn: '2099-01-01', organisation: 'nowhere' },
      ]
      await page.locator('#file').setInputFiles(csvFile(rows))
      await press(page, 'Check the rows')
      expect(await page.locator('.app-bad').allTextContents()).toEqual([
        expect.stringMatching(/Line 3.*Not saved.*organisation/s),
      ])
      if (script.javaScriptEnabled) await checkPage(page)
      expect(await call('ukfiu', 'GET', `/v1/referrals?organisation=${organisation}`)).toMatchObject({
        items: [],
      })
      await press(page, 'Save 1 row')
      expect(await page.locator('.govuk-panel').textContent()).toContain('1 registered')
      if (script.javaScriptEnabled) await checkPage(page)
      await follow(page, page.locator('tbody a').first())
      expect((await stateOf(idIn(page.url()))).sarReference).toBe(`${sar}-A`)
    })

    test('a referral is found by its SAR and redirected', async ({ open }) => {
      const page = await open(script)
      const sarReference = newSar()
      const id = await refer('kent', { sarReference })
      await signInAs(page, 'ukfiu', '/referrals')
      await page.locator('#sarReference').fill(sarReference.toLowerCase())
      await press(page, 'Find')
      await follow(page, page.getByRole('link', { name: id }))
      await follow(page, page.getByRole('button', { name: 'Redirect' }))
      await page.locator('#organisation').selectOption('essex')
      await giveReason(page, 'moved_force')
      await press(page, 'Redirect')
      expect(await heading(page)).toBe('Referral redirected')
      if (script.javaScriptEnabled) await checkPage(page)
      expect((await stateOf(id)).status).toBe('redirected')
      await page.goto(`/referrals?sarReference=${sarReference}`)
      expect(await page.locator('tbody tr').count()).toBe(2)
    })
  },
)

test('a date is put off twice and no more, and the referral is withdrawn', async ({ page }) => {
  const id = await refer('kent')
  await signInAs(page, 'ukfiu', `/referrals/${id}`)
  for (const days of ['5', '6']) {
    await page.goto(`/referrals/${id}/extend`)
    await checkPage(page)
    await page.locator('#workingDays').selectOption(days)
    await giveReason(page, 'complexity')
    await press(page, 'Put off the date')
    expect(await heading(page)).toBe('Due date put off')
  }
  await page.goto(`/referrals/${id}`)
  expect(await page.getByRole('button', { name: 'Put off the date' }).count()).toBe(0)
  await follow(page, page.getByRole('button', { name: 'Withdraw' }))
  await checkPage(page)
  await giveReason(page, 'registered_in_error')
  await press(page, 'Withdraw')
  expect(await heading(page)).toBe('Referral withdrawn')
  expect((await stateOf(id)).status).toBe('withdrawn')
  await page.goto(`/referrals/${id}`)
  expect(await page.locator('main').textContent()).toContain(rationale)
  await checkPage(page)
})

test('what is missing or wrong is said at its field, and a conflict leads to the referral that is there', async ({
  page,
}) => {
  const sarReference = newSar()
  const id = await refer('kent', { sarReference })
  await signInAs(page, 'ukfiu', '/register')
  await checkPage(page)
  await press(page, 'Register')
  expect(await errorsOn(page)).toContain('Choose how it may be handled')
  await checkPage(page)
  await fillRegistration(page, { sarReference, organisation: 'kent' })
  await tick(page, 'apparentConcern', 'unclear')
  await press(page, 'Register')
  expect(await errorsOn(page)).toEqual([
    `This SAR is with this organisation already, as ${id}, with other details`,
  ])
  await page.getByRole('link', { name: `See ${id}` }).click()
  for (const form of ['redirect', 'withdraw', 'extend']) {
    await page.goto(`/referrals/${id}/${form}`)
    await follow(page, page.locator('main form button'))
    expect((await errorsOn(page)).length).toBeGreaterThan(1)
    await checkPage(page)
  }
  await page.goto('/referrals')
  await fillDate(page, 'referredFrom', '2026-13-40')
  await press(page, 'Find')
  expect((await errorsOn(page)).length).toBe(1)
  await checkPage(page)
  await page.goto('/import')
  await page.locator('#file').setInputFiles(csvFile([]))
  await press(page, 'Check the rows')
  expect(await errorsOn(page)).toEqual(['The file has a header and no rows'])
  await checkPage(page)
})
