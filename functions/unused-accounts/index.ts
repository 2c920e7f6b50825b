import middy from '@middy/core'
import { environments } from '../../shared/contracts/environment.ts'
import { londonDate } from '../../shared/domain/dates.ts'
import { unusedOn } from '../../shared/domain/unused-accounts.ts'
import { documentClient } from '../../shared/runtime/clients.ts'
import { systemClock } from '../../shared/runtime/clock.ts'
import { logger } from '../../shared/runtime/logger.ts'
import { signInsStore } from '../../shared/store/sign-ins-store.ts'

const environment = environments['unused-accounts'].parse(process.env)
const signIns = signInsStore({ client: documentClient(), signIns: environment.SIGN_INS_TABLE })

/** In days: where nobody signed in for longer, sign-ins are not being noted. */
const longestQuiet = 14

/**
 * Runs every week. Names in the log the accounts of people and systems that have not been used for 90 days; the alarm
 * goes by `newlyUnused`. Answers with the same, for a person who invokes it.
 */
export const handler = middy().handler(async () => {
  const { accounts, newly, quietDays } = unusedOn(await signIns.list(), londonDate(systemClock.now()))
  if (quietDays !== undefined && quietDays > longestQuiet)
    logger.error('Nobody’s sign-in has been noted for long: this list can not be trusted', { quietDays })
  logger.info('Looked for accounts that nobody uses', { newlyUnused: newly, unused: accounts })
  return { newlyUnused: newly, unused: accounts }
})
