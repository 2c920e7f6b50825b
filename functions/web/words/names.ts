import type { ReferralEvent } from '../../../shared/domain/referral/events.ts'
import type { ReferralStatus } from '../../../shared/domain/referral/referral.ts'
import type { ContactRole, Owable, Rung } from '../../../shared/domain/response-policy.ts'
import type { Role } from '../../../shared/domain/principal.ts'

/* What the pages call things. The names of coded answers are with the codes themselves. */

export const statusNames: Readonly<Record<ReferralStatus, string>> = {
  awaiting_acknowledgement: 'Not acknowledged',
  awaiting_first_return: 'Acknowledged',
  awaiting_update: 'Progress reported',
  outcome_received: 'Outcome given',
  redirected: 'Redirected',
  withdrawn: 'Withdrawn',
}

export const owedNames: Readonly<Record<Owable, string>> = {
  acknowledgement: 'Acknowledgement',
  first_return: 'First return',
  progress_update: 'Progress update or outcome',
}

export const eventNames: Readonly<Record<ReferralEvent['type'], string>> = {
  registered: 'Referred',
  acknowledged: 'Acknowledged',
  progress_reported: 'Progress reported',
  outcome_given: 'Outcome given',
  redirected: 'Redirected to another organisation',
  withdrawn: 'Withdrawn by the UKFIU',
  date_extended: 'Due date put off',
  dates_recalculated: 'Dates worked out again',
  reminded: 'Reminder sent',
  retained: 'Kept after review',
  erased: 'Erased after review',
}

export const rungNames: Readonly<Record<Rung, string>> = {
  referred: 'told of the referral',
  due_soon: 'due soon',
  overdue: 'overdue',
  chase: 'chased',
  escalation: 'escalated',
  final_escalation: 'finally escalated',
  cut_off: 'the year’s cut-off',
}

export const contactRoleNames: Readonly<Record<ContactRole, string>> = {
  unit_mailbox: 'Unit mailbox',
  head_of_unit: 'Head of unit',
  deputy_chief_officer: 'Deputy chief officer',
  chief_officers_office: 'Chief officer’s office',
  ukfiu_manager: 'UKFIU manager',
}

export const roleNames: Readonly<Record<Role, string>> = {
  ukfiu: 'UKFIU',
  force: 'Force',
  sta_author: 'Threat assessment author',
  sta_approver: 'Threat assessment approver',
  auditor: 'Auditor',
}
