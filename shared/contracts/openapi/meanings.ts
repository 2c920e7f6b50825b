import type { Division } from '../../domain/calendar.ts'
import type { Role } from '../../domain/principal.ts'
import type { ReferralEvent } from '../../domain/referral/events.ts'
import type { OverdueBand } from '../../domain/referral/overdue.ts'
import type { ReferralStatus } from '../../domain/referral/referral.ts'
import {
  organisationRoles as ofOrganisations,
  type ContactRole,
  type Owable,
  type Rung,
} from '../../domain/response-policy.ts'
import type { Processing } from '../processing.ts'

/** What each code means that isn't an answer of a person's, and so has no label in the domain. */

export const referralStatuses = {
  awaiting_acknowledgement: 'Nobody has acknowledged it yet',
  awaiting_first_return: 'Acknowledged; no progress report or outcome yet',
  awaiting_update: 'Progress was reported; the next report or the outcome is owed',
  outcome_received: 'The outcome was given; it can still be corrected',
  redirected: 'Passed on to another organisation; closed here',
  withdrawn: 'Taken back by the UKFIU; kept and counted',
} as const satisfies Record<ReferralStatus, string>

export const owables = {
  acknowledgement: 'That the referral has arrived with the right unit',
  first_return: 'A progress report or the outcome, for the first time',
  progress_update: 'The next progress report, or the outcome',
} as const satisfies Record<Owable, string>

export const overdueBands = {
  due_soon: 'Due within five working days',
  overdue: 'Past its due date, by however much',
  very_overdue: '31 or more working days past its due date',
} as const satisfies Record<OverdueBand, string>

export const eventTypes = {
  registered: 'The UKFIU referred it',
  acknowledged: 'The force said that it has it',
  progress_reported: 'The force reported progress',
  outcome_given: 'The force gave or corrected the outcome',
  redirected: 'The UKFIU passed it on to another organisation',
  withdrawn: 'The UKFIU took it back',
  date_extended: 'The UKFIU put off a date',
  dates_recalculated: 'The calendar changed, and the due dates with it',
  reminded: 'A reminder went out',
  retained: 'Its review came up, and the UKFIU keeps it',
  erased: 'Its review came up, and the UKFIU erased all that was written',
} as const satisfies Record<ReferralEvent['type'], string>

export const divisions = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
} as const satisfies Record<Division, string>

export const roles = {
  ukfiu: 'Officer of the UKFIU',
  force: 'Professional standards department of a receiving organisation',
  sta_author: 'Author of the strategic threat assessment',
  sta_approver: 'Approver of the strategic threat assessment',
  auditor: 'Auditor',
} as const satisfies Record<Role, string>

export const rolesInTheLog = { ...roles, unknown: 'A token that named no role the service knows' } as const

export const contactRoles = {
  unit_mailbox: "The unit's shared mailbox",
  head_of_unit: 'Head of the unit',
  deputy_chief_officer: 'Deputy chief officer',
  chief_officers_office: "Chief officer's office",
  ukfiu_manager: 'Manager at the UKFIU',
} as const satisfies Record<ContactRole, string>

export const organisationRoles: Readonly<Record<string, string>> = Object.fromEntries(
  ofOrganisations.map((role) => [role, contactRoles[role]]),
)

export const processings = {
  collection: 'Something was recorded',
  alteration: 'Something was changed',
  consultation: 'Something was looked at',
  disclosure: 'Something was taken away',
  combination: 'Records were put together',
  erasure: 'Something was erased',
} as const satisfies Record<Processing, string>

export const rowResults = {
  created: 'The row is a new referral',
  existing: 'The same referral was there before',
} as const

export const handlings = {
  P: 'Lawful sharing is permitted',
  C: 'May be shared only under the conditions given',
} as const

export const rungs = {
  referred: 'That there is a new referral',
  due_soon: 'Before the due date',
  overdue: 'After the due date',
  chase: 'The head of the unit is told too',
  escalation: 'The deputy chief officer is told',
  final_escalation: "The chief officer's office is told",
  cut_off: "Before the year's cut-off",
} as const satisfies Record<Rung, string>
