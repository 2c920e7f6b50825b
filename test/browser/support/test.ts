import type { BrowserContextOptions, Page } from 'playwright-core'
import { test as base } from 'vitest'
import { startBrowser } from './chromium.ts'
import { serviceUrl } from './service.ts'

/** Opens a page in a window of its own, which shares no cookie with any other. */
export type OpenWindow = (options?: BrowserContextOptions) => Promise<Page>

/**
 * A browser test: `page` is a window with script; `open` opens more, `open({ javaScriptEnabled: false })` for one. A
 * script that fails, or something that the content-security policy stops, fails the test.
 */
export const test = base
  .extend('started', { scope: 'file' }, () => startBrowser())
  .extend('browser', { scope: 'file' }, ({ started }, { onCleanup }) => {
    onCleanup(() => started.close())
    return started
  })
  .extend('open', ({ browser }, { onCleanup }): OpenWindow => {
    const opened: Page[] = []
    const faults: string[] = []
    onCleanup(async () => {
      await Promise.all(opened.map((page) => page.context().close()))
      if (faults.length > 0) throw new Error(faults.join('; '))
    })
    return async (options = {}) => {
      const context = await browser.newContext({ baseURL: serviceUrl(), ...options })
      context.setDefaultTimeout(10_000)
      const page = await context.newPage()
      page.on('pageerror', (fault) => faults.push(String(fault)))
      page.on('console', (said) => {
        if (said.text().includes('Content Security Policy')) faults.push(said.text())
      })
      opened.push(page)
      return page
    }
  })
  .extend('page', ({ open }) => open())
