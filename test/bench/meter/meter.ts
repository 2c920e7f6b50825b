import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { clientOptions } from '../../../infra/local/engines/client-options.ts'
import { readsIn, writesIn, type Read, type Write } from './requests.ts'
import { schemas, type Schema } from './schema.ts'
import { itemBytes, readUnits, type Item } from './sizes.ts'
import { indexUnits, tableUnits } from './writes.ts'

/** A request to DynamoDB and what AWS charges for it, in units. */
export type Metered = {
  readonly operation: string
  readonly tables: readonly string[]
  readonly read: number
  readonly written: number
  /** Of what was written, what the indexes took. */
  readonly writtenToIndexes: number
  /** Requests that were under way together are of one round trip, and share its number. */
  readonly roundTrip: number
}

export type Meter = {
  /** Where to send requests instead of to the engine. */
  readonly endpoint: string
  /** Does something and answers with its result and what it sent meanwhile. */
  readonly during: <Result>(
    act: () => Promise<Result>,
  ) => Promise<{ result: Result; metered: readonly Metered[] }>
  readonly close: () => Promise<void>
}

const keyOf = ({ keys }: Schema, item: Item): Item =>
  Object.fromEntries(Object.entries(item).filter(([name]) => keys.includes(name)))

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

const unitsToRead = ({ together, consistent }: Read): readonly number[] =>
  together.map((items) => readUnits(sum(items.map(itemBytes)), consistent))

/** Stands between a function and its tables, hands everything on, and counts by AWS's rules what was really sent. */
export const meter = async (engine: string): Promise<Meter> => {
  const client = new DynamoDBClient(clientOptions(engine))
  const schemaOf = schemas(client)
  let log: Metered[] = []
  let roundTrip = 0
  let underWay = 0

  const itemAt = async ({ table, at }: Write) => {
    const Key = keyOf(await schemaOf(table), at)
    return (await client.send(new GetItemCommand({ TableName: table, Key, ConsistentRead: true }))).Item
  }
  const unitsOf = async (write: Write, before: Item | undefined) => {
    const change = { before, after: await itemAt(write) }
    const { indexes } = await schemaOf(write.table)
    const inIndexes = sum(indexes.map((index) => indexUnits(index, change)))
    return { table: tableUnits(change, write.transactional), inIndexes }
  }
  const measured = async (operation: string, sent: unknown, send: () => Promise<unknown>) => {
    const writes = writesIn(operation, sent)
    const before = await Promise.all(writes.map(itemAt))
    const answer = await send()
    if (writes.length === 0) {
      const reads = readsIn(operation, sent, answer)
      const read = sum(reads.flatMap(unitsToRead))
      return { tables: reads.map(({ table }) => table), read, written: 0, writtenToIndexes: 0 }
    }
    const units = await Promise.all(writes.map((write, place) => unitsOf(write, before[place])))
    const writtenToIndexes = sum(units.map(({ inIndexes }) => inIndexes))
    const written = writtenToIndexes + sum(units.map(({ table }) => table))
    return { tables: writes.map(({ table }) => table), read: 0, written, writtenToIndexes }
  }

  const handOn = async (request: IncomingMessage, body: string) => {
    const { 'x-amz-target': target = '', authorization = '', 'x-amz-date': date = '' } = request.headers
    const headers = {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': String(target),
      authorization,
      'x-amz-date': String(date),
    }
    const response = await fetch(engine, { method: 'POST', headers, body })
    return { status: response.status, text: await response.text() }
  }
  const server = createServer((request, response) => {
    void (async () => {
      if (underWay === 0) roundTrip += 1
      underWay += 1
      const own = roundTrip
      const body = await text(request)
      const operation = String(request.headers['x-amz-target']).split('.').at(-1) ?? ''
      let reply = { status: 500, text: '' }
      const units = await measured(operation, JSON.parse(body), async () => {
        reply = await handOn(request, body)
        return JSON.parse(reply.text)
      })
      log.push({ operation, ...units, roundTrip: own })
      underWay -= 1
      response.writeHead(reply.status, { 'content-type': 'application/x-amz-json-1.0' }).end(reply.text)
    })()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0

  return {
    endpoint: `http://127.0.0.1:${port}`,
    during: async (act) => {
      log = []
      roundTrip = 0
      const result = await act()
      return { result, metered: log }
    },
    close: async () => {
      client.destroy()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
