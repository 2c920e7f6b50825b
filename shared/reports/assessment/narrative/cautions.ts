import { inWords } from '../../../domain/dates.ts'
import type { AnnualSummary } from '../../../domain/figures/summary.ts'
import { agreeing, counted } from '../words/numbers.ts'
import { listed, sentence } from '../words/text.ts'

/** What nobody may read out of the figures. */
export const cannotBeConcluded = ({ version }: AnnualSummary): readonly string[] => [
  'How much corruption there is. Only what was reported, recognised as about police personnel and answered is counted.',
  'What unanswered referrals would have shown. They may differ from the answered ones.',
  'How many people are concerned. The counting unit is a referral: one report passed to one organisation. One person can be the subject of several, and one report passed to two organisations counts twice.',
  'That potential corruption is corruption. It is what the organisation could neither prove nor rule out.',
  'That organisations judge alike. Each outcome is the answer of the organisation asked, and nobody else has checked it.',
  ...(version === 'internal'
    ? [
        'Which organisation is more corrupt than another. More evidence may come of more reports or of better enquiries.',
      ]
    : []),
]

/** Coverage, cut-off, code lists: what a reader must know to use the figures. */
export const aboutTheFigures = (summary: AnnualSummary): readonly string[] => {
  const { dataQuality: quality, version } = summary
  const { returnedAfterCutOff: late, referralsWithoutRecordedRisk: risk, codeListVersions } = quality
  const lists =
    codeListVersions.length === 0
      ? 'No outcome has been received, so no code list has been used.'
      : `Outcomes were given under the code lists of ${listed(codeListVersions)}.`
  return [
    'The counting unit is a referral. Referrals that were withdrawn or redirected are counted apart.',
    sentence(
      `${counted(quality.organisationsWithReferrals, 'organisation')} of ${quality.organisationsInScope} in scope had a referral in this year.`,
    ),
    `The cut-off for this year is ${inWords(quality.cutOff)}. ${sentence(counted(late, 'first return'))} ${agreeing(late, 'was', 'were')} received after it by the date of these figures.`,
    sentence(
      `${counted(risk, 'referral')} ${agreeing(risk, 'was', 'were')} registered without a risk rating.`,
    ),
    lists,
    'In tables [z] means not applicable: there was nothing to work a figure out from.',
    'Rates carry a 95% Wilson score interval. Medians and 90th percentiles are by nearest rank.',
    ...(version === 'published' ? ['Referrals that hold HMRC information are left out.'] : []),
  ]
}

/** Why the published version shows [c]; nothing in the internal one, which withholds nothing. */
export const withholding = (summary: AnnualSummary): readonly string[] => {
  if (summary.version === 'internal') return []
  const { withheldCounts, counts } = summary.dataQuality
  return [
    'A count of 1 to 4 could point at a person, so it is withheld and shown as [c]. Other counts are withheld with it where the first could be worked out from a total, from another table or from an earlier edition; [c] therefore does not mean a small number.',
    `${sentence(counted(withheldCounts, 'count'))} of ${counts} ${agreeing(withheldCounts, 'is', 'are')} withheld in this version. A zero is always shown as a zero unless it is withheld with others.`,
  ]
}
