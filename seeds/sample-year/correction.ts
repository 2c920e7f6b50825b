import type { SubjectType } from '../../shared/domain/codes.ts'
import type { Outcome } from '../../shared/domain/referral/returns.ts'
import { laterCriminalOutcomeShares } from './answer-assumptions.ts'
import type { Random } from './random.ts'
import { rationaleFor } from './rationale.ts'
import { correctionSentences } from './wording/enquiries.ts'

const because = (outcome: Outcome, reason: keyof typeof correctionSentences): Outcome => ({
  ...outcome,
  rationale: `${outcome.rationale} ${correctionSentences[reason]}`,
})

const cleared = (random: Random, subjectType: SubjectType, outcome: Outcome): Outcome => {
  const answered = { ...outcome, evidenceOfCorruption: 'none' } as const
  return { ...answered, rationale: rationaleFor(random, subjectType, answered) }
}

/**
 * The outcome as it is corrected later: the criminal investigation has moved on, the subject has been cleared, or the
 * intelligence is worth something else than was thought. No rule of the domain ties these to other fields.
 */
export const correctionOf = (random: Random, subjectType: SubjectType, outcome: Outcome): Outcome => {
  if (outcome.criminalOutcome === 'under_way') {
    return because({ ...outcome, criminalOutcome: random.byShare(laterCriminalOutcomeShares) }, 'criminal')
  }
  if (outcome.evidenceOfCorruption === 'unable_to_determine') {
    return because(cleared(random, subjectType, outcome), 'evidence')
  }
  const intelligenceValue = outcome.intelligenceValue === 'already_known' ? 'no_value' : 'already_known'
  return because({ ...outcome, intelligenceValue }, 'intelligence')
}
