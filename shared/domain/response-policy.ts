import type { CutOffs } from './reporting-year.ts'

/** What an organisation can owe for a referral. */
export type Owable = 'acknowledgement' | 'first_return' | 'progress_update'

/** The roles that e-mail goes to, from the desk upwards: one who can't be reached is answered for by the next. */
export const contactRoles = [
  'unit_mailbox',
  'head_of_unit',
  'deputy_chief_officer',
  'chief_officers_office',
  'ukfiu_manager',
] as const
export type ContactRole = (typeof contactRoles)[number]

/** The roles that an organisation itself names; the UKFIU names its own. */
export const organisationRoles = contactRoles.filter((role) => role !== 'ukfiu_manager')

/** The steps of the reminder ladder, lowest first; the cut-off stands beside it. */
export const rungs = [
  'referred',
  'due_soon',
  'overdue',
  'chase',
  'escalation',
  'final_escalation',
  'cut_off',
] as const
export type Rung = (typeof rungs)[number]

/** When a step falls due: in working days of the organisation, from the date owed or before the year's cut-off. */
export type RungTiming =
  | { readonly kind: 'when_registered' }
  | {
      readonly kind: 'from_due_date'
      readonly workingDays: number
      /** Not where the whole clock is so many working days or fewer. */
      readonly unlessClockAtMost?: number | undefined
    }
  | { readonly kind: 'before_cut_off'; readonly workingDays: number }

/** One step of the ladder: when, and to whom. */
export type LadderRung = {
  readonly rung: Rung
  readonly when: RungTiming
  readonly to: readonly ContactRole[]
}

export type Clocks = { readonly acknowledgement: number; readonly firstReturn: number }

/**
 * The clocks and the ladder, in working days, and the retention review. The source reports set none, so every number is an assumption that
 * the UKFIU can change in the policy file; `version` says which file a date was worked out under.
 */
export type ResponsePolicy = {
  readonly version: string
  readonly clocks: { readonly standard: Clocks; readonly urgent: Clocks }
  /** An unacknowledged referral owes its first return from this many working days before that falls due. */
  readonly firstReturnTakesOver: number
  /** The latest a force may set its next update, in calendar days after the return it sets it in. */
  readonly nextUpdateWithinDays: number
  /** The cut-off of a reporting year where the UKFIU has set one; 30 April after the year's end where not. */
  readonly cutOffs: CutOffs
  /** The digests name the cut-off in this many calendar days before it. */
  readonly cutOffNamedDaysBefore: number
  /** When a closed referral comes up for review, and by when again after it was kept: in months. */
  readonly retention: { readonly reviewAfterMonths: number; readonly againWithinMonths: number }
  /** In the order they are climbed. */
  readonly ladder: readonly LadderRung[]
}
