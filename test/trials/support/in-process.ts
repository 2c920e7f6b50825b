import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { localCredentials } from '../../../infra/local/engines/client-options.ts'
import { startS3 } from '../../../infra/local/engines/s3.ts'
import { startSqs } from '../../../infra/local/engines/sqs.ts'
import { region } from '../../../infra/local/template/resolver.ts'
import { routes, type Route } from '../../../shared/contracts/routes.ts'
import { eventWith } from '../../support/gateway-event.ts'
import { clientTo, createTables } from '../../support/tables.ts'
import { startDynamoDb } from '../../../infra/local/engines/dynamodb.ts'

const contextOf = (): Context => ({
  awsRequestId: randomUUID(),
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'trial',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'trial',
  memoryLimitInMB: '512',
  logGroupName: 'trial',
  logStreamName: 'trial',
  getRemainingTimeInMillis: () => 300_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
})

/** The real handlers of the API's functions, loaded into this process over real engines, without a gateway or tokens. */
export const startInProcess = async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'in-process-'))
  const [dynamoDb, s3, sqs] = await Promise.all([
    startDynamoDb({ dataDir }),
    startS3(dataDir),
    startSqs(dataDir),
  ])
  const client = clientTo(dynamoDb.endpoint)
  const tables = await createTables(client)
  dynamoDb.tune()
  s3.prepareBuckets([{ name: 'editions' }])
  await sqs.prepareQueues([
    { name: 'reminders.fifo', arn: '', attributes: { FifoQueue: 'true' }, deadLetterArn: undefined },
  ])
  const environment = {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: dynamoDb.endpoint,
    AWS_ENDPOINT_URL_S3: s3.endpoint,
    AWS_ENDPOINT_URL_SQS: sqs.endpoint,
    REFERRALS_TABLE: tables.referrals,
    SAR_REGISTER_TABLE: tables.sarRegister,
    FIGURES_TABLE: tables.figures,
    EDITIONS_TABLE: tables.editions,
    CONTACTS_TABLE: tables.contacts,
    ACCESS_LOG_TABLE: tables.accessLog,
    UPKEEP_TABLE: tables.upkeep,
    DRAFTS_TABLE: tables.drafts,
    EDITIONS_BUCKET: 'editions',
    REMINDER_QUEUE_URL: `${sqs.queuesUrl}/reminders.fifo`,
    POWERTOOLS_LOG_LEVEL: 'CRITICAL',
  }
  Object.entries(environment).forEach(([name, value]) => vi.stubEnv(name, value))
  const handlers = {
    referrals: (await import('../../../functions/referrals/index.ts')).handler,
    returns: (await import('../../../functions/returns/index.ts')).handler,
    reports: (await import('../../../functions/reports/index.ts')).handler,
    assessments: (await import('../../../functions/assessments/index.ts')).handler,
  }
  const handlerOf = ({ servedBy }: Route) =>
    servedBy === 'delivery-receipts' ? undefined : handlers[servedBy]
  return {
    handle: async (
      name: keyof typeof routes,
      fields: Partial<APIGatewayProxyEvent>,
      claims: object | undefined,
    ) => {
      const handler = handlerOf(routes[name])
      if (!handler) throw new Error(`${name} is not served here`)
      const event = eventWith({ ...fields, resource: routes[name].path, httpMethod: routes[name].method })
      const requestContext = { ...event.requestContext, requestId: randomUUID(), authorizer: { claims } }
      const answered: APIGatewayProxyResult = await handler({ ...event, requestContext }, contextOf())
      return answered
    },
    close: async () => {
      vi.unstubAllEnvs()
      client.destroy()
      await Promise.all([dynamoDb.stop(), s3.stop(), sqs.stop()])
      await rm(dataDir, { recursive: true, maxRetries: 10 })
    },
  }
}
export type InProcess = Awaited<ReturnType<typeof startInProcess>>
