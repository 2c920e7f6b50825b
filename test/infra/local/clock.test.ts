import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openClock } from '../../../infra/local/clock.ts'
import { StartRefused } from '../../../infra/local/start-refused.ts'
import { dataDirectory } from './support/data-directory.ts'

const hour = 3_600_000

test('tells real time until it is set', () => {
  const before = Date.now()
  const now = openClock(dataDirectory()).now().getTime()
  expect(now).toBeGreaterThanOrEqual(before)
  expect(now).toBeLessThanOrEqual(Date.now())
})

test.each([
  ['forwards', 48 * hour],
  ['backwards', -48 * hour],
])('goes on from where it is set, %s', (_, by) => {
  const clock = openClock(dataDirectory())
  const target = new Date(Date.now() + by)
  clock.set(target)
  const first = clock.now()
  expect(first.getTime()).toBeGreaterThanOrEqual(target.getTime())
  expect(first.getTime()).toBeLessThan(target.getTime() + hour)
})

test('remembers across starts', () => {
  const directory = dataDirectory()
  const target = new Date('2031-05-06T07:08:09Z')
  openClock(directory).set(target)
  expect(openClock(directory).now().toISOString()).toMatch(/^2031-05-06T07:0/)
  expect(readdirSync(directory)).toEqual(['clock.json'])
})

test('refuses a damaged file, saying which', () => {
  const directory = dataDirectory()
  writeFileSync(join(directory, 'clock.json'), '{"offsetMill')
  expect(() => openClock(directory)).toThrow(StartRefused)
  expect(() => openClock(directory)).toThrow(/clock\.json/)
})
