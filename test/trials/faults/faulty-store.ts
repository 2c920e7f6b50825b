import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { startDynamoDb } from '../../../infra/local/engines/dynamodb.ts'
import type { Random } from '../../../seeds/sample-year/random.ts'

/**
 * What a table does now and then: it is too busy, it fails, it answers late, it does what was asked and the line is cut
 * before the answer, or the answer never comes.
 */
export const storeFaults = ['throttled', 'failed', 'late', 'cut', 'silent'] as const
export type StoreFault = (typeof storeFaults)[number]

const refusalOf = {
  throttled: [400, 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException'],
  failed: [500, 'com.amazonaws.dynamodb.v20120810#InternalServerError'],
} as const

const refuse = (response: ServerResponse, kind: keyof typeof refusalOf) => {
  const [status, type] = refusalOf[kind]
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' })
  response.end(JSON.stringify({ __type: type, message: 'A trial' }))
}

type Forwarded = { readonly status: number; readonly headers: Record<string, string>; readonly body: Buffer }

const forward = async (to: string, asked: IncomingMessage, body: Buffer): Promise<Forwarded> => {
  const { hostname, port } = new URL(to)
  const { method, url, headers } = asked
  const sent = request({ hostname, port, method, path: url, headers: { ...headers, connection: 'close' } })
  sent.end(body)
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    sent.once('response', resolve).once('error', reject)
  })
  const answer = await answered
  const type = answer.headers['content-type'] ?? 'application/x-amz-json-1.0'
  const sum = answer.headers['x-amz-crc32']
  const kept = { 'content-type': type, ...(typeof sum === 'string' && { 'x-amz-crc32': sum }) }
  return { status: answer.statusCode ?? 500, headers: kept, body: await buffer(answer) }
}

/** Only what a request leads to meets faults: not the reading of the stream, which polls for ever. */
const isData = ({ headers }: IncomingMessage): boolean =>
  /DynamoDB_20120810\.(Get|Put|Update|Query|Transact|Batch)/.test(String(headers['x-amz-target']))

/** A store with a proxy before it that brings about faults by chance, once it is told to. */
export const startFaultyStore = async (random: Random) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'faulty-'))
  const engine = await startDynamoDb({ dataDir })
  const counts: Record<string, number> = { asked: 0 }
  let share = 0
  let kinds: readonly StoreFault[] = storeFaults

  const answer = async (asked: IncomingMessage, response: ServerResponse) => {
    const body = await buffer(asked)
    const fault = isData(asked) && random.happens(share) ? random.oneOf(kinds) : 'none'
    counts['asked'] = (counts['asked'] ?? 0) + 1
    counts[fault] = (counts[fault] ?? 0) + 1
    if (fault === 'throttled' || fault === 'failed') return refuse(response, fault)
    const answered = await forward(engine.endpoint, asked, body)
    if (fault === 'silent') return
    if (fault === 'cut') return response.destroy()
    if (fault === 'late') await setTimeout(random.whole(50, 900))
    response.writeHead(answered.status, answered.headers)
    response.end(answered.body)
  }
  const server = createServer((asked, response) => {
    answer(asked, response).catch(() => response.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port was given')
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    counts,
    tune: engine.tune,
    /** From now on such a share of requests meets one of these faults. */
    fail: (of: number, which: readonly StoreFault[] = storeFaults) => {
      share = of
      kinds = which
    },
    close: async () => {
      server.close()
      server.closeAllConnections()
      await engine.stop()
      await rm(dataDir, { recursive: true, maxRetries: 10 })
    },
  }
}
export type FaultyStore = Awaited<ReturnType<typeof startFaultyStore>>
