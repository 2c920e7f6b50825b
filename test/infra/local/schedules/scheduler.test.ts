import { expect, test } from 'vitest'
import { openScheduler } from '../../../../infra/local/schedules/scheduler.ts'
import { dataDirectory } from '../support/data-directory.ts'
import { fixtureDeployment } from '../support/fixture.ts'

const schedules = fixtureDeployment().schedules.flatMap((schedule) => [
  { ...schedule, id: 'morning', expression: 'cron(0 8 * * ? *)', timeZone: 'UTC' },
  { ...schedule, id: 'noon', expression: 'cron(0 12 * * ? *)', timeZone: 'UTC' },
])

const open = (now: string, directory = dataDirectory()) => {
  const scheduler = openScheduler(directory, schedules, new Date(now))
  const next = () => {
    const firing = scheduler.next()
    return firing && `${firing.schedule.id} ${firing.at.toISOString()}`
  }
  const runNext = () => {
    const firing = scheduler.next()
    if (firing) scheduler.ran(firing)
  }
  return { ...scheduler, next, runNext, directory }
}

test('gives the firings of all schedules in order', () => {
  const { next, runNext } = open('2026-01-01T09:00:00Z')
  const seen = [1, 2, 3].map(() => {
    const firing = next()
    runNext()
    return firing
  })
  expect(seen).toEqual([
    'noon 2026-01-01T12:00:00.000Z',
    'morning 2026-01-02T08:00:00.000Z',
    'noon 2026-01-02T12:00:00.000Z',
  ])
})

test('a firing stays until it has been run, also across starts', () => {
  const first = open('2026-01-01T09:00:00Z')
  expect(first.next()).toBe('noon 2026-01-01T12:00:00.000Z')
  expect(open('2026-01-01T13:00:00Z', first.directory).next()).toBe('noon 2026-01-01T12:00:00.000Z')
  first.runNext()
  expect(open('2026-01-01T13:00:00Z', first.directory).next()).toBe('morning 2026-01-02T08:00:00.000Z')
})

test('of what was missed, the latest firing of each schedule is left to run', () => {
  const { next, runNext, skipMissed } = open('2026-01-01T09:00:00Z')
  skipMissed(new Date('2026-01-09T09:00:00Z'))
  const seen = [1, 2, 3].map(() => {
    const firing = next()
    runNext()
    return firing
  })
  expect(seen).toEqual([
    'noon 2026-01-08T12:00:00.000Z',
    'morning 2026-01-09T08:00:00.000Z',
    'noon 2026-01-09T12:00:00.000Z',
  ])
})

test('skips nothing that was not missed', () => {
  const { next, skipMissed } = open('2026-01-01T09:00:00Z')
  skipMissed(new Date('2026-01-01T11:00:00Z'))
  expect(next()).toBe('noon 2026-01-01T12:00:00.000Z')
})

test('goes on from where it is told', () => {
  const { next, goOnFrom } = open('2026-01-09T09:00:00Z')
  goOnFrom(new Date('2026-01-01T00:00:00Z'))
  expect(next()).toBe('morning 2026-01-01T08:00:00.000Z')
})
