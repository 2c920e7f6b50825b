import { expect, test } from 'vitest'
import * as z from 'zod'
import type { InvocationResult } from '../../../../infra/local/lambda/sandbox.ts'
import { offerBatch } from '../../../../infra/local/sources/stream-batch.ts'
import { fixtureDeployment } from '../support/fixture.ts'

const [mapping] = fixtureDeployment().streamMappings

const Event = z.object({ Records: z.array(z.object({ dynamodb: z.object({ SequenceNumber: z.string() }) })) })
const answer = (payload: unknown): InvocationResult => ({ ok: true, payload })
const report = (number: string) => answer({ batchItemFailures: [{ itemIdentifier: number }] })
const failure: InvocationResult = {
  ok: false,
  timedOut: false,
  error: { errorType: 'Error', errorMessage: 'no' },
}

/** Offers records with these numbers to a function that answers so, and tells what happened in order. */
const offer = async (
  numbers: readonly string[],
  respond: (batch: readonly string[]) => InvocationResult,
  changes: Partial<NonNullable<typeof mapping>> = {},
) => {
  if (!mapping) throw new Error('The fixture has no stream')
  const happened: string[] = []
  await offerBatch(
    {
      mapping: { ...mapping, ...changes },
      streamArn: 'stream',
      shardId: 'shard',
      signal: new AbortController().signal,
      now: () => new Date(),
      say: () => undefined,
      setAside: (_, account) => {
        const { batchSize } = z
          .object({ DDBStreamBatchInfo: z.object({ batchSize: z.number() }) })
          .parse(account).DDBStreamBatchInfo
        happened.push(`set aside ${batchSize}`)
        return Promise.resolve()
      },
      doneWith: (number) => void happened.push(`done ${number}`),
      invoke: (_, event) => {
        const batch = Event.parse(event).Records.map(({ dynamodb }) => dynamodb.SequenceNumber)
        happened.push(batch.join(' '))
        return Promise.resolve(respond(batch))
      },
    },
    numbers.map((SequenceNumber) => ({ dynamodb: { SequenceNumber } })),
  )
  return happened
}

test('a batch that succeeds is done at once', async () => {
  expect(await offer(['1', '2'], () => answer(null))).toEqual(['1 2', 'done 2'])
})

test('without bisecting, a batch that fails is retried whole and given up whole', async () => {
  const happened = await offer(['1', '2'], () => failure, { bisects: false, retries: 2 })
  expect(happened).toEqual(['1 2', '1 2', '1 2', 'set aside 2', 'done 2'])
})

test('without bisecting, a report retries from the first failed on', async () => {
  const happened = await offer(['1', '2', '3'], (batch) => (batch.includes('2') ? report('2') : answer({})), {
    bisects: false,
    retries: 1,
  })
  expect(happened).toEqual(['1 2 3', 'done 1', '2 3', 'set aside 2', 'done 3'])
})

test('bisecting costs no retries: the bad record alone uses them up', async () => {
  const happened = await offer(
    ['1', '2', '3', '4'],
    (batch) => (batch.includes('3') ? failure : answer({})),
    {
      bisects: true,
      retries: 1,
    },
  )
  expect(happened).toEqual([
    '1 2 3 4',
    '1 2',
    'done 2',
    '3 4',
    '3',
    '3',
    'set aside 1',
    'done 3',
    '4',
    'done 4',
  ])
})

test('bisects what is left from the first reported on', async () => {
  const happened = await offer(['1', '2', '3'], (batch) => (batch.includes('2') ? report('2') : answer({})), {
    bisects: true,
    retries: 0,
  })
  expect(happened).toEqual(['1 2 3', 'done 1', '2', 'set aside 1', 'done 2', '3', 'done 3'])
})

test('a mapping without a destination gives up and goes on', async () => {
  const happened = await offer(['1'], () => failure, { retries: 0, failedTo: undefined })
  expect(happened).toEqual(['1', 'done 1'])
})
