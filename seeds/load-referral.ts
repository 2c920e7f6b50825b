import type { Announcer } from '../shared/actions/announce.ts'
import { registerReferral } from '../shared/actions/register-referral.ts'
import type { Instant } from '../shared/domain/dates.ts'
import type { Refusal } from '../shared/domain/refusal.ts'
import type { Referral } from '../shared/domain/referral/referral.ts'
import type { Result } from '../shared/domain/result.ts'
import type { ReferenceData } from '../shared/domain/rules.ts'
import type { ReferralStore, SarRegister } from '../shared/store/referral-store.ts'
import { ukfiuOfficer } from './principals.ts'
import { randomFor } from './sample-year/random.ts'
import type { SampleReferral } from './sample-year/sample-referral.ts'
import { takeStep } from './take-step.ts'

/** Where a sample goes. */
export type LoadStores = {
  readonly referrals: Pick<ReferralStore, 'find' | 'append'>
  readonly sarRegister: Pick<SarRegister, 'register' | 'redirect'>
}

/** The same sample has the same references, so that they can be looked up again and written about. */
const bytesFor = (seed: number, { registration }: SampleReferral) => {
  const random = randomFor(seed, registration.sarReference, registration.organisation, 'reference')
  return (count: number) => Uint8Array.from({ length: count }, () => random.whole(0, 255))
}

const accepted = <Value>(result: Result<Value, Refusal>, what: string): Value => {
  if (result.ok) return result.value
  throw new Error(`The sample can't ${what}: it is refused as ${JSON.stringify(result.problem)}`)
}

/** What the next step is taken on: after a redirection that is the referral it opened. */
const goesOn = async (referrals: Pick<ReferralStore, 'find'>, referral: Referral): Promise<Referral> => {
  if (referral.status !== 'redirected') return referral
  const opened = await referrals.find(referral.redirectedTo.id)
  if (!opened)
    throw new Error(`${referral.id} was redirected to ${referral.redirectedTo.id}, which is not there`)
  return opened.referral
}

/** Nobody is written to about what happened long ago. */
const announcer: Announcer = {
  queue: { send: () => Promise.resolve() },
  onFault: (fault) => {
    throw fault
  },
}

/** Registers one referral of the sample and takes its steps in order, each with a clock that says its own moment. */
export const loadReferral =
  (stores: LoadStores, reference: ReferenceData, seed: number) =>
  async (sample: SampleReferral): Promise<void> => {
    const { registration, registeredAt, steps } = sample
    const dependencies = { ...stores, reference, announcer, randomBytes: bytesFor(seed, sample) }
    const at = (now: Instant) => ({ ...dependencies, clock: { now: () => now } })
    const named = `${registration.sarReference} of ${registration.organisation}`
    const registered = await registerReferral(at(registeredAt))(ukfiuOfficer, registration)
    const { created, referral: first } = accepted(registered, `register ${named}`)
    if (!created)
      throw new Error(`The sample's ${named} is there already, as ${first.id}: wipe it, then load again`)
    let referral = first
    for (const step of steps) {
      const on = await goesOn(stores.referrals, referral)
      const changed = await takeStep(at(step.at), on, step)
      referral = accepted(changed, `${step.kind} on ${step.at} for ${named} (${on.id})`).referral
    }
  }
