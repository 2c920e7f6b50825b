import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { loadReferenceContacts, loadSample } from '../../seeds/load.ts'
import { instantAt, londonDate } from '../../shared/domain/dates.ts'
import { beginSample, endSample, hasSample } from './sample-marker.ts'

/** Where what a service starts with is written to. */
export type SeedTarget = {
  readonly dataDir: string
  /** How to reach the tables. */
  readonly dynamoDb: DynamoDBClientConfig
  /** The functions' variables, all of them together: what the tables are called, for one. */
  readonly environment: Readonly<Record<string, string>>
  /** The service's time. */
  readonly now: () => Date
}

export type Preparation = SeedTarget & {
  readonly sample: 'default' | 'none'
  readonly say: (line: string) => void
}

const tableNames = z.object({
  REFERRALS_TABLE: z.string(),
  SAR_REGISTER_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
})

const progressEvery = 200

/**
 * Puts in place what a service has before anyone uses it: placeholder contacts and, unless `sample` is `none`, the
 * sample year. Called at every start; what is there already stays as it is.
 */
export const prepare = async ({
  dynamoDb,
  environment,
  dataDir,
  now,
  sample,
  say,
}: Preparation): Promise<void> => {
  const names = tableNames.parse(environment)
  const tables = {
    referrals: names.REFERRALS_TABLE,
    sarRegister: names.SAR_REGISTER_TABLE,
    contacts: names.CONTACTS_TABLE,
  }
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(dynamoDb), {
    marshallOptions: { removeUndefinedValues: true },
  })
  try {
    await loadReferenceContacts({ client, tables })
    if (sample === 'none' || hasSample(dataDir)) return
    beginSample(dataDir)
    const onProgress = (done: number, total: number) => {
      if (done % progressEvery === 0 || done === total) say(`Sample year: ${done} of ${total} referrals`)
    }
    await loadSample({ client, tables, today: londonDate(instantAt(now().getTime())), onProgress })
    endSample(dataDir)
  } finally {
    client.destroy()
  }
}
export type Prepare = typeof prepare
