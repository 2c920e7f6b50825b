import type { AnnualSummary } from '../../../domain/figures/summary.ts'
import { counted, sumOf, alone, agreeing } from '../words/numbers.ts'
import { sentence } from '../words/text.ts'
import { evidenceSentence, outcomesOf, themesText } from './outcomes.ts'
import { answeredSentence, medianSentence } from './response.ts'

const madeSentence = ({ response, dataQuality, version }: AnnualSummary): string => {
  const { referralsMade: made, withdrawn, redirected } = response
  const organisations = counted(dataQuality.organisationsWithReferrals, 'organisation')
  const beyond = version === 'published' ? ', leaving out those with HMRC information' : ''
  if (made === 0) return `No referral was made in this year${beyond}.`
  const others = sumOf(withdrawn, redirected)
  const left =
    others === 0
      ? ''
      : ` Those that were withdrawn (${alone(withdrawn)}) or redirected (${alone(redirected)}) are not counted.`
  return `The UKFIU made ${counted(made, 'referral')} to ${organisations}${beyond}.${left}`
}

const unanswered = (summary: AnnualSummary): string => {
  const { no_outcome_yet: none } = summary.evidenceOfCorruption
  if (none === 0) return 'Every referral has an outcome.'
  return sentence(
    `${counted(none, 'referral')} ${agreeing(none, 'has', 'have')} no outcome yet. Nothing is known of what they would show.`,
  )
}

/** What a reader in a hurry takes away: a sentence or two each. */
export const keyFindings = (summary: AnnualSummary): readonly string[] => {
  const made = madeSentence(summary)
  if (summary.response.referralsMade === 0) return [made]
  return [
    made,
    answeredSentence(summary),
    ...(outcomesOf(summary) === 0 ? [] : [evidenceSentence(summary), ...themesText(summary)]),
    unanswered(summary),
    medianSentence(summary),
  ]
}
