import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, onTestFinished, test, vi } from 'vitest'
import * as z from 'zod'
import { localCredentials } from '../../../infra/local/engines/client-options.ts'
import { documentClient } from '../../../shared/runtime/clients.ts'

test('a table that does not answer is asked again', async () => {
  let asked = 0
  const server = createServer((_, response) => {
    asked += 1
    if (asked > 1) response.setHeader('content-type', 'application/x-amz-json-1.0').end('{}')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    vi.unstubAllEnvs()
    server.closeAllConnections()
    server.close()
  })
  const { port } = z.object({ port: z.int() }).parse(server.address())
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', `http://127.0.0.1:${port}`)
  vi.stubEnv('AWS_REGION', 'eu-west-2')
  vi.stubEnv('AWS_ACCESS_KEY_ID', localCredentials.accessKeyId)
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', localCredentials.secretAccessKey)

  const client = documentClient(200)
  const read = await client.send(new GetCommand({ TableName: 'Anything', Key: { id: 'R-7K3M-9QXD' } }))

  expect([read.Item, asked]).toEqual([undefined, 2])
})
