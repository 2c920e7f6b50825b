import type { Action, SubjectConfirmation } from '../../shared/domain/codes.ts'
import { addDays, type LocalDate } from '../../shared/domain/dates.ts'
import type { Organisation } from '../../shared/domain/organisation.ts'
import type { OutcomeContext } from '../../shared/domain/referral/outcome-rule.ts'
import type { Registration } from '../../shared/domain/referral/registration.ts'
import type { Outcome } from '../../shared/domain/referral/returns.ts'
import {
  actionRates,
  categoryCounts,
  categoryShares,
  concludedAtMostDaysBefore,
  concernRates,
  confirmationShares,
  criminalOutcomeShares,
  declarationShares,
  evidenceShares,
  fallbackAction,
  formerConfirmationShares,
  intelligenceShares,
  learningRates,
  strangerActionRates,
  strangerEvidenceShares,
  unidentifiedEvidenceShares,
} from './answer-assumptions.ts'
import { withProceedings, type Findings } from './proceedings.ts'
import type { Random } from './random.ts'
import { rationaleFor } from './rationale.ts'
import { learningPoints } from './wording/enquiries.ts'

/** What an outcome is made up for: the rules' own context, with the whole registration. */
type Case = OutcomeContext & { readonly registration: Registration }

/** Whose the subject will turn out to be: settled first, because the acknowledgement must fit it too. */
export const confirmationOf = (random: Random, { subjectType }: Registration): SubjectConfirmation =>
  random.byShare(subjectType === 'former_personnel' ? formerConfirmationShares : confirmationShares)

const evidenceFor = (random: Random, confirmed: SubjectConfirmation): Outcome['evidenceOfCorruption'] => {
  if (confirmed === 'not_our_personnel') return random.byShare(strangerEvidenceShares)
  return random.byShare(confirmed === 'unable_to_determine' ? unidentifiedEvidenceShares : evidenceShares)
}

const categoriesFor = (
  random: Random,
  evidence: Outcome['evidenceOfCorruption'],
): Outcome['corruptionCategories'] => {
  if (evidence === 'none' || evidence === 'unable_to_determine') return []
  const count = random.byWeight<number>(categoryCounts)
  const drawn = Array.from({ length: count }, () => random.byShare(categoryShares))
  return [...new Set(drawn)]
}

/** The Independent Office for Police Conduct has no say in Scotland or Northern Ireland. */
const isOpenTo = ({ bankHolidays }: Organisation, action: Action): boolean =>
  action !== 'referred_to_iopc' || bankHolidays === 'england-and-wales'

const actionsFor = (
  random: Random,
  organisation: Organisation,
  confirmed: SubjectConfirmation,
  evidence: Outcome['evidenceOfCorruption'],
): Outcome['actions'] => {
  const rates = confirmed === 'not_our_personnel' ? strangerActionRates : actionRates[evidence]
  const taken = random.each(rates).filter((action) => isOpenTo(organisation, action))
  return taken.length > 0 ? taken : [fallbackAction[evidence]]
}

const concludedOn = (random: Random, { referredOn }: Registration, today: LocalDate): LocalDate => {
  const day = addDays(today, -random.whole(0, concludedAtMostDaysBefore))
  return day < referredOn ? referredOn : day
}

const findingsFor = (random: Random, confirmed: SubjectConfirmation, context: Case): Findings => {
  const { registration, organisation, today } = context
  const evidence = evidenceFor(random, confirmed)
  const actions = actionsFor(random, organisation, confirmed, evidence)
  const isStranger = confirmed === 'not_our_personnel'
  const answered = {
    subjectConfirmed: confirmed,
    evidenceOfCorruption: evidence,
    corruptionCategories: categoriesFor(random, evidence),
    actions,
  }
  return {
    ...answered,
    otherConcerns: isStranger ? [] : random.each(concernRates[registration.apparentConcern]),
    criminalOutcome: actions.includes('criminal_investigation')
      ? random.byShare(criminalOutcomeShares)
      : 'none',
    intelligenceValue: random.byShare(intelligenceShares[evidence]),
    linkAlreadyDeclared:
      registration.linkType === 'direct' || isStranger ? 'not_applicable' : random.byShare(declarationShares),
    concludedOn: concludedOn(random, registration, today),
    rationale: rationaleFor(random, registration.subjectType, answered),
    ...(random.happens(learningRates[evidence]) && { learning: random.oneOf(learningPoints) }),
  }
}

/** An outcome given on `context.today` that keeps every rule of the domain for the organisation and the subject. */
export const outcomeFor = (random: Random, confirmed: SubjectConfirmation, context: Case): Outcome =>
  withProceedings(random, findingsFor(random, confirmed, context), context)
