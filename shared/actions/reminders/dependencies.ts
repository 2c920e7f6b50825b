import type { ReferenceData } from '../../domain/rules.ts'
import type { ContactsStore } from '../../store/contacts-store.ts'
import type { ReferralStore } from '../../store/referral-store.ts'
import type { Clock, Notifier } from '../ports.ts'

/** The e-mail templates, by what they are for. */
export type Templates = {
  readonly digest: string
  readonly escalation: string
  readonly urgent: string
  readonly briefing: string
}

export type ReminderDependencies = {
  readonly referrals: Pick<ReferralStore, 'find' | 'append' | 'dueForReminder' | 'allOpen'>
  readonly contacts: Pick<ContactsStore, 'of' | 'markFailing' | 'markBriefed'>
  readonly notifier: Notifier
  readonly reference: ReferenceData
  readonly clock: Clock
  readonly templates: Templates
  /** Where the service is, for links. */
  readonly serviceUrl: string
}
