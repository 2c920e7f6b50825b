import { dropDraft } from '../../../../../shared/actions/drafts.ts'
import { giveReferralOutcome } from '../../../../../shared/actions/give-outcome.ts'
import { readHistory } from '../../../../../shared/actions/read-history.ts'
import { outcomeFields, questions } from '../../../../../shared/domain/referral/outcome-questions.ts'
import { wholeOutcome, type Outcome } from '../../../../../shared/domain/referral/returns.ts'
import type { Dependencies } from '../../../dependencies.ts'
import type { FormErrors } from '../../../form/errors.ts'
import { errorsOf } from '../../../form/fields.ts'
import { moveTo, refuse, show, type PageAnswer, type PageRequest, type Serve } from '../../../page.ts'
import { receiptPath } from '../../../receipt-path.ts'
import { rowOf } from './rows.ts'
import { fields } from './questions.ts'
import { isComplete, stepAfter, stepOf } from './steps.ts'
import { findWorking, outcomePath, type Working } from './working.ts'

/** Who gave the outcome that stands now, and when. */
const lastGiven = async ({ principal }: PageRequest, { referral }: Working, dependencies: Dependencies) => {
  const history = await readHistory(dependencies)(principal, referral.id)
  return history.ok ? history.value.findLast(({ type }) => type === 'outcome_given') : undefined
}

/** What somebody else answered while this was written, field by field; nothing where nobody did. */
const changesSince = async (request: PageRequest, working: Working, dependencies: Dependencies) => {
  const { referral, answers, current, base } = working
  const theirs = wholeOutcome(referral.outcome)
  if (current === base || !theirs) return undefined
  const differing = outcomeFields.filter(
    (name) => JSON.stringify(theirs[name]) !== JSON.stringify(answers[name]),
  )
  return {
    by: await lastGiven(request, working, dependencies),
    rows: differing.map((name) => ({ theirs: rowOf(name, theirs), yours: rowOf(name, answers) })),
  }
}

const rowsOf = (working: Working) => {
  const { referral, answers, context } = working
  return outcomeFields.map((name) => ({
    ...rowOf(name, answers),
    name,
    change: questions[name].isAsked(answers, context)
      ? `${outcomePath(referral.id)}/${stepOf(name)?.name}`
      : undefined,
  }))
}

const page = async (
  request: PageRequest,
  working: Working,
  dependencies: Dependencies,
  errors: FormErrors = [],
): Promise<PageAnswer> => {
  const { referral, current, isDraft } = working
  const changes = await changesSince(request, working, dependencies)
  const title = referral.outcome ? 'Check your correction' : 'Check your answers'
  const data = {
    id: referral.id,
    rows: rowsOf(working),
    isCorrection: referral.outcome !== null,
    current,
    isDraft,
    changes,
    back: `/referrals/${referral.id}`,
  }
  return show('pages/force/outcome/check.njk', title, data, { errors, referrals: [referral.id] })
}

/** Everything that will be sent, each answer with a way to change it. */
export const showCheck: Serve = async (request, dependencies) => {
  const found = await findWorking(request, dependencies)
  if (!found.ok) return refuse(found.problem)
  const { referral, answers, context } = found.value
  const open = stepAfter(undefined, answers, context)
  if (open) return moveTo(`${outcomePath(referral.id)}/${open.name}`, [referral.id])
  return page(request, found.value, dependencies)
}

const send = async (
  request: PageRequest,
  working: Working,
  outcome: Outcome,
  dependencies: Dependencies,
): Promise<PageAnswer> => {
  const { principal, form } = request
  const { id } = working.referral
  const version = Number(form['version']?.[0] ?? '') || undefined
  const done = await giveReferralOutcome(dependencies)(principal, id, outcome, version)
  if (done.ok) {
    await dropDraft(dependencies)({ person: principal.id, form: outcomePath(id) })
    return moveTo(receiptPath(done.value.receipt), [id])
  }
  // Somebody was quicker: they are shown what changed, and nothing of theirs is lost.
  if (done.problem.kind === 'version_stale' || done.problem.kind === 'version_required')
    return moveTo(`${outcomePath(id)}/check`, [id])
  const errors = errorsOf(done.problem, fields)
  return errors ? page(request, working, dependencies, errors) : refuse(done.problem)
}

/** Gives or corrects the outcome. The same sent twice is one outcome, with one receipt. */
export const sendCheck: Serve = async (request, dependencies) => {
  const found = await findWorking(request, dependencies)
  if (!found.ok) return refuse(found.problem)
  const { answers, referral } = found.value
  return isComplete(answers)
    ? send(request, found.value, answers, dependencies)
    : moveTo(outcomePath(referral.id), [referral.id])
}

/** Forgets what this person has entered and not sent. */
export const discard: Serve = async ({ principal, params }, dependencies) => {
  const id = params['id'] ?? ''
  await dropDraft(dependencies)({ person: principal.id, form: outcomePath(id) })
  return moveTo(`/referrals/${id}`, [id])
}
