import { contribution } from '../domain/figures/contribution.ts'
import type { Referral } from '../domain/referral/referral.ts'
import type { Ledger } from '../store/figures-store.ts'

export type CountDependencies = {
  readonly figures: Ledger
  /** Whether a referral was probably never counted before: it is then tried without being looked up first. */
  readonly probablyNew?: (referral: Referral) => boolean
}

const isFirstVersion = ({ version }: Referral): boolean => version === 1

const triesBeforeGivingUp = 20

/**
 * Brings the figures up to one version of a referral. The same version again, or an older one that comes late, changes
 * nothing: what was last counted, and at which version, is kept beside the counters and moves with them.
 */
export const countReferral =
  ({ figures, probablyNew = isFirstVersion }: CountDependencies) =>
  async (referral: Referral): Promise<void> => {
    const now = { version: referral.version, ...contribution(referral) }
    for (let tries = 0; tries < triesBeforeGivingUp; tries += 1) {
      const before = tries === 0 && probablyNew(referral) ? undefined : await figures.counted(referral.id)
      if (before && before.version >= referral.version) return
      if (await figures.count(referral.id, before, { ...now, counters: [...now.counters] })) return
    }
    throw new Error(`${referral.id} could not be counted: others were counting in its year and organisation`)
  }
