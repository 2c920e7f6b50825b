import pMap from 'p-map'
import type { Referral } from '../domain/referral/referral.ts'
import type { FiguresRebuild } from '../store/figures-rebuild.ts'
import type { ReferralStore } from '../store/referral-store.ts'
import { countReferral } from './count-referral.ts'

export type RebuildDependencies = {
  readonly referrals: Pick<ReferralStore, 'every'>
  readonly rebuild: FiguresRebuild
}

/** Organisations share no counters, so they are counted side by side. */
const organisationsAtOnce = 8

const countAll = async (referrals: readonly Referral[], count: (referral: Referral) => Promise<void>) => {
  const groups = [...Map.groupBy(referrals, ({ registration }) => registration.organisation).values()]
  await pMap(
    groups,
    async (theirs) => {
      for (const referral of theirs) await count(referral)
    },
    { concurrency: organisationsAtOnce },
  )
}

/**
 * Counts every referral there is afresh, beside the figures that are read meanwhile, then has the new ones read and
 * deletes the old. Changes that come in on the way are counted into both, so none is missed. Cut short, it goes on
 * from where it was when it is run again. Answers how many referrals it counted.
 */
export const rebuildFigures =
  ({ referrals, rebuild }: RebuildDependencies) =>
  async (): Promise<number> => {
    const generation = await rebuild.begin()
    const count = countReferral({ figures: rebuild.ledger(generation), probablyNew: () => true })
    let counted = 0
    for await (const page of referrals.every()) {
      await countAll(page, count)
      counted += page.length
    }
    await rebuild.read(generation)
    await rebuild.forgetBefore(generation)
    return counted
  }
