import { loadReferral } from '../../seeds/load-referral.ts'
import { sampleYear } from '../../seeds/sample-year/generate.ts'
import type { SampleReferral, SampleStep } from '../../seeds/sample-year/sample-referral.ts'
import { localDate } from '../../shared/domain/dates.ts'
import type { Outcome } from '../../shared/domain/referral/returns.ts'
import { referenceData } from '../../shared/runtime/reference-data.ts'
import type { StoredReferral } from '../../shared/store/referral-item.ts'
import { memoryStores } from './memory-stores.ts'

/** The sample as it is looked at on a day. */
export const sampleOn = (today: string, seed = 1): readonly SampleReferral[] =>
  sampleYear({ seed, today: localDate(today), reference: referenceData })

/** Every referral that a sample comes to, those that redirections open too, with its history. */
export const lived = async (
  sample: readonly SampleReferral[],
  seed = 1,
): Promise<readonly StoredReferral[]> => {
  const stores = memoryStores()
  const load = loadReferral(stores, referenceData, seed)
  for (const referral of sample) await load(referral)
  return stores.all()
}

export const stepsOf = (sample: readonly SampleReferral[]): readonly SampleStep[] =>
  sample.flatMap(({ steps }) => steps)

export const outcomesOf = (sample: readonly SampleReferral[]): readonly Outcome[] =>
  stepsOf(sample).flatMap((step) => (step.kind === 'give_outcome' ? [step.outcome] : []))

/** Everything that somebody wrote in words of their own. */
export const textsOf = (sample: readonly SampleReferral[]): readonly string[] => [
  ...sample.flatMap(({ registration }) =>
    registration.handling === 'C' ? [registration.handlingConditions] : [],
  ),
  ...stepsOf(sample)
    .flatMap((step): (string | undefined)[] => {
      switch (step.kind) {
        case 'acknowledge':
          return []
        case 'report_progress':
          return [step.report.rationale]
        case 'give_outcome':
          return [step.outcome.rationale, step.outcome.learning]
        case 'extend':
          return [step.extension.rationale]
        case 'redirect':
          return [step.redirection.rationale]
        case 'withdraw':
          return [step.withdrawal.rationale]
      }
    })
    .filter((text) => text !== undefined),
]

/** The share of items that are so. */
export const shareOf = <Item>(items: readonly Item[], isSo: (item: Item) => boolean): number =>
  items.filter(isSo).length / items.length
