import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject } from 'vitest'
import { miscount } from '../../support/miscount.ts'
import { checkPage } from '../support/check-page.ts'
import { errorsOn } from '../support/force-job.ts'
import { call, refer } from '../support/service.ts'
import { signInAs } from '../support/sign-in.ts'
import { test } from '../support/test.ts'
import { press } from '../support/follow.ts'

/** Of this year no other test has anything; it was cut off long ago. */
const year = '2024-25'
const home = `/assessments/${year}`
const heading = (page: Page) => page.locator('h1').innerText()

const freeze = async (page: Page, note: string): Promise<string> => {
  await page.goto(home)
  await page.getByRole('button', { name: 'Freeze a new draft' }).click()
  await page.getByLabel('What should readers know').fill(note)
  await page.getByRole('button', { name: 'Freeze as a draft' }).click()
  await page.waitForURL('**/done')
  const [, number = ''] = /^Edition (\d+) of 2024-25 is frozen as a draft$/.exec(await heading(page)) ?? []
  return `${home}/editions/${number}`
}

const decide = async (page: Page, move: string, field: string, button: RegExp) => {
  await page.getByRole('button', { name: move }).click()
  await page.getByLabel(field).fill('The figures of March against the returns of Kent.')
  await page.getByRole('button', { name: button }).click()
  await page.waitForURL('**/done')
}

const forgettings = [
  ['approve', 'Enter what you checked'],
  ['return', 'Enter what has to change'],
] as const

