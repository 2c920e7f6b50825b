import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import * as z from 'zod'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const findings = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }))

/** What axe-core finds against WCAG 2.2 AA, one line for each place. */
const violations = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe.source)
  const options = JSON.stringify({ runOnly: tags, resultTypes: ['violations'] })
  const found = findings.parse(await page.evaluate(`axe.run(document, ${options}).then((r) => r.violations)`))
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

/** How far the page can be scrolled sideways, in pixels, at a width. */
const sidewaysScroll = async (page: Page, width: number): Promise<unknown> => {
  const before = page.viewportSize()
  await page.setViewportSize({ width, height: 800 })
  const by = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  if (before) await page.setViewportSize(before)
  return by
}

const titleRule = async (page: Page) => {
  const title = await page.title()
  const isInError = (await page.locator('.govuk-error-summary').count()) > 0
  return {
    endsWithService: title.endsWith(' – SAR outcomes'),
    saysError: title.startsWith('Error: '),
    isInError,
  }
}

/**
 * Every rule that holds for every page: no violation of WCAG 2.2 AA, no scrolling sideways at 320 pixels, one heading,
 * a title that names the service and begins with "Error: " exactly when something is wrong, and every error linked to a
 * field that is there.
 */
export const checkPage = async (page: Page): Promise<void> => {
  const where = page.url()
  expect({ where, violations: await violations(page) }).toEqual({ where, violations: [] })
  expect({ where, sideways: await sidewaysScroll(page, 320) }).toEqual({ where, sideways: 0 })
  const { endsWithService, saysError, isInError } = await titleRule(page)
  expect({ where, endsWithService, saysError }).toEqual({
    where,
    endsWithService: true,
    saysError: isInError,
  })
  expect({ where, headings: await page.locator('h1').count() }).toEqual({ where, headings: 1 })
  for (const link of await page.locator('.govuk-error-summary a').all()) {
    const field = (await link.getAttribute('href')) ?? ''
    expect({ field, there: await page.locator(field).count() }).toEqual({ field, there: 1 })
  }
}
