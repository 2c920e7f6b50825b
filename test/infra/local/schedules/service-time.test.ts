import { expect, test } from 'vitest'
import { eventually, runWork } from '../support/running-work.ts'

const texts = (notes: readonly { readonly text: string }[]) => notes.map(({ text }) => text)

/** The fixture's schedule is 08:00 in London; each run notes its time and asks for a job. */
const runFrom = async (start: string) => {
  const work = await runWork()
  await work.time.moveTo(new Date(start))
  const before = (await work.notes('mornings')).length
  const mornings = async () => (await work.notes('mornings')).slice(before)
  return { ...work, mornings }
}

test('moving forward lives through every day on the way, in order and each at its own time', async () => {
  const { time, mornings, notes } = await runFrom('2021-03-25T12:00:00Z')
  const moved = await time.moveTo(new Date('2021-03-30T06:59:00Z'))
  expect(moved).toEqual({ drained: true })
  // Summer time begins on the 28th.
  const days = ['2021-03-26T08', '2021-03-27T08', '2021-03-28T07', '2021-03-29T07'].map(
    (day) => `${day}:00:00Z`,
  )
  const runs = await mornings()
  expect(texts(runs)).toEqual(days)
  expect(runs.map(({ clock }) => `${clock.slice(0, 17)}00Z`)).toEqual(days)
  const jobs = (await notes('jobs')).filter(({ text }) => text.startsWith('job of 2021-'))
  expect(texts(jobs).slice(-4)).toEqual(days.map((day) => `job of ${day}`))
  expect(jobs.slice(-4).map(({ clock }) => `${clock.slice(0, 14)}00:00Z`)).toEqual(days)
})

test('the clock stands at the target in the end', async () => {
  const { time } = await runFrom('2021-03-25T12:00:00Z')
  await time.moveTo(new Date('2021-03-29T10:11:12Z'))
  expect(time.now().toISOString()).toMatch(/^2021-03-29T10:11:/)
})

test('moving back runs nothing, and the days can then be lived again', async () => {
  const { time, mornings } = await runFrom('2021-01-10T12:00:00Z')
  await time.moveTo(new Date('2021-01-08T12:00:00Z'))
  expect(texts(await mornings())).toEqual([])
  await time.moveTo(new Date('2021-01-09T12:00:00Z'))
  expect(texts(await mornings())).toEqual(['2021-01-09T08:00:00Z'])
})

test('moves asked for at once are made one after the other', async () => {
  const { time, mornings } = await runFrom('2021-01-01T12:00:00Z')
  await Promise.all(
    ['2021-01-03T12:00:00Z', '2021-01-05T12:00:00Z'].map((target) => time.moveTo(new Date(target))),
  )
  expect(texts(await mornings())).toEqual([2, 3, 4, 5].map((day) => `2021-01-0${day}T08:00:00Z`))
  expect(time.now().toISOString()).toMatch(/^2021-01-05T12:00:/)
})

test('a firing whose time comes by itself is run', async () => {
  const { time, mornings } = await runFrom('2021-01-01T07:59:59.700Z')
  time.start()
  const runs = await eventually(mornings, (seen) => seen.length > 0)
  expect(texts(runs)).toEqual(['2021-01-01T08:00:00Z'])
})

test('of the runs that a stopped service missed, the latest is made up for', async () => {
  const first = await runFrom('2021-01-01T12:00:00Z')
  await first.stop()
  first.clock.set(new Date('2021-01-06T12:00:00Z'))
  const second = await runWork({ dataDir: first.dataDir })
  const before = (await second.notes('mornings')).length
  second.time.start()
  const runs = await eventually(
    async () => (await second.notes('mornings')).slice(before),
    (seen) => seen.length > 0,
  )
  expect(texts(runs)).toEqual(['2021-01-06T08:00:00Z'])
  await second.time.moveTo(new Date('2021-01-07T12:00:00Z'))
  expect(texts((await second.notes('mornings')).slice(before))).toEqual([
    '2021-01-06T08:00:00Z',
    '2021-01-07T08:00:00Z',
  ])
})
