import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DeleteCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { startDynamoDb } from '../../../infra/local/engines/dynamodb.ts'
import { startSqs } from '../../../infra/local/engines/sqs.ts'
import { routes } from '../../../shared/contracts/routes.ts'
import { eventTo } from '../../support/gateway-event.ts'
import { lambdaContext } from '../../support/lambda-context.ts'
import { clientTo, createTables } from '../../support/tables.ts'
import type { Person } from './people.ts'
import type { Sent } from './requests.ts'

/** What the service answered, and every letter of it for the search for what should not be there. */
export type Reply = {
  readonly sent: Sent
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: unknown
  readonly text: string
}

/** The claims of somebody's token, all texts, as API Gateway passes them on. */
const claimsOf = ({ id, name, role, organisation, cleared }: Person): Record<string, string> => ({
  sub: id,
  name,
  scope: 'sar-outcomes/use',
  ...(role !== 'none' && { role }),
  ...(organisation !== undefined && { organisation, restricted: String(cleared) }),
})

const startEngines = async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'lifecycle-'))
  const engine = await startDynamoDb({ dataDir, endpoint: process.env['DYNAMODB_ENDPOINT'] || undefined })
  const client = clientTo(engine.endpoint)
  const tables = await createTables(client)
  engine.tune()
  const queues = await startSqs(dataDir)
  await queues.prepareQueues([
    { name: 'reminders.fifo', arn: '', attributes: { FifoQueue: 'true' }, deadLetterArn: undefined },
  ])
  const close = async () => {
    client.destroy()
    await Promise.all([engine.stop(), queues.stop()])
    await rm(dataDir, { recursive: true, maxRetries: 10 })
  }
  return { endpoint: engine.endpoint, client, tables, queues, close }
}

/** The functions as they are deployed, on engines of their own: they find these in the environment, as always. */
export const startService = async () => {
  const { endpoint, client, tables, queues, close } = await startEngines()
  Object.assign(process.env, {
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_ENDPOINT_URL_SQS: queues.endpoint,
    REFERRALS_TABLE: tables.referrals,
    SAR_REGISTER_TABLE: tables.sarRegister,
    ACCESS_LOG_TABLE: tables.accessLog,
    FIGURES_TABLE: tables.figures,
    CONTACTS_TABLE: tables.contacts,
    DRAFTS_TABLE: tables.drafts,
    UPKEEP_TABLE: tables.upkeep,
    REMINDER_QUEUE_URL: `${queues.queuesUrl}/reminders.fifo`,
  })
  const handlers = {
    referrals: (await import('../../../functions/referrals/index.ts')).handler,
    returns: (await import('../../../functions/returns/index.ts')).handler,
    reports: (await import('../../../functions/reports/index.ts')).handler,
  }
  const all = async (TableName: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
    const { Items = [] } = await client.send(new ScanCommand({ TableName, ConsistentRead: true }))
    return Items
  }
  const empty = async (TableName: string, ...keys: readonly string[]) => {
    for (const item of await all(TableName)) {
      const Key = Object.fromEntries(keys.map((key) => [key, item[key]]))
      await client.send(new DeleteCommand({ TableName, Key }))
    }
  }
  return {
    tables: { client, ...tables },
    close,
    /** Sends a request through the function that serves it. */
    call: async (sent: Sent): Promise<Reply> => {
      const { by, ifMatch, ...request } = sent
      const named = { ...(ifMatch !== undefined && { 'If-Match': ifMatch }) }
      const event = eventTo({ ...request, claims: claimsOf(by), headers: named })
      const handler = handlers[routes[sent.route].servedBy]
      const { statusCode, headers = {}, body } = await handler(event, lambdaContext)
      const parsed: unknown = JSON.parse(body)
      return { sent, status: statusCode, headers, body: parsed, text: JSON.stringify(headers) + body }
    },
    /** Every item of a table. */
    all,
    /** Forgets everything but the access log, which nothing here reads. */
    reset: async () => {
      await empty(tables.referrals, 'id')
      await empty(tables.sarRegister, 'sarReference', 'organisation')
      await empty(tables.figures, 'scope', 'entry')
    },
  }
}
export type Service = Awaited<ReturnType<typeof startService>>
