import { Worker } from 'node:worker_threads'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import * as z from 'zod'

const Seen = z.object({
  now: z.number(),
  fresh: z.number(),
  written: z.string(),
  given: z.string(),
  parsed: z.number(),
  utc: z.number(),
  isDate: z.boolean(),
  isInstance: z.boolean(),
  constructor: z.boolean(),
  subclass: z.boolean(),
  temporal: z.number(),
})

const watcher = new URL('../support/date-watcher.ts', import.meta.url)

const watch = (offset: bigint) => {
  const shared = new SharedArrayBuffer(8)
  new BigInt64Array(shared)[0] = offset
  const worker = new Worker(watcher, { workerData: shared })
  onTestFinished(() => worker.terminate().then(() => undefined))
  return {
    setOffset: (to: bigint) => (new BigInt64Array(shared)[0] = to),
    look: async () => {
      worker.postMessage('look', [])
      const [seen]: unknown[] = await once(worker, 'message')
      return Seen.parse(seen)
    },
  }
}

const year = 365 * 86_400_000
/** Within a minute: the test's own time is not what is tested. */
const near = (moment: number, expected: number) => Math.abs(moment - expected) < 60_000

test('every way of asking for the time tells the service’s', async () => {
  const { look } = watch(BigInt(year))
  const seen = await look()
  const expected = Date.now() + year
  const asked = [seen.now, seen.fresh, Date.parse(seen.written), seen.temporal]
  expect(asked.map((moment) => near(moment, expected))).toEqual([true, true, true, true])
})

test('a date that is named is that date', async () => {
  const { look } = watch(BigInt(year))
  expect(await look()).toMatchObject({
    given: '2026-01-02T03:04:05.000Z',
    parsed: Date.parse('2026-01-02T03:04:05Z'),
    utc: Date.UTC(2026, 0, 2),
    isDate: true,
    isInstance: true,
    constructor: true,
    subclass: true,
  })
})

test('follows when the clock is set, in either direction', async () => {
  const { look, setOffset } = watch(0n)
  expect(near((await look()).now, Date.now())).toBe(true)
  setOffset(BigInt(-3 * year))
  expect(near((await look()).now, Date.now() - 3 * year)).toBe(true)
})
