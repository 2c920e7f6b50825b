import { isDate } from 'node:util/types'
import { parentPort, workerData } from 'node:worker_threads'
import * as z from 'zod'
import { followServiceTime } from '../../../../infra/local/lambda/service-date.ts'

followServiceTime(z.instanceof(SharedArrayBuffer).parse(workerData))
// Loaded after, as a function's code is.
const { Temporal } = await import('temporal-polyfill')

class Subclass extends Date {}

parentPort?.on('message', () => {
  const given = new Date('2026-01-02T03:04:05Z')
  parentPort?.postMessage(
    {
      now: Date.now(),
      fresh: new Date().getTime(),
      written: Date(),
      given: given.toISOString(),
      parsed: Date.parse('2026-01-02T03:04:05Z'),
      utc: Date.UTC(2026, 0, 2),
      isDate: isDate(given),
      isInstance: given instanceof Date && new Date(given) instanceof Date,
      constructor: given.constructor === Date,
      subclass: new Subclass() instanceof Subclass,
      temporal: Temporal.Now.instant().epochMilliseconds,
    },
    [],
  )
})
