import { keepDraft } from '../../../../../shared/actions/drafts.ts'
import type { DraftValues } from '../../../../../shared/contracts/draft.ts'
import type { FieldError } from '../../../../../shared/domain/refusal.ts'
import { possibleCodes, unanswered } from '../../../../../shared/domain/referral/outcome-questions.ts'
import { brokenOutcomeRules } from '../../../../../shared/domain/referral/outcome-rules.ts'
import type { Outcome } from '../../../../../shared/domain/referral/returns.ts'
import { formErrors, type FormErrors } from '../../../form/errors.ts'
import { inFormWords } from '../../../form/words.ts'
import { moveTo, refuse, show, type Serve } from '../../../page.ts'
import { valuesOf } from './answers.ts'
import { allCodes, choiceHints, fields, standsAlone, wording } from './questions.ts'
import { askedIn, stepAfter, steps, type Step } from './steps.ts'
import { baseField, findWorking, outcomePath, withValues, type Working } from './working.ts'

const isTied = (name: string) =>
  name === 'evidenceOfCorruption' ||
  name === 'proceedingType' ||
  name === 'findingLevel' ||
  name === 'disciplinaryAction' ||
  name === 'barredList'

/** After a finding of misconduct, what regulation 42 of the Police (Conduct) Regulations 2020 allows only in some cases. */
const hintOf = (code: string, { answers }: Working): string | undefined => {
  const isHeavy = code === 'reduction_in_rank' || code === 'dismissal_without_notice'
  const isHearing = answers.proceedingType?.endsWith('misconduct_hearing') === true
  return isHeavy && isHearing && answers.findingLevel === 'misconduct'
    ? 'Only where regulation 42(5) or (6) of the Police (Conduct) Regulations 2020 applies.'
    : choiceHints[code]
}

const choiceOf = (name: keyof Outcome, code: string, working: Working) => {
  const hint = hintOf(code, working)
  return { value: code, text: wording[name].choices?.[code] ?? code, ...(hint && { hint: { text: hint } }) }
}

/** The choices of a question: by the rules of outcomes only those that can still be given. */
const choicesOf = (name: keyof Outcome, working: Working): readonly object[] => {
  // The two questions of the first page are answered together, so neither narrows the other there.
  const isNarrowed = isTied(name) && name !== 'evidenceOfCorruption'
  const possible: readonly string[] = isNarrowed
    ? possibleCodes(name, working.answers, working.context)
    : allCodes(name)
  return possible.flatMap((code): readonly object[] => {
    const choice = choiceOf(name, code, working)
    return standsAlone(code) ? [{ divider: 'or' }, { ...choice, behaviour: 'exclusive' }] : [choice]
  })
}

const questionOf = (name: keyof Outcome, working: Working) => ({
  name,
  kind: fields[name].kind,
  ...wording[name],
  isLong: name === 'rationale' || name === 'learning',
  choices: choicesOf(name, working),
})

const page = (step: Step, working: Working, errors: FormErrors = [], kept?: DraftValues) => {
  const { referral, answers, context } = working
  const asked = askedIn(step, answers, context)
  const before = steps
    .slice(0, steps.indexOf(step))
    .findLast((each) => askedIn(each, answers, context).length > 0)
  const data = {
    id: referral.id,
    questions: asked.map((name) => questionOf(name, working)),
    values: working.values,
    kept,
    back: before ? `${outcomePath(referral.id)}/${before.name}` : `/referrals/${referral.id}`,
  }
  return show('pages/force/outcome/step.njk', step.title, data, { errors, referrals: [referral.id] })
}

const stepNamed = (name: string | undefined) => steps.find((step) => step.name === name)

/** Goes to what is still to be answered, or to the check when all is. */
export const beginOutcome: Serve = async (request, dependencies) => {
  const found = await findWorking(request, dependencies)
  if (!found.ok) return refuse(found.problem)
  const { referral, answers, context } = found.value
  const next = stepAfter(undefined, answers, context)
  return moveTo(`${outcomePath(referral.id)}/${next?.name ?? 'check'}`, [referral.id])
}

/** One page of the sequence. */
export const showStep: Serve = async (request, dependencies) => {
  const found = await findWorking(request, dependencies)
  if (!found.ok) return refuse(found.problem)
  const step = stepNamed(request.params['step'])
  if (!step) return refuse({ kind: 'not_found' })
  const { referral, answers, context } = found.value
  if (askedIn(step, answers, context).length === 0) return moveTo(outcomePath(referral.id), [referral.id])
  const { kept } = request
  return page(
    step,
    kept ? withValues(found.value, { ...found.value.values, ...kept }) : found.value,
    [],
    kept,
  )
}

const isEmpty = (value: unknown): boolean => value === undefined

/** What is wrong with what a step was given: not given, not as the schema has it, or against a rule. */
const errorsOn = (asked: readonly (keyof Outcome)[], { answers, errors, context }: Working): FormErrors => {
  const missing = asked
    .filter((name) => name !== 'learning' && isEmpty(answers[name]) && !isWrong(errors, name))
    .map((name): FieldError => ({ pointer: `/${name}`, detail: 'This field is needed.' }))
  const broken = brokenOutcomeRules({ ...unanswered(context), ...answers }, context)
  const here = [...errors, ...missing, ...broken].filter(({ pointer }) =>
    asked.some((name) => pointer.split('/')[1] === name),
  )
  const first = new Map(here.toReversed().map((error) => [error.pointer, error]))
  return formErrors([...first.values()].toReversed(), fields, inFormWords)
}

const isWrong = (errors: readonly FieldError[], name: string) =>
  errors.some(({ pointer }) => pointer.split('/')[1] === name)

/** Saves what a page was answered, and goes on to the next that has something to ask. */
export const sendStep: Serve = async (request, dependencies) => {
  const found = await findWorking(request, dependencies)
  if (!found.ok) return refuse(found.problem)
  const step = stepNamed(request.params['step'])
  if (!step) return refuse({ kind: 'not_found' })
  const { principal, form } = request
  const before = found.value
  const { id } = before.referral
  const values = { ...before.values, ...valuesOf(form, askedIn(step, before.answers, before.context)) }
  const after = withValues(before, values)
  const errors = errorsOn(askedIn(step, after.answers, after.context), after)
  if (errors.length > 0) return page(step, after, errors)
  const draft = { ...values, [baseField]: [before.base] }
  await keepDraft(dependencies)({ person: principal.id, form: outcomePath(id) }, draft)
  const next = stepAfter(step, after.answers, after.context)
  return moveTo(`${outcomePath(id)}/${next?.name ?? 'check'}`, [id])
}
