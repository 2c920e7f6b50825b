import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { loadReferenceContacts, loadSample } from '../../seeds/load.ts'
import { instantAt, londonDate } from '../../shared/domain/dates.ts'

/** Where what a service starts with is written to. */
export type SeedTarget = {
  /** How to reach the tables. */
  readonly dynamoDb: DynamoDBClientConfig
  /** The functions' variables, all of them together: what the tables are called, for one. */
  readonly environment: Readonly<Record<string, string>>
  /** The service's time. */
  readonly now: () => Date
  readonly say: (line: string) => void
}

/** Puts in place what a service has before anyone uses it. */
export type Prepare = {
  /** At every start. Leaves alone what is there. */
  readonly always: (target: SeedTarget) => Promise<void>
  /** Once for a data directory. One that is cut short is begun again on an empty directory. */
  readonly once: (target: SeedTarget) => Promise<void>
}

const TableNames = z.object({
  REFERRALS_TABLE: z.string(),
  SAR_REGISTER_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
})

/** Every organisation has its placeholder contacts; the sample year comes on top unless there is to be none. */
export const preparation = (sample: 'default' | 'none'): Prepare => ({
  always: (target) =>
    withClient(target, async (client) => {
      const { CONTACTS_TABLE: contacts } = TableNames.parse(target.environment)
      await loadReferenceContacts({ client, tables: { contacts } })
    }),
  once: async (target) => {
    if (sample === 'default') await withClient(target, (client) => loadSampleYear(target, client))
  },
})

const loadSampleYear = async ({ environment, now, say }: SeedTarget, client: DynamoDBDocumentClient) => {
  say('Loading the sample year …')
  const { REFERRALS_TABLE: referrals, SAR_REGISTER_TABLE: sarRegister } = TableNames.parse(environment)
  const today = londonDate(instantAt(now().getTime()))
  const loaded = await loadSample({ client, tables: { referrals, sarRegister }, today })
  say(`Loaded a sample year of ${loaded.referrals} referrals. All of it is made up.`)
}

const withClient = async (
  { dynamoDb }: SeedTarget,
  work: (client: DynamoDBDocumentClient) => Promise<void>,
) => {
  const marshallOptions = { removeUndefinedValues: true }
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(dynamoDb), { marshallOptions })
  try {
    await work(client)
  } finally {
    client.destroy()
  }
}
