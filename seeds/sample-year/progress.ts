import type { SubjectType } from '../../shared/domain/codes.ts'
import type { LocalDate } from '../../shared/domain/dates.ts'
import type { ProgressReport } from '../../shared/domain/referral/returns.ts'
import { detailWithheld, firstStageShares, laterStageShares } from './answer-assumptions.ts'
import type { Random } from './random.ts'
import { progressSentences } from './wording/enquiries.ts'
import { subjectWords } from './wording/findings.ts'

/** A progress report that promises the next word by a day; of a covert enquiry it says no more than that. */
export const progressReportFor = (
  random: Random,
  subjectType: SubjectType,
  nextUpdateOn: LocalDate,
  isFirst: boolean,
): ProgressReport => {
  if (random.happens(detailWithheld)) return { detailWithheld: true, nextUpdateOn }
  const stage = random.byShare(isFirst ? firstStageShares : laterStageShares)
  const rationale = random.oneOf(progressSentences[stage]).replaceAll('{who}', subjectWords[subjectType])
  return { detailWithheld: false, stage, nextUpdateOn, rationale }
}
