import { expect } from 'vitest'
import * as z from 'zod'
import { checkPage } from '../support/check-page.ts'
import {
  answer,
  answerNoAction,
  heading,
  noActionOutcome,
  place,
  reasons,
  tick,
} from '../support/force-job.ts'
import { call, moveOn, refer, today } from '../support/service.ts'
import { chooseWho, signInAs } from '../support/sign-in.ts'
import { test } from '../support/test.ts'
import { follow, press } from '../support/follow.ts'

const history = z.object({ items: z.array(z.object({ type: z.string() })) })
const timesIn = async (id: string, type: string) => {
  const { items } = history.parse(await call('force-kent', 'GET', `/v1/referrals/${id}/history`))
  return items.filter((item) => item.type === type).length
}

test('two people answer at once: the second sees what changed, and loses no word', async ({ open }) => {
  const id = await refer('kent')
  const [first, second] = [await open(), await open()]
  await signInAs(first, 'force-kent')
  await signInAs(second, 'officer-kent')
  await answerNoAction(second, id, await today())
  await answerNoAction(first, id, await today())
  await first.locator('a#intelligenceValue').click()
  await answer(first, { intelligenceValue: 'valuable_and_actionable' })
  await press(first, 'Send the outcome')

  await press(second, 'Send the outcome')
  expect(place(second)).toBe('check')
  expect(await second.locator('.govuk-notification-banner').textContent()).toContain(
    'Kent Police professional standards gave an outcome',
  )
  expect(await second.locator('.govuk-notification-banner tbody tr').allTextContents()).toEqual([
    'Worth of the intelligenceValuable and actionableNew information',
  ])
  await checkPage(second)
  await press(second, 'Put mine in its place')
  expect(await heading(second)).toBe('Outcome recorded')
  expect(await timesIn(id, 'outcome_given')).toBe(2)
})

test('a double click sends once, and gives one receipt', async ({ page }) => {
  const id = await refer('kent')
  await signInAs(page, 'force-kent', `/referrals/${id}/acknowledge`)
  await tick(page, 'personnelConfirmed', 'yes')
  await page.getByRole('button', { name: 'Acknowledge' }).dblclick()
  await page.waitForURL(/receipts/)
  expect(await timesIn(id, 'acknowledged')).toBe(1)
})

test('the back button and sending again do no harm', async ({ open }) => {
  const page = await open({ javaScriptEnabled: false })
  const id = await refer('kent')
  await signInAs(page, 'force-kent')
  await answerNoAction(page, id, await today())
  await press(page, 'Send the outcome')
  const receipt = page.url()
  await page.goBack()
  expect(place(page)).toBe('check')
  await follow(page, page.getByRole('button', { name: /^Send/ }))
  expect(page.url()).toBe(receipt)
  expect(await timesIn(id, 'outcome_given')).toBe(1)
})

test('back in the middle of the outcome changes nothing that was saved', async ({ page }) => {
  const id = await refer('kent')
  await signInAs(page, 'force-kent', `/referrals/${id}/outcome`)
  await answer(page, { subjectConfirmed: 'current_personnel', evidenceOfCorruption: 'none' })
  await page.goBack()
  expect(await page.locator('[name=evidenceOfCorruption][value=none]').isChecked()).toBe(true)
  await page.goto(`/referrals/${id}/outcome`)
  expect(place(page)).toBe('actions')
})

for (const javaScriptEnabled of [true, false]) {
  test(`a session that ends in mid-form loses no word (script: ${javaScriptEnabled})`, async ({ open }) => {
    const page = await open({ javaScriptEnabled })
    const id = await refer('kent')
    await signInAs(page, 'force-kent', `/referrals/${id}/progress`)
    await page.locator('#rationale').fill(reasons)
    await tick(page, 'stage', 'under_investigation')
    await moveOn(21)
    await press(page, 'Report progress')
    expect(await heading(page)).toBe('You were signed out')
    await checkTimedOut(page, javaScriptEnabled)
    await page.locator('main a').click()
    await signInAgain(page, 'force-kent')
    expect(await page.locator('#rationale').inputValue()).toBe(reasons)
    expect(await page.locator('[name=stage][value=under_investigation]').isChecked()).toBe(true)
    expect(await page.locator('main').textContent()).toContain('You were signed out before you sent this')
  })
}

