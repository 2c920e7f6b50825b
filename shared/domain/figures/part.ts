import {
  actions,
  corruptionCategories,
  criminalOutcomes,
  disciplinaryActions,
  intelligenceValues,
  linkTypes,
  otherConcerns,
  subjectTypes,
} from '../codes.ts'
import { daysBetween, localDate, type LocalDate } from '../dates.ts'
import type { Referral } from '../referral/referral.ts'
import { contribution } from './contribution.ts'
import { nameOf, type AnswerState } from './named.ts'
import { ageBandOf } from './response.ts'

type Part = (rest: readonly string[], asAt: LocalDate) => readonly string[]

const label = (list: Readonly<Record<string, string>>, code: string | undefined): string =>
  list[code ?? ''] ?? code ?? ''

const answeredIn =
  (state: AnswerState): Part =>
  ([month = '']) => [nameOf.response(state), nameOf.month(month, state)]

const unanswered: Part = ([month = '', due = ''], asAt) => {
  const late = daysBetween(localDate(due), asAt)
  if (late <= 0) return [nameOf.response('notYetDue'), nameOf.month(month, 'notYetDue')]
  return [
    nameOf.response('outstanding'),
    nameOf.month(month, 'outstanding'),
    nameOf.age(ageBandOf(late).label),
  ]
}

/** By the first word of a counter's name, the figures that it is part of. What is not listed is in no count. */
const parts: Readonly<Record<string, Part>> = {
  referralsMade: answeredIn('referralsMade'),
  returnedOnTime: answeredIn('returnedOnTime'),
  returnedLate: answeredIn('returnedLate'),
  noReturn: unanswered,
  withdrawn: () => [nameOf.response('withdrawn')],
  redirected: () => [nameOf.response('redirected')],
  riskNotRecorded: () => [nameOf.riskNotRecorded()],
  evidence: ([level = '']) => [nameOf.evidence(level)],
  category: ([code, evidence = '']) => [nameOf.category(label(corruptionCategories, code), evidence)],
  concern: ([code]) => [nameOf.concern(label(otherConcerns, code))],
  action: ([code]) => [nameOf.action(label(actions, code))],
  discipline: ([code]) => [nameOf.discipline(label(disciplinaryActions, code))],
  criminal: ([code]) => [nameOf.criminal(label(criminalOutcomes, code))],
  intelligence: ([code]) => [nameOf.intelligence(label(intelligenceValues, code))],
  subject: ([code, measure = 'referrals']) => [nameOf.subject(label(subjectTypes, code), measure)],
  link: ([code, measure = 'referrals']) => [nameOf.link(label(linkTypes, code), measure)],
}

/** The counts, by name, that a referral is one of, as it stands at the end of a London day. */
export const partOf = (referral: Referral, asAt: LocalDate): readonly string[] =>
  contribution(referral).counters.flatMap((counter) => {
    const [first = '', ...rest] = counter.split(':')
    return parts[first]?.(rest, asAt) ?? []
  })
