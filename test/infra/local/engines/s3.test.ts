import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { expect, onTestFinished, test } from 'vitest'
import { clientOptions } from '../../../../infra/local/engines/client-options.ts'
import { startS3 } from '../../../../infra/local/engines/s3.ts'
import { startSqs } from '../../../../infra/local/engines/sqs.ts'
import { dataDirectory } from '../support/data-directory.ts'
import { listeningAddresses } from '../support/listening.ts'

const Bucket = 'files'

const start = async (dataDir = dataDirectory()) => {
  const engine = await startS3(dataDir)
  onTestFinished(engine.stop)
  engine.prepareBuckets([{ name: Bucket }])
  const client = new S3Client(clientOptions(engine.endpoint))
  onTestFinished(() => client.destroy())
  return {
    ...engine,
    put: (Key: string, Body: string | Uint8Array, condition: { IfNoneMatch?: '*' } = {}) =>
      client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: 'text/csv', ...condition })),
    get: async (Key: string) => {
      const { Body, ContentType } = await client.send(new GetObjectCommand({ Bucket, Key }))
      return { type: ContentType, bytes: await Body?.transformToByteArray() }
    },
  }
}

const onlyNew = { IfNoneMatch: '*' } as const
const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString()

test('keeps any bytes under any key, with their content type', async () => {
  const { put, get } = await start()
  const bytes = Uint8Array.from({ length: 300_000 }, (_, place) => place % 256)
  const key = 'editions/2025-26/001/OFFICIAL-SENSITIVE £ & 100%.docx'
  await put(key, bytes)
  expect(await get(key)).toEqual({ type: 'text/csv', bytes })
})

test('listens on 127.0.0.1 only, also when the queues start at the same moment', async () => {
  const dataDir = dataDirectory()
  const engines = await Promise.all([startS3(dataDir), startSqs(dataDir), startS3(dataDirectory())])
  engines.forEach(({ stop }) => onTestFinished(stop))
  const elsewhere = listeningAddresses([process.pid]).filter(({ address }) => address !== '127.0.0.1')
  expect(elsewhere).toEqual([])
})

test('puts on condition that there is no such object yet, and refuses as S3 does where there is', async () => {
  const { put, get } = await start()
  await put('a', 'first', onlyNew)
  await expect(put('a', 'second', onlyNew)).rejects.toMatchObject({
    name: 'PreconditionFailed',
    $metadata: { httpStatusCode: 412 },
  })
  expect(text((await get('a')).bytes)).toBe('first')
})

test('of many who put the same at once, one wins', async () => {
  const { put, get } = await start()
  const texts = Array.from({ length: 10 }, (_, place) => `${place}`)
  const puts = await Promise.allSettled(texts.map((each) => put('a', each, onlyNew)))
  const won = texts.filter((_, place) => puts[place]?.status === 'fulfilled')
  expect(won).toHaveLength(1)
  expect(text((await get('a')).bytes)).toBe(won[0])
})

test('an object that there is not is missed by its own name', async () => {
  const { get } = await start()
  await expect(get('nothing')).rejects.toMatchObject({ name: 'NoSuchKey' })
})

test('keeps objects across starts', async () => {
  const dataDir = dataDirectory()
  const first = await start(dataDir)
  await first.put('a', 'first', onlyNew)
  await first.stop()
  const second = await start(dataDir)
  expect(text((await second.get('a')).bytes)).toBe('first')
  await expect(second.put('a', 'second', onlyNew)).rejects.toThrow('pre-conditions')
})