describe('who writes the assessment and who approves it', () => {
  beforeAll(async () => {
    const ids = await Promise.all(
      ['kent', 'kent', 'essex'].map((code) => refer(code, { referredOn: '2025-03-03' })),
    )
    await call('force-kent', 'POST', `/v1/referrals/${ids[0]}/progress-reports`, {
      stage: 'assessing',
      nextUpdateOn: '2026-07-01',
      rationale: 'Enquiries go on with two departments.',
    })
  })

  describe('an edition of a year', () => {
    test('is drafted, returned, drafted again, approved and taken away, without script', async ({ open }) => {
      // Given an author and an approver
      const author = await open({ javaScriptEnabled: false })
      const approver = await open({ javaScriptEnabled: false })
      await signInAs(author, 'sta-author')
      await signInAs(approver, 'sta-approver')
      expect(await heading(author)).toBe('The annual assessment')

      // When the author freezes, and the approver returns it with a reason
      const first = await freeze(author, 'The first draft of the year.')
      await approver.goto(first)
      await decide(approver, 'Return to the author', 'What has to change?', /^Return edition/)
      expect(await heading(approver)).toMatch(/ is returned to its author$/)

      // Then the author reads the reason where the editions stand, and the draft is decided for good
      await author.goto(first)
      expect(await author.locator('.govuk-summary-list').innerText()).toContain(
        'The figures of March against',
      )
      await approver.goto(`${first}/approve`)
      expect(await heading(approver)).toBe('You can’t decide on this edition')

      // And a new draft is approved
      const second = await freeze(author, 'The second draft of the year.')
      await approver.goto('/assessments')
      await approver
        .getByRole('link', { name: /^Edition \d+ of 2024-25/ })
        .last()
        .click()
      await decide(approver, 'Approve', 'What did you check?', /^Approve edition/)
      expect(await heading(approver)).toMatch(/ is approved$/)
      expect(await opened(author, second)).toEqual({
        'OFFICIAL-SENSITIVE': beginnings,
        OFFICIAL: beginnings,
      })

      // What came since its day is offered to the next: it is as at the cut-off, and all was recorded since
      await author.goto(home)
      expect(await author.getByText('1 more first return and 0 more outcomes').count()).toBe(1)
      await author.getByRole('link', { name: 'See every figure that moved since' }).click()
      expect(await author.locator('tbody tr').first().innerText()).toMatch(
        /^Response: referrals made\s+0\s+3\s+3 referrals were registered after 30 April 2025\.$/,
      )
      const reader = await open()
      await signInAs(reader, 'ukfiu', second)
      await checkPage(reader)
      for (const path of [first, `${second}/done`, `${home}/changes`]) {
        await reader.goto(path)
        await checkPage(reader)
      }
    })
  })

  describe('the pages of the year', () => {
    test('keep to every rule, full and empty, and in error by keyboard alone', async ({ page }) => {
      await signInAs(page, 'sta-author', '/assessments')
      await checkPage(page)
      for (const path of [
        home,
        `${home}?version=published`,
        '/assessments/2019-20',
        '/assessments/2044-45',
      ]) {
        await page.goto(path)
        await checkPage(page)
      }
      expect(await heading(page)).toBe('2044-45 has not begun')

      // The day is no day: the error leads to its field
      await page.goto(`${home}?asAt-day=31&asAt-month=2&asAt-year=2026`)
      await checkPage(page)

      // A note is forgotten: the error leads to it, and what was typed stays
      await page.goto(`${home}/freeze`)
      await page.getByLabel('Day').fill('1')
      await page.getByRole('button', { name: 'Freeze as a draft' }).press('Enter')
      await page.getByRole('link', { name: 'Enter what readers should know' }).press('Enter')
      expect(
        await page.getByLabel('What should readers know').evaluate((field) => field.matches(':focus')),
      ).toBe(true)
      expect(await page.getByLabel('Day').inputValue()).toBe('1')
      await checkPage(page)
    })

    test('keep to every rule where a decision says nothing, and where nothing was frozen', async ({
      open,
    }) => {
      // Given a draft, and a counter that then goes wrong
      const author = await open()
      await signInAs(author, 'sta-author')
      const draft = await freeze(author, 'Forgotten at once.')
      const data = { dataDir: inject('serviceData') }
      await miscount(data, year, 'kent')

      // When the author freezes again, then nothing is frozen, and what they wrote is still there
      await author.goto(`${home}/freeze`)
      await author.getByLabel('What should readers know').fill('The second look.')
      await press(author, 'Freeze as a draft')
      expect(await author.locator('.moj-alert').innerText()).toContain('Nothing was frozen')
      expect(await author.getByLabel('What should readers know').inputValue()).toBe('The second look.')
      await checkPage(author)
      await miscount(data, year, 'kent', -1)

      // And who decides without a word is told so at the field
      const approver = await open()
      await signInAs(approver, 'sta-approver')
      for (const [move, forgotten] of forgettings) {
        await approver.goto(`${draft}/${move}`)
        await approver.locator('main form button').click()
        expect(await errorsOn(approver)).toEqual([forgotten])
        await checkPage(approver)
      }
    })

    test('let each role do its own part and no more', async ({ page, open }) => {
      await signInAs(page, 'ukfiu', home)
      expect(await heading(page)).toBe('The year 2024-25')
      expect(await page.getByRole('button', { name: 'Freeze a new draft' }).count()).toBe(0)
      await page.goto(`${home}/freeze`)
      expect(await heading(page)).toBe('You can’t see this page')
      const author = await open()
      await signInAs(author, 'sta-author', `${home}/editions/1/approve`)
      expect(await heading(author)).toBe('You can’t see this page')
      const force = await open()
      await signInAs(force, 'force-kent', home)
      expect(await heading(force)).toBe('You can’t see this page')
    })
  })

  const beginnings = { docx: 'PK', xlsx: 'PK', html: '<!', csv: '\uFEFF', json: '{"' }
  const lengths = { docx: 2, xlsx: 2, html: 2, csv: 3, json: 2 }

  /** How every file of an edition begins, by the marking in its name and by its format. */
  const opened = async (page: Page, edition: string) => {
    const found: Record<string, Record<string, string>> = {}
    for (const version of ['internal', 'published']) {
      for (const [format, length] of Object.entries(lengths)) {
        const file = await page.request.get(`${edition}/download/${format}?version=${version}`)
        const named = /filename="(OFFICIAL(?:-SENSITIVE)?)-sar/.exec(
          file.headers()['content-disposition'] ?? '',
        )
        const marking = named?.[1] ?? 'unmarked'
        found[marking] = {
          ...found[marking],
          [format]: (await file.body()).subarray(0, length).toString('utf8'),
        }
      }
    }
    return found
  }
})
