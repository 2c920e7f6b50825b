import middy from '@middy/core'
import { reconcileFigures } from '../../shared/actions/reconcile-every-year.ts'
import { environments } from '../../shared/contracts/environment.ts'
import { documentClient } from '../../shared/runtime/clients.ts'
import { systemClock } from '../../shared/runtime/clock.ts'
import { logger } from '../../shared/runtime/logger.ts'
import { referenceData } from '../../shared/runtime/reference-data.ts'
import { figuresStore } from '../../shared/store/figures-store.ts'
import { referralStore } from '../../shared/store/referral-store.ts'

const environment = environments.reconcile.parse(process.env)
const tables = {
  client: documentClient(),
  referrals: environment.REFERRALS_TABLE,
  figures: environment.FIGURES_TABLE,
}
const dependencies = {
  referrals: referralStore(tables),
  figures: figuresStore(tables),
  reference: referenceData,
  clock: systemClock,
}

/** So many fit into an entry of the log, which ends at 256 KiB. */
const namedInAnEntry = 500

/**
 * Runs every night. Names in the log each counter that differs from a recount; the alarm goes by `differences`. Answers
 * with the same, for a person who invokes it.
 */
export const handler = middy().handler(async () => {
  const found = await reconcileFigures(dependencies)()
  const differences = found.length
  if (differences === 0) logger.info('The figures agree with the referrals', { differences })
  for (let from = 0; from < differences; from += namedInAnEntry) {
    const named = found.slice(from, from + namedInAnEntry)
    logger.warn('The figures differ from a recount of the referrals', { differences, named })
  }
  return { differences, named: found }
})
