import { GetItemCommand } from '@aws-sdk/client-dynamodb'
import type { APIGatewayProxyResult, DynamoDBStreamEvent } from 'aws-lambda'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mock } from 'node:test'
import * as z from 'zod'
import { startDynamoDb } from '../../../infra/local/engines/dynamodb.ts'
import { routes, type RouteName } from '../../../shared/contracts/routes.ts'
import { loggedPrincipal } from '../../../shared/runtime/log-access.ts'
import type { Principal } from '../../../shared/domain/principal.ts'
import { eventTo } from '../../support/gateway-event.ts'
import { lambdaContext } from '../../support/lambda-context.ts'
import { clientTo, createTables } from '../../support/tables.ts'
import { meter } from '../meter/meter.ts'

/** A request by a route's name; `id` stands in its path. */
export type Asked = {
  readonly route: RouteName
  readonly by: Principal
  readonly id?: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
}

const claimsOf = (by: Principal) => {
  const { id, ...claims } = loggedPrincipal(by)
  return { ...claims, sub: id, ...(by.role === 'force' && { restricted: String(by.maySeeRestricted) }) }
}

/** An ordinary Wednesday: the bank holidays before a due date are stored with it, so the size of an item has a season. */
const now = Date.parse('2026-06-10T09:00:00Z')

const withId = z.object({ id: z.string() })

/**
 * The functions as they are deployed, on an engine of their own with a meter before it: what they ask of their tables is
 * counted by AWS's rules, always of the same day. One to a process: the functions find it in the environment.
 */
export const startMeteredService = async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'metered-'))
  const engine = await startDynamoDb({ dataDir, endpoint: process.env['DYNAMODB_ENDPOINT'] || undefined })
  const client = clientTo(engine.endpoint)
  const tables = await createTables(client)
  engine.tune()
  const metering = await meter(engine.endpoint)
  mock.timers.enable({ apis: ['Date'], now })
  Object.assign(process.env, {
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: metering.endpoint,
    REFERRALS_TABLE: tables.referrals,
    SAR_REGISTER_TABLE: tables.sarRegister,
    ACCESS_LOG_TABLE: tables.accessLog,
    FIGURES_TABLE: tables.figures,
    CONTACTS_TABLE: tables.contacts,
    DRAFTS_TABLE: tables.drafts,
    UPKEEP_TABLE: tables.upkeep,
    REMINDER_QUEUE_URL: 'http://127.0.0.1:1/reminders.fifo',
  })
  const handlers = {
    referrals: (await import('../../../functions/referrals/index.ts')).handler,
    returns: (await import('../../../functions/returns/index.ts')).handler,
    reports: (await import('../../../functions/reports/index.ts')).handler,
  }
  const aggregator = (await import('../../../functions/aggregator/index.ts')).handler
  const served = (name: string): name is keyof typeof handlers => Object.hasOwn(handlers, name)
  const answer = async ({ by, id, ...request }: Asked): Promise<APIGatewayProxyResult> => {
    const { servedBy } = routes[request.route]
    if (!served(servedBy)) throw new Error(`${request.route} is not metered here`)
    const event = eventTo({ ...request, claims: claimsOf(by), path: id === undefined ? undefined : { id } })
    return handlers[servedBy](event, lambdaContext)
  }
  /** The stream's record of a referral as it now stands. */
  const recordOf = async (id: string): Promise<DynamoDBStreamEvent> => {
    const Key = { id: { S: id } }
    const { Item = {} } = await client.send(
      new GetItemCommand({ TableName: tables.referrals, Key, ConsistentRead: true }),
    )
    return JSON.parse(
      JSON.stringify({
        Records: [
          {
            eventName: 'MODIFY',
            eventID: '1',
            dynamodb: { Keys: Key, NewImage: Item, SequenceNumber: '1' },
          },
        ],
      }),
    )
  }
  return {
    tables: { client, ...tables },
    metering,
    /** What a request costs, and the reference of the referral that it answered with. Throws unless it was accepted. */
    request: async (asked: Asked) => {
      const { result, metered } = await metering.during(() => answer(asked))
      if (result.statusCode >= 300) throw new Error(`${asked.route}: ${result.statusCode} ${result.body}`)
      return { metered, id: withId.safeParse(JSON.parse(result.body)).data?.id ?? '' }
    },
    /** What it costs to count a referral as it now stands. */
    count: async (id: string) => {
      const event = await recordOf(id)
      return (await metering.during(() => aggregator(event, lambdaContext))).metered
    },
    close: async () => {
      mock.timers.reset()
      client.destroy()
      await metering.close()
      await engine.stop()
      await rm(dataDir, { recursive: true, maxRetries: 10 })
    },
  }
}
export type MeteredService = Awaited<ReturnType<typeof startMeteredService>>
