import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { liveOnce, type Life, type Step } from './support/a-life.ts'
import { startMeteredService, type MeteredService } from './support/metered-service.ts'
import { remindOf } from './support/reminding.ts'

let service: MeteredService
let life: Life

beforeAll(async () => {
  service = await startMeteredService()
  life = await liveOnce(service)
})
afterAll(() => service.close())

const written = ({ own, counting }: Step) => own.written + counting.written
const stepsOf = (lived: Life): readonly (readonly [string, Step])[] => Object.entries(lived)

/** Units written, the counters included and the access log apart; docs/performance.md explains them by their parts. */
const most = {
  register: 13,
  acknowledge: 9,
  'report progress, the first return': 13,
  'report progress again': 10,
  'give the outcome': 11,
}

test.each(Object.entries(most))('to %s writes at most %d units', (name, units) => {
  const step = stepsOf(life).find(([known]) => known === name)?.[1]
  expect(step && written(step)).toBeLessThanOrEqual(units)
})

test('what somebody waits for is as few round trips as the order of things allows', () => {
  expect(Object.fromEntries(stepsOf(life).map(([name, { own }]) => [name, own.roundTrips]))).toEqual({
    register: 2,
    acknowledge: 2,
    'report progress, the first return': 2,
    'report progress again': 2,
    'read a case': 1,
    'read a case, UKFIU': 2,
    'a page of a work list': 1,
    'give the outcome': 2,
  })
})

test('the access log takes one round trip and three units of every request', () => {
  for (const [, { accessLog }] of stepsOf(life))
    expect(accessLog).toEqual({ written: 3, read: 0, roundTrips: 1 })
})

test('to read a referral takes a read unit, and to read a page of few half of one', () => {
  expect(life['read a case'].own.read).toBe(1)
  expect(life['a page of a work list'].own.read).toBe(0.5)
})

describe('reminders', () => {
  test('cost what is due: two entries moved and a referral written, once each', async () => {
    const many = 50
    const { due, nothingDue } = await remindOf(service, many)
    expect(due.written / many).toBeLessThanOrEqual(7)
    expect((due.found.read / many) * 1000).toBeLessThanOrEqual(30)
    expect(nothingDue).toMatchObject({ written: 0, read: 0.5, roundTrips: 1 })
  })
})
