import middy from '@middy/core'
import { findReviews } from '../../shared/actions/find-reviews.ts'
import { environments } from '../../shared/contracts/environment.ts'
import { documentClient } from '../../shared/runtime/clients.ts'
import { systemClock } from '../../shared/runtime/clock.ts'
import { logger } from '../../shared/runtime/logger.ts'
import { referenceData } from '../../shared/runtime/reference-data.ts'
import { referralStore } from '../../shared/store/referral-store.ts'
import { reviewsStore } from '../../shared/store/reviews-store.ts'

const environment = environments.retention.parse(process.env)
const tables = {
  client: documentClient(),
  referrals: environment.REFERRALS_TABLE,
  upkeep: environment.UPKEEP_TABLE,
}
const dependencies = {
  referrals: referralStore(tables),
  reviews: reviewsStore(tables),
  reference: referenceData,
  clock: systemClock,
}

/** Runs every week. Finds the closed referrals whose review has come up; it is people who keep or erase them. */
export const handler = middy().handler(async () => {
  const due = await findReviews(dependencies)()
  logger.info('Looked for closed referrals whose review has come up', { due })
  return { due }
})
