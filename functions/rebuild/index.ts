import middy from '@middy/core'
import { rebuildFigures } from '../../shared/actions/rebuild-figures.ts'
import { environments } from '../../shared/contracts/environment.ts'
import { documentClient } from '../../shared/runtime/clients.ts'
import { logger } from '../../shared/runtime/logger.ts'
import { figuresRebuild } from '../../shared/store/figures-rebuild.ts'
import { referralStore } from '../../shared/store/referral-store.ts'

const environment = environments.rebuild.parse(process.env)
const tables = {
  client: documentClient(),
  referrals: environment.REFERRALS_TABLE,
  figures: environment.FIGURES_TABLE,
}
const dependencies = { referrals: referralStore(tables), rebuild: figuresRebuild(tables) }

/** Invoked by hand, whatever the event. Answers how many referrals were counted afresh. */
export const handler = middy().handler(async () => {
  const referrals = await rebuildFigures(dependencies)()
  logger.info('The figures were counted afresh', { referrals })
  return { referrals }
})
