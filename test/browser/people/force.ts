import { describe, expect } from 'vitest'
import * as z from 'zod'
import { checkPage } from '../support/check-page.ts'
import {
  answer,
  answerNoAction,
  errorsOn,
  fillDate,
  giveReasons,
  heading,
  noActionOutcome,
  place,
  tick,
} from '../support/force-job.ts'
import { call, refer, today } from '../support/service.ts'
import { signInAs } from '../support/sign-in.ts'
import { test } from '../support/test.ts'
import { press } from '../support/follow.ts'

const referral = z.object({ status: z.string(), outcome: z.record(z.string(), z.unknown()).nullable() })
const entry = z.object({ route: z.string(), principal: z.object({ id: z.string() }), status: z.int() })
const accessLog = z.object({ items: z.array(entry) })
const stateOf = async (id: string, force = 'force-kent') =>
  referral.parse(await call(force, 'GET', `/v1/referrals/${id}`))

describe.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
  'with script: $javaScriptEnabled',
  (script) => {
    test('a referral is acknowledged on one page after it is opened', async ({ open }) => {
      const page = await open(script)
      const id = await refer('kent')
      await signInAs(page, 'force-kent', '/referrals')
      await page.getByRole('link', { name: id }).click()
      await page.getByRole('button', { name: 'Acknowledge' }).click()
      await tick(page, 'personnelConfirmed', 'yes')
      await press(page, 'Acknowledge')
      expect(await heading(page)).toBe('Acknowledgement recorded')
      expect(await page.locator('.govuk-panel').textContent()).toContain(`${id}-2`)
      expect((await stateOf(id)).status).toBe('awaiting_first_return')
    })

    test('an outcome without action takes four pages and a receipt', async ({ open }) => {
      const page = await open(script)
      const id = await refer('kent')
      await signInAs(page, 'force-kent', `/referrals/${id}`)
      await page.getByRole('button', { name: 'Give the outcome' }).click()
      const pages = [place(page)]
      await answer(page, { subjectConfirmed: 'current_personnel', evidenceOfCorruption: 'none' })
      pages.push(place(page))
      await answer(page, { actions: 'no_action' })
      pages.push(place(page))
      await giveReasons(page, await today())
      pages.push(place(page))
      await press(page, 'Send the outcome')
      expect(pages).toEqual(['findings', 'actions', 'reasons', 'check'])
      expect(await heading(page)).toBe('Outcome recorded')
      expect(await stateOf(id)).toMatchObject({
        status: 'outcome_received',
        outcome: { actions: ['no_action'], proceedingType: 'none', barredList: 'not_applicable' },
      })
    })
  },
)

test('a hearing is asked about step by step, with only what its finding allows', async ({ page }) => {
  const id = await refer('kent')
  await signInAs(page, 'force-kent', `/referrals/${id}/outcome`)
  await answer(page, { subjectConfirmed: 'former_personnel', evidenceOfCorruption: 'actual' })
  await checkPage(page)
  await answer(page, { corruptionCategories: 'theft_and_fraud' })
  await answer(page, { actions: 'misconduct_investigation', leftBeforeConclusion: 'resigned' })
  await checkPage(page)
  await answer(page, { criminalOutcome: 'convicted', proceedingType: 'misconduct_hearing' })
  expect(await page.locator('[name=findingLevel]').count()).toBe(3)
  await checkPage(page)
  await answer(page, { findingLevel: 'gross_misconduct' })
  expect(await page.locator('[name=disciplinaryAction][value=written_warning]').count()).toBe(0)
  await answer(page, { disciplinaryAction: 'would_have_been_dismissed' })
  await answer(page, { barredList: 'yes' })
  await giveReasons(page, await today())
  await checkPage(page)
  await press(page, 'Send the outcome')
  await checkPage(page)
  expect(await stateOf(id)).toMatchObject({
    outcome: { disciplinaryAction: 'would_have_been_dismissed', barredList: 'yes' },
  })
})

