/** What an organisation can owe for a referral. */
export type Owable = 'acknowledgement' | 'first_return' | 'progress_update'

/** The roles of an organisation that e-mail goes to. */
export const contactRoles = [
  'unit_mailbox',
  'head_of_unit',
  'deputy_chief_officer',
  'chief_officers_office',
] as const
export type ContactRole = (typeof contactRoles)[number]

export const rungs = ['overdue'] as const
export type Rung = (typeof rungs)[number]

/** One step of the reminder ladder: so many working days after the date owed, to whom. */
export type LadderRung = {
  readonly rung: Rung
  readonly workingDaysAfterDue: number
  readonly to: readonly ContactRole[]
}

export type Clocks = { readonly acknowledgement: number; readonly firstReturn: number }

/**
 * The clocks and the ladder, in working days. The source reports set none, so every number is an assumption that
 * the UKFIU can change in the policy file; `version` says which file a date was worked out under.
 */
export type ResponsePolicy = {
  readonly version: string
  readonly clocks: { readonly standard: Clocks; readonly urgent: Clocks }
  /** An unacknowledged referral owes its first return from this many working days before that falls due. */
  readonly firstReturnTakesOver: number
  /** The latest a force may set its next update, in calendar days after the return it sets it in. */
  readonly nextUpdateWithinDays: number
  /** In the order they are climbed. */
  readonly ladder: readonly LadderRung[]
}
