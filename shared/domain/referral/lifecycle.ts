import { inWords, londonDate, type Instant } from '../dates.ts'
import type { Role } from '../principal.ts'
import type { Refusal } from '../refusal.ts'
import { refused, type Result } from '../result.ts'
import { isErased, type Referral, type ReferralStatus } from './referral.ts'

export type ReferralCommand =
  'acknowledge' | 'report_progress' | 'give_outcome' | 'redirect' | 'withdraw' | 'extend' | 'retain' | 'erase'

export type LifecycleRow = {
  readonly by: Role
  readonly from: readonly ReferralStatus[]
  /** The status it leads to; `same` when the status stays as it is. */
  readonly to: ReferralStatus | 'same'
  /** The command in the middle of a sentence. */
  readonly words: string
}

const open = ['awaiting_acknowledgement', 'awaiting_first_return', 'awaiting_update'] as const
const closed = ['outcome_received', 'redirected', 'withdrawn'] as const

/** The whole life of a referral: who may do what while it has which status, and what comes of it. */
export const lifecycle: Readonly<Record<ReferralCommand, LifecycleRow>> = {
  acknowledge: {
    by: 'force',
    from: ['awaiting_acknowledgement'],
    to: 'awaiting_first_return',
    words: 'acknowledge it',
  },
  report_progress: { by: 'force', from: open, to: 'awaiting_update', words: 'report progress' },
  give_outcome: {
    by: 'force',
    from: [...open, 'outcome_received'],
    to: 'outcome_received',
    words: 'give or correct the outcome',
  },
  redirect: {
    by: 'ukfiu',
    from: [...open, 'outcome_received'],
    to: 'redirected',
    words: 'redirect it to another organisation',
  },
  withdraw: { by: 'ukfiu', from: [...open, 'outcome_received'], to: 'withdrawn', words: 'withdraw it' },
  extend: { by: 'ukfiu', from: open, to: 'same', words: 'put off the date now owed' },
  retain: { by: 'ukfiu', from: closed, to: 'same', words: 'keep it once its review has come up' },
  erase: { by: 'ukfiu', from: closed, to: 'same', words: 'erase it once its review has come up' },
}

/** What somebody of a role may do to a referral of a status. */
export const possible = (role: Role, status: ReferralStatus): readonly LifecycleRow[] =>
  Object.values(lifecycle).filter(({ by, from }) => by === role && from.includes(status))

/** What waits for a review is nothing to do instead of what was asked. */
const reviews: ReadonlySet<LifecycleRow> = new Set([lifecycle.retain, lifecycle.erase])

const erasedSays = (at: Instant): string =>
  `It was erased on ${inWords(londonDate(at))}: only what is counted is left, and nothing more can be done to it.`

/** Why a command can't be given to a referral in its state, and what can be; undefined when it can. */
const stateRefusal = (referral: Referral, command: ReferralCommand): Refusal | undefined => {
  const { status } = referral
  const { by, from, words } = lifecycle[command]
  if (isErased(referral)) return { kind: 'not_in_this_state', status, detail: erasedSays(referral.erased.at) }
  if (from.includes(status)) return undefined
  const choices = possible(by, status)
    .filter((row) => !reviews.has(row))
    .map((row) => row.words)
  const next = choices.length > 0 ? `You can ${choices.join(', or ')}.` : 'Nothing more can be done to it.'
  return { kind: 'not_in_this_state', status, detail: `You can't ${words} now. ${next}` }
}

/** A decision on a referral, unless its state refuses the command. */
export const ifPossible = <Value>(
  referral: Referral,
  command: ReferralCommand,
  decide: () => Result<Value, Refusal>,
): Result<Value, Refusal> => {
  const refusal = stateRefusal(referral, command)
  return refusal ? refused(refusal) : decide()
}
