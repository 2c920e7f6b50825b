/**
 * The tables' keys and indexes, said once: the CDK app creates them from here and the store's access patterns
 * read and write by these names.
 */

/** One item per referral: its whole history. Changed only by a conditional write on `version`. */
export const referralsTable = { partitionKey: 'id' } as const

/** Open referrals of an answering unit, what is due soonest first: work lists and non-responses. */
export const dueIndex = {
  name: 'due',
  partitionKey: 'answeringUnit',
  sortKey: 'due',
  projected: ['version', 'history'],
} as const

/**
 * Open referrals of an answering unit that still have a reminder ahead, by the day of the next one. Keys only: it moves
 * with nearly every change, and is read once for each.
 */
export const remindersIndex = {
  name: 'reminders',
  partitionKey: 'answeringUnit',
  sortKey: 'remindOn',
  projected: [],
} as const

/** Every referral of an organisation, closed ones too, by the day it was referred: its keys never change. */
export const organisationIndex = {
  name: 'organisation',
  partitionKey: 'organisation',
  sortKey: 'referred',
  projected: [],
} as const

/** Which organisations hold a SAR: makes SAR and organisation unique, and answers deconfliction. */
export const sarRegisterTable = { partitionKey: 'sarReference', sortKey: 'organisation' } as const

/** Counters of each year and organisation, and what was last counted for each referral. */
export const figuresTable = { partitionKey: 'scope', sortKey: 'entry' } as const

/** The role holders of each organisation and where their e-mail goes. */
export const contactsTable = { partitionKey: 'organisation' } as const

/** What a person has typed and not sent yet, by the form it was typed in. It forgets by itself. */
export const draftsTable = { partitionKey: 'person', sortKey: 'form', expires: 'expiresAt' } as const

/** When each account was last used. It forgets by itself. */
export const signInsTable = { partitionKey: 'principal', expires: 'expiresAt' } as const

/** What upkeep was last done for. */
export const upkeepTable = { partitionKey: 'task' } as const

/** Who saw or changed what: one item for each request and each referral it was about. Only ever added to. */
export const accessLogTable = { partitionKey: 'subject', sortKey: 'entry' } as const

/** The access log of one person. */
export const accessPersonIndex = {
  name: 'person',
  partitionKey: 'person',
  sortKey: 'entry',
  projected: ['logged'],
} as const

/** The access log of one London day. */
export const accessDayIndex = {
  name: 'day',
  partitionKey: 'day',
  sortKey: 'entry',
  projected: ['logged'],
} as const

/** The editions of each reporting year: what happened to each, and which files were kept of it. */
export const editionsTable = { partitionKey: 'reportingYear', sortKey: 'edition' } as const
