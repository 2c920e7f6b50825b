import middy from '@middy/core'
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { countReferral } from '../../shared/actions/count-referral.ts'
import { environments } from '../../shared/contracts/environment.ts'
import { documentClient } from '../../shared/runtime/clients.ts'
import { logger } from '../../shared/runtime/logger.ts'
import { figuresStore } from '../../shared/store/figures-store.ts'
import { latestOfEach, referralIn } from './records.ts'

const environment = environments.aggregator.parse(process.env)
const figures = figuresStore({ client: documentClient(), figures: environment.FIGURES_TABLE })

/**
 * Keeps the figures up with the referrals. Stops at the first change that can't be counted and names it, so that it
 * and what follows are delivered again.
 */
export const handler = middy<DynamoDBStreamEvent, DynamoDBBatchResponse>().handler(async ({ Records }) => {
  for (const record of latestOfEach(Records)) {
    try {
      await countReferral({ figures })(referralIn(record))
    } catch (fault) {
      logger.error('A change of a referral could not be counted', { fault, eventID: record.eventID })
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] }
    }
  }
  return { batchItemFailures: [] }
})