test('somebody who is idle is warned, can stay, and is otherwise signed out with what they typed kept', async ({
  page,
}) => {
  const id = await refer('kent')
  await page.clock.install()
  await signInAs(page, 'force-kent', `/referrals/${id}/progress`)
  await page.locator('#rationale').fill(reasons)
  await page.clock.runFor('18:30')
  expect(await page.locator('dialog').textContent()).toContain('90 seconds')
  await checkPage(page)
  await page.getByRole('button', { name: 'Stay signed in' }).click()
  await page.locator('dialog').waitFor({ state: 'hidden' })
  await page.clock.runFor('20:05')
  await page.waitForURL(/timed-out/)
  expect(await heading(page)).toBe('You were signed out')
  await page.goto(`/referrals/${id}/progress`)
  expect(await page.locator('#rationale').inputValue()).toBe(reasons)
})

test('nobody else is given what somebody typed', async ({ open }) => {
  const id = await refer('kent')
  const [one, other] = [await open(), await open()]
  await signInAs(one, 'force-kent', `/referrals/${id}/progress`)
  await one.locator('#rationale').fill(reasons)
  await moveOn(21)
  await press(one, 'Report progress')
  await signInAs(other, 'officer-kent', `/referrals/${id}/progress`)
  expect(await other.locator('#rationale').inputValue()).toBe('')
})

test('a form from elsewhere, or without the token of the session, changes nothing', async ({ page }) => {
  const id = await refer('kent')
  await signInAs(page, 'force-kent', `/referrals/${id}/acknowledge`)
  const path = `/referrals/${id}/acknowledge`
  const token = await page.locator('main [name=_csrf]').inputValue()
  const forms = [
    { form: { personnelConfirmed: 'yes' }, headers: {} },
    { form: { personnelConfirmed: 'yes', _csrf: token }, headers: { origin: 'https://elsewhere.example' } },
    { form: { personnelConfirmed: 'yes', _csrf: token }, headers: { 'sec-fetch-site': 'cross-site' } },
  ]
  for (const sent of forms) expect((await page.request.post(path, sent)).status()).toBe(403)
  expect(await timesIn(id, 'acknowledged')).toBe(0)
})

test('the whole of an acknowledgement is done with the keyboard alone', async ({ page }) => {
  const id = await refer('kent')
  await signInAs(page, 'force-kent', `/referrals/${id}/acknowledge`)
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('Skip to main content')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  for (let presses = 0; presses < 5; presses += 1) await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('Acknowledge')
  await page.keyboard.press('Enter')
  await page.waitForURL(/receipts/)
  expect(await timesIn(id, 'acknowledged')).toBe(1)
})

test('what was answered meanwhile by the system of the force is not asked again', async ({ page }) => {
  const id = await refer('kent')
  await call('force-kent', 'PUT', `/v1/referrals/${id}/outcome`, noActionOutcome(await today()))
  await signInAs(page, 'force-kent', `/referrals/${id}/acknowledge`)
  expect(new URL(page.url()).pathname).toBe(`/referrals/${id}`)
})

const checkTimedOut = async (page: Parameters<typeof checkPage>[0], javaScriptEnabled: boolean) => {
  if (javaScriptEnabled) await checkPage(page)
}

/** The provider may know them still; then it sends them straight back. */
const signInAgain = async (page: Parameters<typeof checkPage>[0], person: string) => {
  if ((await page.locator('#person').count()) > 0) await chooseWho(page, person)
}
