import type { SubjectConfirmation } from '../../shared/domain/codes.ts'
import type { LocalDate } from '../../shared/domain/dates.ts'
import type { Acknowledgement } from '../../shared/domain/referral/returns.ts'
import { acknowledgementExtras, personnelShares, strangerShares } from './answer-assumptions.ts'
import type { Random } from './random.ts'
import type { WorkingDays } from './working-days.ts'

/** Made up: no unit's own reference begins with SAMPLE, so none of these can be taken for one. */
const localReference = (random: Random): string => `SAMPLE-PSD-${random.whole(100, 999)}`

/** An acknowledgement given on a day, which fits whose the subject will turn out to be. */
export const acknowledgementFor = (
  random: Random,
  confirmed: SubjectConfirmation,
  on: LocalDate,
  workingDays: WorkingDays,
): Acknowledgement => ({
  personnelConfirmed: random.byShare(confirmed === 'not_our_personnel' ? strangerShares : personnelShares),
  ...(random.happens(acknowledgementExtras.localReference) && { localReference: localReference(random) }),
  ...(random.happens(acknowledgementExtras.expectedBy) && {
    expectedBy: workingDays.after(on, random.whole(5, 40)),
  }),
})
