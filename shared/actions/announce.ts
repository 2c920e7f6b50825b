import type { Referral } from '../domain/referral/referral.ts'
import type { ReminderQueue } from './ports.ts'

/** Asks for e-mail about something that has just been stored. */
export type Announcer = {
  readonly queue: ReminderQueue
  /** Told when it could not be asked for; what is stored stands all the same. */
  readonly onFault: (fault: unknown) => void
}

/**
 * Asks for an urgent referral's unit to be told at once. When that fails the referral stands, and the next morning's
 * digest tells of it.
 */
export const announce = async ({ queue, onFault }: Announcer, referral: Referral): Promise<void> => {
  if (!referral.registration.urgent) return
  try {
    await queue.send([{ kind: 'urgent', organisation: referral.answeringUnit, referral: referral.id }])
  } catch (fault) {
    onFault(fault)
  }
}
