import * as z from 'zod'
import { contactRoles } from '../domain/response-policy.ts'
import { instant, localDate, referralId } from './values.ts'

const unit = { organisation: z.string().min(1) }

/** What the reminder queue carries: what is to be sent to whom at an answering unit. */
export const reminderMessage = z.discriminatedUnion('kind', [
  /** The digests of a day. */
  z.strictObject({ kind: z.literal('digest'), ...unit, on: localDate }),
  /** One urgent referral, at once. */
  z.strictObject({ kind: z.literal('urgent'), ...unit, referral: referralId }),
  /** What a new holder of a role needs to know. */
  z.strictObject({ kind: z.literal('briefing'), ...unit, role: z.enum(contactRoles), changedAt: instant }),
  /** An e-mail that came back, to the next contact up. */
  z.strictObject({ kind: z.literal('returned'), ...unit, reference: z.string().min(1) }),
])
export type ReminderMessage = z.infer<typeof reminderMessage>
export type DigestMessage = Extract<ReminderMessage, { kind: 'digest' }>
export type UrgentMessage = Extract<ReminderMessage, { kind: 'urgent' }>
export type BriefingMessage = Extract<ReminderMessage, { kind: 'briefing' }>
export type ReturnedMessage = Extract<ReminderMessage, { kind: 'returned' }>
