import { findDraft } from '../../../../../shared/actions/drafts.ts'
import { readReferral } from '../../../../../shared/actions/read-referral.ts'
import type { ReferralView } from '../../../../../shared/actions/view.ts'
import type { DraftValues } from '../../../../../shared/contracts/draft.ts'
import type { FieldError, Refusal } from '../../../../../shared/domain/refusal.ts'
import { settled, type Answers } from '../../../../../shared/domain/referral/outcome-questions.ts'
import type { OutcomeContext } from '../../../../../shared/domain/referral/outcome-rule.ts'
import { lifecycle } from '../../../../../shared/domain/referral/lifecycle.ts'
import { wholeOutcome } from '../../../../../shared/domain/referral/returns.ts'
import { ok, refused, type Result } from '../../../../../shared/domain/result.ts'
import { rulesOf } from '../../../../../shared/domain/rules.ts'
import type { Dependencies } from '../../../dependencies.ts'
import type { PageRequest } from '../../../page.ts'
import { readAnswers, valuesFrom } from './answers.ts'

/** Where a person's draft of an outcome is kept. */
export const outcomePath = (id: string): string => `/referrals/${id}/outcome`

/** The name under which a draft keeps which version of the outcome it began from. */
export const baseField = '_base'

/** An outcome in the making, of one person for one referral. */
export type Working = {
  readonly referral: ReferralView
  readonly context: OutcomeContext
  /** What the forms hold so far. */
  readonly values: DraftValues
  /** As far as it is answered, with what the answers make certain. */
  readonly answers: Answers
  readonly errors: readonly FieldError[]
  /** The version of the outcome that stands now; nothing when there is none. */
  readonly current: string
  /** The version that this draft began from. */
  readonly base: string
  /** Whether this person has begun; without a draft the outcome that stands is shown. */
  readonly isDraft: boolean
}

/** The outcome in the making as other values leave it. */
export const withValues = (working: Omit<Working, 'answers' | 'errors'>, values: DraftValues): Working => {
  const { answers, errors } = readAnswers(values, working.context)
  const standing = wholeOutcome(working.referral.outcome)
  return { ...working, values, answers: settled(answers, working.context, standing), errors }
}

const currentOf = ({ outcome, version }: ReferralView): string => (outcome ? String(version) : '')

/** What a person has answered so far; a correction begins with the outcome that stands. */
export const findWorking = async (
  { principal, params, today }: PageRequest,
  dependencies: Dependencies,
): Promise<Result<Working, Refusal>> => {
  const id = params['id'] ?? ''
  const found = await readReferral(dependencies)(principal, id)
  if (!found.ok) return found
  const referral = found.value
  const isErased = referral.retention?.state === 'erased'
  if (isErased || !lifecycle.give_outcome.from.includes(referral.status)) return refused(over(referral))
  const draft = await findDraft(dependencies)({ person: principal.id, form: outcomePath(id) })
  const { organisation } = rulesOf(dependencies.reference, referral.organisation)
  const current = currentOf(referral)
  const standing = wholeOutcome(referral.outcome)
  const { [baseField]: base = [current], ...values } = draft ?? (standing ? valuesFrom(standing) : {})
  const context = { registration: referral, organisation, today }
  const working = { referral, context, values, current, base: base[0] ?? '', isDraft: draft !== undefined }
  return ok(withValues(working, values))
}

const over = ({ status }: ReferralView): Refusal => ({
  kind: 'not_in_this_state',
  status,
  detail: 'Nothing more can be answered to it.',
})
