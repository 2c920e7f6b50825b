import type { SubjectType } from '../../shared/domain/codes.ts'
import type { Outcome } from '../../shared/domain/referral/returns.ts'
import type { Random } from './random.ts'
import { actionSentences } from './wording/enquiries.ts'
import {
  findingsOfCorruption,
  findingsOfStrangers,
  findingsWithout,
  subjectWords,
} from './wording/findings.ts'

type Answered = Pick<
  Outcome,
  'subjectConfirmed' | 'evidenceOfCorruption' | 'corruptionCategories' | 'actions'
>

const foundIn = (
  random: Random,
  { subjectConfirmed, evidenceOfCorruption: evidence, ...answered }: Answered,
) => {
  if (subjectConfirmed === 'not_our_personnel') return random.oneOf(findingsOfStrangers)
  if (evidence === 'actual' || evidence === 'potential') {
    return findingsOfCorruption[answered.corruptionCategories[0] ?? 'other'][evidence]
  }
  return random.oneOf(findingsWithout[evidence])
}

/** A reason in plain words that fits the codes: what was found, then what was done about it. */
export const rationaleFor = (random: Random, subjectType: SubjectType, answered: Answered): string => {
  const found = foundIn(random, answered).replaceAll('{who}', subjectWords[subjectType])
  const done = answered.actions.map((action) => random.oneOf(actionSentences[action]))
  return [found, ...done].join(' ')
}
