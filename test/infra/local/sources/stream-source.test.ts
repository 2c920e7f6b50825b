import { expect, test } from 'vitest'
import * as z from 'zod'
import { eventually, runWork } from '../support/running-work.ts'

const texts = (notes: readonly { readonly text: string }[]) => notes.map(({ text }) => text)
const names = (count: number) => Array.from({ length: count }, (_, index) => `item-${index}`)

test('offers every change once and in order', async () => {
  const { putItem, drain, notes } = await runWork()
  for (const name of names(50)) await putItem(name)
  expect(await drain()).toEqual({ drained: true })
  expect(texts(await notes('changes'))).toEqual(names(50))
})

test('goes on from where it was when the service stopped', async () => {
  const first = await runWork()
  await first.putItem('before')
  await first.drain()
  await first.stop()
  const second = await runWork({ dataDir: first.dataDir })
  await second.putItem('after')
  await second.drain()
  expect(texts(await second.notes('changes'))).toEqual(['before', 'after'])
})

const Account = z.object({
  requestContext: z.object({ condition: z.string(), approximateInvokeCount: z.number() }),
  DDBStreamBatchInfo: z.object({ batchSize: z.number(), startSequenceNumber: z.string() }),
})

test('retries from the first change reported as failed, and gives up on that one alone', async () => {
  const { putItem, drain, notes, messageIn, lines } = await runWork()
  await Promise.all([putItem('a'), putItem('b')])
  await drain()
  await putItem('poison', 'report')
  await putItem('c')
  expect(await drain()).toEqual({ drained: true })
  expect(texts(await notes('changes')).toSorted()).toEqual(['a', 'b', 'c'])
  expect(Account.parse(JSON.parse(await messageIn('lost-changes')))).toMatchObject({
    requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 3 },
    DDBStreamBatchInfo: { batchSize: 1 },
  })
  expect(lines).toContainEqual(expect.stringContaining('ChangeMapping: gave up on 1 stream record(s)'))
})

test('halves a batch that fails whole, until only the bad change is left to give up on', async () => {
  const first = await runWork()
  await first.stop()
  const writing = await runWork({ dataDir: first.dataDir })
  const before = names(8)
  await Promise.all(before.map((name) => writing.putItem(name)))
  await writing.putItem('poison', 'throw')
  await Promise.all(['x', 'y'].map((name) => writing.putItem(name)))
  expect(await writing.drain()).toEqual({ drained: true })
  const changes = texts(await writing.notes('changes'))
  expect(new Set(changes)).toEqual(new Set([...before, 'x', 'y']))
  expect(Account.parse(JSON.parse(await writing.messageIn('lost-changes')))).toMatchObject({
    DDBStreamBatchInfo: { batchSize: 1 },
  })
})

test('a batching window holds changes back to be offered together, and a drain ends it', async () => {
  const { putItem, sendJob, drain, notes } = await runWork({
    adapt: (deployment) => ({
      ...deployment,
      streamMappings: deployment.streamMappings.map((mapping) => ({ ...mapping, windowSeconds: 600 })),
    }),
  })
  await putItem('a')
  for (const name of names(40)) await sendJob(name, { group: 'one' })
  await eventually(
    () => notes('jobs'),
    (jobs) => jobs.length === 40,
  )
  expect(texts(await notes('change batches'))).toEqual([])
  await putItem('b')
  await drain()
  expect(texts(await notes('change batches'))).toEqual(['a b'])
})

test('a change is not left waiting for somebody to ask', async () => {
  const { putItem, notes } = await runWork()
  await putItem('alone')
  const seen = await eventually(
    () => notes('changes'),
    (found) => found.length > 0,
  )
  expect(texts(seen)).toEqual(['alone'])
})
