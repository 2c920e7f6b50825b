import { expect, test } from 'vitest'
import { drain } from '../../../infra/local/drain.ts'
import { countActivity } from '../../../infra/local/sources/activity.ts'
import type { Source } from '../../../infra/local/sources/source.ts'

const source = (name: string, isEmpty: () => boolean): Source => ({
  name,
  isEmpty: () => Promise.resolve(isEmpty()),
  hurry: () => undefined,
  stop: () => Promise.resolve(),
})

test('waits until all are empty, hurrying them', async () => {
  let left = 3
  const slow = { ...source('slow', () => left === 0), hurry: () => void (left -= 1) }
  const sources = [source('empty', () => true), slow]
  expect(await drain({ sources, activity: countActivity() })).toEqual({ drained: true })
  expect(left).toBe(0)
})

test('does not take a pause between two pieces of work for the end', async () => {
  const activity = countActivity()
  const first = Promise.withResolvers<void>()
  let waiting = 0
  const sources = [source('queue', () => waiting === 0)]
  const work = activity.during(() => first.promise)
  const drained = drain({ sources, activity })
  waiting = 1
  first.resolve()
  await work
  await activity.during(() => Promise.resolve(void (waiting = 0)))
  expect(await drained).toEqual({ drained: true })
  expect(activity.seen()).toEqual({ running: 0, begun: 2 })
})

test('gives up in the end, naming what is not empty', async () => {
  const sources = [source('jobs.fifo', () => false), source('changes', () => true)]
  const drained = await drain({ sources, activity: countActivity(), patienceMilliseconds: 20 })
  expect(drained).toEqual({ drained: false, waitingFor: ['jobs.fifo'] })
})

test('work that does not end is named as such', async () => {
  const activity = countActivity()
  const never = Promise.withResolvers<void>()
  void activity.during(() => never.promise)
  expect(await drain({ sources: [], activity, patienceMilliseconds: 20 })).toEqual({
    drained: false,
    waitingFor: ['work under way'],
  })
})
