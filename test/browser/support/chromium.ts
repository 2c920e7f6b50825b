import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * The browser that comes with the packages brings its own libraries and fonts, once it is told to. The switches that it
 * proposes are for one page in a Lambda: they hang over a second window, and turn off what pages are protected by.
 */
const fromPackages = async () => {
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs24.x'
  process.env['TMPDIR'] = '/tmp'
  const { default: packed } = await import('@sparticuz/chromium')
  return packed.executablePath()
}

/** Starts Chromium: the one that `CHROMIUM` names, the machine's own, or the one from the packages. */
export const startBrowser = async (): Promise<Browser> => {
  const named = process.env['CHROMIUM']
  const candidates = named === undefined ? systemBrowsers : [named]
  const executablePath = candidates.find((path) => existsSync(path))
  return chromium.launch({
    executablePath: executablePath ?? (await fromPackages()),
    args: ['--no-sandbox'],
    headless: true,
  })
}
