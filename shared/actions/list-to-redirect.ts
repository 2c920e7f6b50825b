import pMap from 'p-map'
import { addDays, londonDate, type LocalDate } from '../domain/dates.ts'
import { isErased, type Referral } from '../domain/referral/referral.ts'
import type { ReferenceData } from '../domain/rules.ts'
import type { ReferralStore } from '../store/referral-store.ts'
import type { Clock } from './ports.ts'

export type ToRedirectDependencies = {
  readonly referrals: Pick<ReferralStore, 'allOfOrganisation'>
  readonly reference: ReferenceData
  readonly clock: Clock
}

/** A referral of which the organisation says that the person isn't its own. */
export type ToRedirect = {
  readonly id: string
  readonly organisation: string
  readonly referredOn: LocalDate
  /** Whether it said so in the outcome, or has only acknowledged so yet. */
  readonly saidIn: 'outcome' | 'acknowledgement'
}

/** A year back: what is older has been left as it is with open eyes, and this reads every referral since. */
const daysBack = 366

/** Where a referral says that the person isn't theirs, and it has not been redirected or withdrawn since. */
const notTheirs = (referral: Referral): ToRedirect['saidIn'] | undefined => {
  if (referral.status === 'redirected' || referral.status === 'withdrawn' || isErased(referral))
    return undefined
  if (referral.status === 'outcome_received')
    return referral.given.outcome.subjectConfirmed === 'not_our_personnel' ? 'outcome' : undefined
  const acknowledged = 'acknowledgement' in referral ? referral.acknowledgement : undefined
  return acknowledged?.personnelConfirmed === 'no' ? 'acknowledgement' : undefined
}

/** The referrals of the last year that wait for the UKFIU to redirect them, the oldest first. */
export const listToRedirect =
  ({ referrals, reference, clock }: ToRedirectDependencies) =>
  async (): Promise<readonly ToRedirect[]> => {
    const today = londonDate(clock.now())
    const ofOrganisation = async (code: string): Promise<ToRedirect[]> => {
      const stored = await referrals.allOfOrganisation(code, addDays(today, -daysBack), today)
      return stored.flatMap(({ referral }) => {
        const saidIn = notTheirs(referral)
        const { organisation, referredOn } = referral.registration
        return saidIn ? [{ id: referral.id, organisation, referredOn, saidIn }] : []
      })
    }
    const found = await pMap(reference.organisations.keys(), ofOrganisation, { concurrency: 8 })
    return found
      .flat()
      .toSorted((one, other) => (one.referredOn + one.id < other.referredOn + other.id ? -1 : 1))
  }