test('police staff are never asked about hearings', async ({ page }) => {
  const id = await refer('kent', { subjectType: 'police_staff' })
  await signInAs(page, 'force-kent', `/referrals/${id}/outcome`)
  await answer(page, { subjectConfirmed: 'current_personnel', evidenceOfCorruption: 'none' })
  await answer(page, { actions: 'management_action' })
  const offered = await page.locator('[name=proceedingType]').all()
  const values = await Promise.all(offered.map((radio) => radio.getAttribute('value')))
  expect(values).toEqual(['none', 'local_staff_process'])
})

test('errors are told at their fields, and what was typed stays', async ({ page }) => {
  const id = await refer('kent')
  await signInAs(page, 'force-kent', `/referrals/${id}/acknowledge`)
  await page.locator('#localReference').fill('PSD-1')
  await fillDate(page, 'expectedBy', '2026-02-31')
  await press(page, 'Acknowledge')
  expect(await errorsOn(page)).toEqual([
    'Choose whether the person works for you',
    'The date you expect to answer by must be a real date, such as 27 3 2026',
  ])
  expect(await page.locator('#localReference').inputValue()).toBe('PSD-1')
  expect(await page.locator('#expectedBy').inputValue()).toBe('31')
  await checkPage(page)
})

test('a report of progress that names somebody is refused in the words of the form', async ({ page }) => {
  const id = await refer('kent')
  await signInAs(page, 'force-kent', `/referrals/${id}/progress`)
  await checkPage(page)
  await tick(page, 'stage', 'assessing')
  await page.locator('#rationale').fill('She can be reached at someone@example.com for more.')
  await fillDate(page, 'nextUpdateOn', await today())
  await press(page, 'Report progress')
  await checkPage(page)
  expect(await page.locator('.govuk-error-summary').textContent()).toMatch(/after today/)
  await fillDate(page, 'nextUpdateOn', '2026-08-03')
  await press(page, 'Report progress')
  expect(await page.locator('.govuk-error-summary').textContent()).toMatch(/e-mail address/)
  await page.locator('#rationale').fill('The records have been asked for, and are expected in July.')
  await press(page, 'Report progress')
  expect(await heading(page)).toBe('Progress report recorded')
})

test('a covert enquiry needs to say no more than when it will say more', async ({ page }) => {
  const id = await refer('kent')
  await signInAs(page, 'force-kent', `/referrals/${id}/progress`)
  await tick(page, 'detailWithheld', 'yes')
  await fillDate(page, 'nextUpdateOn', '2026-08-03')
  await press(page, 'Report progress')
  expect(await heading(page)).toBe('Progress report recorded')
})

test('an outcome is corrected by changing one answer, and the old one stays readable', async ({ page }) => {
  const id = await refer('kent')
  await call('force-kent', 'PUT', `/v1/referrals/${id}/outcome`, noActionOutcome(await today()))
  await signInAs(page, 'force-kent', `/referrals/${id}`)
  await checkPage(page)
  await page.getByRole('button', { name: 'Correct the outcome' }).click()
  expect(place(page)).toBe('check')
  await page.locator('a#intelligenceValue').click()
  await tick(page, 'intelligenceValue', 'already_known')
  await press(page, 'Save and continue')
  await checkPage(page)
  await press(page, 'Send the correction')
  expect(await heading(page)).toBe('Outcome recorded')
  // What the form did not ask for is as it was given.
  expect((await stateOf(id)).outcome).toMatchObject({ intelligenceValue: 'already_known', barredList: 'no' })
  await page.goto(`/referrals/${id}`)
  expect(await page.getByText('The whole of this answer, version 2').count()).toBe(1)
})

