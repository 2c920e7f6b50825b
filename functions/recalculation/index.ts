import middy from '@middy/core'
import { recalculateDates } from '../../shared/actions/recalculate-dates.ts'
import { environments } from '../../shared/contracts/environment.ts'
import { documentClient } from '../../shared/runtime/clients.ts'
import { systemClock } from '../../shared/runtime/clock.ts'
import { correlationId, onBehalfOf } from '../../shared/runtime/correlation.ts'
import { logger } from '../../shared/runtime/logger.ts'
import { referenceData } from '../../shared/runtime/reference-data.ts'
import { referralStore } from '../../shared/store/referral-store.ts'
import { upkeepStore } from '../../shared/store/upkeep-store.ts'

const environment = environments.recalculation.parse(process.env)
const tables = {
  client: documentClient(),
  referrals: environment.REFERRALS_TABLE,
  changedIn: correlationId,
  upkeep: environment.UPKEEP_TABLE,
}
const dependencies = {
  referrals: referralStore(tables),
  upkeep: upkeepStore(tables),
  reference: referenceData,
  clock: systemClock,
}

/** Runs every day before the reminders; there is something to do only after a calendar has changed. */
export const handler = middy().handler(async (_event, { awsRequestId }): Promise<void> => {
  const moved = await onBehalfOf(awsRequestId, recalculateDates(dependencies))
  if (moved > 0) logger.info('Due dates were worked out again', { referrals: moved })
})
