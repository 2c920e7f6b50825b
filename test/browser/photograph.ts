/**
 * Photographs every page on the sample year: `node test/browser/photograph.ts [part of a name]`, into `build/photographs`.
 * Each is taken at 1280 and at 320 pixels, which is what a screen of 1280 shows at 400% zoom. `SERVICE_URL` names a
 * service that runs already; otherwise one is started.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { startService } from '../support/service.ts'
import { photographs } from './photographs.ts'
import { startBrowser } from './support/chromium.ts'
import type { Photograph } from './support/photograph.ts'
import { signInAs } from './support/sign-in.ts'

const folder = fileURLToPath(new URL('../../build/photographs', import.meta.url))
const widths = [1280, 320]

const take = async (browser: Browser, baseURL: string, { name, person, path, act }: Photograph) => {
  const context = await browser.newContext({ baseURL })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  if (person === undefined) await page.goto(path)
  else await signInAs(page, person, path)
  await act?.(page)
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true })
  }
  await context.close()
}

const started =
  process.env['SERVICE_URL'] === undefined
    ? await startService({ environment: { SAMPLE: 'default' } })
    : undefined
const url = process.env['SERVICE_URL'] ?? started?.url ?? ''
const wanted = photographs.filter(({ name }) => name.includes(process.argv[2] ?? ''))
await mkdir(folder, { recursive: true })
const browser = await startBrowser()
for (const photograph of wanted) {
  try {
    await take(browser, url, photograph)
    console.log(photograph.name)
  } catch (error) {
    console.error(photograph.name, error)
    process.exitCode = 1
  }
}
await browser.close()
await started?.close()
