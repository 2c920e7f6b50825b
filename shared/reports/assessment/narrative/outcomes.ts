import { withheld, type AnnualSummary, type Count } from '../../../domain/figures/summary.ts'
import { agreeing, alone, counted, sumOf } from '../words/numbers.ts'
import { responseRateSentence } from '../words/response-rate.ts'
import { inside, listed, sentence } from '../words/text.ts'

/** How many referrals have an outcome. */
export const outcomesOf = ({ evidenceOfCorruption: found }: AnnualSummary): Count =>
  sumOf(found.actual, found.potential, found.none, found.unable_to_determine)

/** What the outcomes showed, with how far the referrals were answered at all. */
export const evidenceSentence = (summary: AnnualSummary): string => {
  const { actual, potential, none, unable_to_determine: unable } = summary.evidenceOfCorruption
  const outcomes = outcomesOf(summary)
  const showed = `${alone(actual)} showed actual corruption, ${alone(potential)} potential corruption and ${alone(none)} no evidence of corruption; in ${alone(unable)} it could not be determined`
  const given = `${sentence(counted(outcomes, 'referral'))} ${agreeing(outcomes, 'has', 'have')} an outcome`
  return `${given}: ${showed}. ${responseRateSentence(summary)}`
}

const categoriesSeen = ({ corruptionCategories }: AnnualSummary): string => {
  const several = 'A referral can have several categories, so they are not to be added up.'
  if (corruptionCategories.some(({ actual, potential }) => sumOf(actual, potential) === withheld)) {
    return `Some counts of categories are withheld. ${several}`
  }
  const seen = corruptionCategories.filter(({ actual, potential }) => sumOf(actual, potential) !== 0)
  if (seen.length === 0) return 'No category of corruption was recorded.'
  return `${sentence(counted(seen.length, 'of the 12 categories', 'of the 12 categories'))} ${agreeing(seen.length, 'was', 'were')} recorded at least once. ${several}`
}

export const evidenceText = (summary: AnnualSummary): readonly string[] => {
  const waiting = summary.evidenceOfCorruption.no_outcome_yet
  if (outcomesOf(summary) === 0) {
    return [`No outcome has been received. ${responseRateSentence(summary)}`]
  }
  return [
    evidenceSentence(summary),
    sentence(
      `${counted(waiting, 'referral')} ${agreeing(waiting, 'has', 'have')} no outcome yet. No outcome yet is never counted as no evidence.`,
    ),
    categoriesSeen(summary),
  ]
}

export const themesText = ({ themes }: AnnualSummary): readonly string[] => {
  if (themes.length === 0) return ['No category shows evidence in three or more organisations.']
  const names = listed(themes.map(({ label }) => inside(label)))
  return [
    `Evidence in three or more organisations: ${names}. One organisation may have several such referrals.`,
  ]
}

/** The codes with the largest of the counts that are shown; nothing where all are zero or withheld. */
const mostOf = (what: string, codes: AnnualSummary['actions']): readonly string[] => {
  const shown = codes.flatMap(({ label, count }) => (count === withheld ? [] : [{ label, count }]))
  const most = Math.max(0, ...shown.map(({ count }) => count))
  if (most === 0) return []
  const top = shown.filter(({ count }) => count === most).map(({ label }) => inside(label))
  const each = top.length > 1 ? ' each' : ''
  const shownOf = shown.length < codes.length ? 'Of the counts that are shown, ' : ''
  return [sentence(`${shownOf}the ${what}: ${listed(top)} (${counted(most, 'referral')}${each}).`)]
}

/** What the coded answers beside corruption amount to. */
export const answersText = (summary: AnnualSummary): readonly string[] => {
  if (outcomesOf(summary) === 0) return ['No outcome has been received, so every count below is zero.']
  const taken = summary.actions.filter(({ code }) => code !== 'no_action')
  return [
    ...mostOf('action most often taken', taken),
    ...mostOf('other concern most often found', summary.otherConcerns),
    'Learning that organisations gave with their outcomes is free text, so it is not counted here. The UKFIU holds it by period and category.',
    responseRateSentence(summary),
  ]
}

export const subjectsText = (summary: AnnualSummary): readonly string[] => [
  'These are the kinds of person and of link that the UKFIU recorded when it made the referral; an outcome may have corrected them since.',
  responseRateSentence(summary),
]
