import { startBrowser } from '../../browser/support/chromium.ts'
import { chooseWho } from '../../browser/support/sign-in.ts'
import { startService } from '../../support/service.ts'
import { median, short, type Row } from '../row.ts'

/** What Lighthouse calls slow 4G: 1.6 Mbit a second down, 150 ms there and back. */
const slow = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6e6 / 8) * 0.9,
  uploadThroughput: 750e3 / 8,
}
const rounds = 3

/** Run in the page, where Node's types know nothing of. */
const largestPaint = `new Promise((resolve) =>
  new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({
    type: 'largest-contentful-paint', buffered: true }))`

const loadOnce = async (browser: Awaited<ReturnType<typeof startBrowser>>, url: string) => {
  const context = await browser.newContext({ baseURL: url })
  const page = await context.newPage()
  await page.goto('/')
  if ((await page.title()) === 'Choose who you are') await chooseWho(page, 'force-kent')
  await page.waitForLoadState('networkidle')
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.clearBrowserCache')
  await devtools.send('Network.emulateNetworkConditions', slow)
  let bytes = 0
  let requests = 0
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
    requests += 1
  })
  await page.goto('/', { waitUntil: 'networkidle' })
  const paint = await page.evaluate<number>(largestPaint)
  await context.close()
  return { bytes, requests, paint }
}

/** Figure 14: the first page that somebody who is signed in sees with an empty cache on a slow connection. */
export const firstPage = async (): Promise<readonly Row[]> => {
  const service = await startService()
  const browser = await startBrowser()
  const all: Awaited<ReturnType<typeof loadOnce>>[] = []
  try {
    for (let round = 0; round < rounds; round += 1) all.push(await loadOnce(browser, service.url))
  } finally {
    await browser.close()
    await service.close()
  }
  const [bytes, requests, paint] = [
    median(all.map((each) => each.bytes)),
    median(all.map((each) => each.requests)),
    median(all.map((each) => each.paint)),
  ]
  return [
    {
      figure: 14,
      what: 'first page view on a slow connection',
      target: '≤ 100 KB, ≤ 6 requests, ≤ 1.5 s to the largest paint',
      measured: `${short(bytes / 1000)} KB, ${requests} requests, ${short(paint / 1000)} s`,
      met: bytes <= 100_000 && requests <= 6 && paint <= 1500,
    },
  ]
}
