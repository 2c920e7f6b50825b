import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { describe } from 'vitest'
import { clientOptions } from '../../../../infra/local/engines/client-options.ts'
import { deleteExpired } from '../../../../infra/local/engines/expire.ts'
import { test } from '../../../support/engine.ts'

const now = new Date('2026-06-01T09:00:00Z')
const seconds = Math.floor(now.getTime() / 1000)

describe('what a table with a time to live holds', () => {
  test('goes once it has expired by the service’s time, and nothing else does', async ({
    expect,
    engine,
    tables,
  }) => {
    const { client, drafts, upkeep } = tables
    const put = (TableName: string, Item: object) =>
      client.send(new PutCommand({ TableName, Item: { ...Item } }))
    await put(drafts, { person: 'a', form: '/gone', expiresAt: seconds - 1 })
    await put(drafts, { person: 'a', form: '/stays', expiresAt: seconds })
    await put(drafts, { person: 'b', form: '/for-ever' })
    await put(upkeep, { task: 'old', expiresAt: 1 })
    const keys = (...names: readonly string[]) =>
      names.map((AttributeName, place) => ({
        AttributeName,
        KeyType: place === 0 ? ('HASH' as const) : ('RANGE' as const),
      }))
    const table = { streamArn: '', stream: undefined, attributes: [], globalIndexes: [], localIndexes: [] }
    const declared = [
      { ...table, name: drafts, keys: keys('person', 'form'), expires: 'expiresAt' },
      { ...table, name: upkeep, keys: keys('task'), expires: undefined },
    ]
    const engineClient = new DynamoDBClient(clientOptions(engine))
    await deleteExpired(engineClient, declared, now)
    engineClient.destroy()
    const left = await client.send(new ScanCommand({ TableName: drafts }))
    expect(left.Items?.map(({ form }) => String(form)).toSorted()).toEqual(['/for-ever', '/stays'])
    expect((await client.send(new ScanCommand({ TableName: upkeep }))).Count).toBe(1)
  })
})
