import middy from '@middy/core'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import pMap from 'p-map'
import { countReferral } from '../../shared/actions/count-referral.ts'
import { environments } from '../../shared/contracts/environment.ts'
import { documentClient } from '../../shared/runtime/clients.ts'
import { onBehalfOf } from '../../shared/runtime/correlation.ts'
import { logger } from '../../shared/runtime/logger.ts'
import { figuresStore, type Ledger } from '../../shared/store/figures-store.ts'
import { byOrganisation, changedIn, latestOfEach, referralIn } from './records.ts'

const environment = environments.aggregator.parse(process.env)
const store = figuresStore({ client: documentClient(), figures: environment.FIGURES_TABLE })

/** Counts a change; answers whether it could be. */
const count = async (ledgers: readonly Ledger[], record: DynamoDBRecord): Promise<boolean> => {
  try {
    for (const figures of ledgers) await countReferral({ figures })(referralIn(record))
    logger.info('A change of a referral was counted', { eventID: record.eventID })
    return true
  } catch (fault) {
    logger.error('A change of a referral could not be counted', { fault, eventID: record.eventID })
    return false
  }
}

/** Counts one change after another. Stops at the first that can't be counted and answers with its number. */
const countInTurn = async (
  ledgers: readonly Ledger[],
  records: readonly DynamoDBRecord[],
): Promise<string[]> => {
  for (const record of records) {
    const counted = await onBehalfOf(changedIn(record), () => count(ledgers, record))
    if (!counted) return [record.dynamodb?.SequenceNumber ?? '']
  }
  return []
}

const organisationsAtOnce = 8

/**
 * Keeps the figures up with the referrals. Organisations share no counters, so they are counted side by side. From the
 * first change that can't be counted on, everything is delivered again; what was counted before counts once.
 */
export const handler = middy<DynamoDBStreamEvent, DynamoDBBatchResponse>().handler(async ({ Records }) => {
  const groups = byOrganisation(latestOfEach(Records))
  // Asked anew each time: a rebuild that has begun is to miss no change.
  const ledgers = await store.ledgersInUse()
  const failed = await pMap(groups, (group) => countInTurn(ledgers, group), {
    concurrency: organisationsAtOnce,
  })
  return { batchItemFailures: failed.flat().map((itemIdentifier) => ({ itemIdentifier })) }
})
