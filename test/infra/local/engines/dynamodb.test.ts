import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { clientOptions } from '../../../../infra/local/engines/client-options.ts'
import { startDynamoDb } from '../../../../infra/local/engines/dynamodb.ts'
import { prepareTables } from '../../../../infra/local/engines/tables.ts'
import { StartRefused } from '../../../../infra/local/start-refused.ts'
import { dataDirectory } from '../support/data-directory.ts'
import { fixtureDeployment } from '../support/fixture.ts'

const { tables } = fixtureDeployment()

const start = async (dataDir: string) => {
  const engine = await startDynamoDb({ dataDir })
  onTestFinished(engine.stop)
  return { ...engine, client: new DynamoDBClient(clientOptions(engine.endpoint)) }
}

test('makes the tables once, and keeps what is in them', async () => {
  const dataDir = dataDirectory()
  const first = await start(dataDir)
  const streams = await prepareTables(first.client, tables)
  first.tune()
  await first.client.send(new PutItemCommand({ TableName: 'Items', Item: { id: { S: 'a' } } }))
  await first.stop()

  const second = await start(dataDir)
  expect(await prepareTables(second.client, tables)).toEqual(streams)
  second.tune()
  const { Item } = await second.client.send(
    new GetItemCommand({ TableName: 'Items', Key: { id: { S: 'a' } } }),
  )
  expect(Item).toEqual({ id: { S: 'a' } })
})

test('answers with the streams of the tables that have one', async () => {
  const { client } = await start(dataDirectory())
  const streams = await prepareTables(client, tables)
  expect([...streams.keys()]).toEqual(['arn:aws:dynamodb:eu-west-2:000000000000:table/Items/stream/local'])
})

test('refuses a table that has another shape than the template says', async () => {
  const { client } = await start(dataDirectory())
  await prepareTables(client, tables)
  const other = tables.map((table) => ({ ...table, globalIndexes: [] }))
  await expect(prepareTables(client, other)).rejects.toThrow(StartRefused)
  await expect(prepareTables(client, other)).rejects.toThrow(/Items.*delete DATA_DIR/)
})

test('waits until nobody else has the file', async () => {
  const dataDir = dataDirectory()
  await (await start(dataDir)).stop()
  const other = new DatabaseSync(join(dataDir, 'dynamodb.db'))
  other.prepare('SELECT count(*) FROM sqlite_master').get()
  const order: string[] = []
  const starting = start(dataDir).then(() => order.push('started'))
  await new Promise((resolve) => setImmediate(resolve))
  order.push('closed')
  other.close()
  await starting
  expect(order).toEqual(['closed', 'started'])
})

test('takes another engine at its address, and leaves it running', async () => {
  const { endpoint, client } = await start(dataDirectory())
  const elsewhere = await startDynamoDb({ dataDir: dataDirectory(), endpoint })
  elsewhere.tune()
  await elsewhere.stop()
  expect((await prepareTables(client, tables)).size).toBe(1)
})
