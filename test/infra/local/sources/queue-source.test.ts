import { expect, test } from 'vitest'
import { eventually, runWork } from '../support/running-work.ts'

const texts = (notes: readonly { readonly text: string }[]) => notes.map(({ text }) => text)

test('offers every message once, those of a group in order', async () => {
  const { sendJob, drain, notes } = await runWork()
  const names = Array.from({ length: 12 }, (_, index) => `job-${index}`)
  for (const name of names) await sendJob(name, { group: 'one' })
  expect(await drain()).toEqual({ drained: true })
  expect(texts(await notes('jobs'))).toEqual(names)
})

test('offers groups together, never more than the batch size', async () => {
  const { sendJob, drain, notes } = await runWork()
  await Promise.all(Array.from({ length: 40 }, (_, index) => sendJob(`job-${index}`)))
  await drain()
  expect(texts(await notes('jobs')).toSorted()).toHaveLength(40)
  expect(
    texts(await notes('batches'))
      .map(Number)
      .filter((size) => size > 5),
  ).toEqual([])
})

test('what a function reports as failed is offered again, then set aside; the rest of its batch is not', async () => {
  const { sendJob, drain, notes, messageIn } = await runWork()
  await Promise.all([sendJob('good'), sendJob('poison', { fate: 'fail' }), sendJob('fine')])
  expect(JSON.parse(await messageIn('dead-jobs.fifo'))).toEqual({ name: 'poison', fate: 'fail' })
  expect(await drain()).toEqual({ drained: true })
  expect(texts(await notes('jobs')).toSorted()).toEqual(['fine', 'good', 'poison', 'poison'])
})

test('a failed batch is offered again whole, and a group waits for its first message', async () => {
  const { sendJob, drain, notes, depth } = await runWork()
  await sendJob('poison', { group: 'one', fate: 'throw' })
  await sendJob('next', { group: 'one' })
  expect(await drain()).toEqual({ drained: true })
  expect(texts(await notes('jobs'))).toEqual(['poison', 'poison', 'next'])
  expect(await depth('dead-jobs.fifo')).toBe(1)
})

test('a message that was taken when the service stopped is offered again by the next', async () => {
  const { sendJob, notes, stop, dataDir } = await runWork()
  await sendJob('poison', { fate: 'fail' })
  await eventually(
    () => notes('jobs'),
    (seen) => seen.length > 0,
  )
  await stop()
  const next = await runWork({ dataDir })
  expect(await next.drain()).toEqual({ drained: true })
  expect(texts(await next.notes('jobs'))).toEqual(['poison', 'poison'])
})