test('an answer that becomes pointless is asked no more, and what replaces it is shown', async ({ page }) => {
  const id = await refer('kent')
  await signInAs(page, 'force-kent', `/referrals/${id}/outcome`)
  await answer(page, { subjectConfirmed: 'current_personnel', evidenceOfCorruption: 'potential' })
  await answer(page, { corruptionCategories: 'vulnerability' })
  await answer(page, { actions: 'no_action' })
  await giveReasons(page, await today())
  await page.locator('a#evidenceOfCorruption').click()
  await answer(page, { evidenceOfCorruption: 'none' })
  expect(place(page)).toBe('check')
  await press(page, 'Send the outcome')
  expect((await stateOf(id)).outcome).toMatchObject({
    corruptionCategories: [],
    evidenceOfCorruption: 'none',
  })
})

describe('what a force may see', () => {
  test('another force’s referral is like one that does not exist', async ({ page }) => {
    const id = await refer('surrey')
    await signInAs(page, 'force-kent', `/referrals/${id}`)
    expect(await heading(page)).toBe('Page not found')
    await checkPage(page)
  })

  test('who looked, and who was refused, is in the access log by the name of the page', async ({ open }) => {
    const id = await refer('kent')
    const [own, other] = [await open(), await open()]
    await signInAs(own, 'force-kent', `/referrals/${id}`)
    await signInAs(other, 'force-surrey', `/referrals/${id}`)
    const { items } = accessLog.parse(await call('auditor', 'GET', `/v1/access-log?referral=${id}`))
    expect(items.filter(({ route }) => route.startsWith('page '))).toMatchObject([
      { route: 'page referral of a force', principal: { id: 'force-kent' }, status: 200 },
      { route: 'page referral of a force', principal: { id: 'force-surrey' }, status: 404 },
    ])
  })

  test('a restricted referral is not there for somebody who may not see it', async ({ page }) => {
    const id = await refer('kent', { restricted: true })
    await signInAs(page, 'officer-kent', '/referrals')
    expect(await page.getByText(id).count()).toBe(0)
    await page.goto(`/referrals/${id}/acknowledge`)
    expect(await heading(page)).toBe('Page not found')
  })

  test('a force that owes nothing is told so', async ({ page }) => {
    await signInAs(page, 'force-dyfed-powys')
    expect(await page.locator('main').textContent()).toContain('You owe nothing at the moment')
    await checkPage(page)
    await page.goto('/referrals?overdue=overdue')
    await checkPage(page)
  })
})

test('contacts are put right, and whoever does so vouches for them', async ({ page }) => {
  await signInAs(page, 'force-essex', '/contacts')
  await checkPage(page)
  await page.locator('#unit_mailbox').fill('psd at essex')
  await press(page, 'Save and confirm')
  expect(await errorsOn(page)).toEqual([
    'Unit mailbox must be an e-mail address, such as name@force.police.uk',
  ])
  await checkPage(page)
  await page.locator('#unit_mailbox').fill('psd@essex.police.example')
  await press(page, 'Save and confirm')
  expect(await page.locator('.govuk-notification-banner').textContent()).toContain('Saved')
  expect(await page.locator('#unit_mailbox-hint').textContent()).toContain('Confirmed on 3 June 2026')
})

test('a statement has every referral of its year, as a page and as a table', async ({ page }) => {
  const id = await refer('gwent')
  await answerNoActionAs(page, 'force-gwent', id)
  await page.goto('/statement')
  await checkPage(page)
  expect(await page.locator('tbody').last().textContent()).toContain(id)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: /Download/ }).click()
  expect((await download).suggestedFilename()).toBe('OFFICIAL-SENSITIVE-statement-gwent-2026-27.csv')
  await page.goto('/statement?year=2024-25')
  expect(await page.locator('main').textContent()).toContain('Nothing was referred to you in 2024-25')
  await checkPage(page)
})

const answerNoActionAs = async (page: Parameters<typeof answerNoAction>[0], person: string, id: string) => {
  await signInAs(page, person)
  await answerNoAction(page, id, await today())
  await press(page, 'Send the outcome')
}
