import { daysBetween, inWords, type LocalDate } from '../domain/dates.ts'
import type { OpenReferral } from '../domain/referral/referral.ts'
import { dueOn } from '../domain/referral/owed.ts'
import { cutOffOf, reportingYearOf } from '../domain/reporting-year.ts'
import type { ContactRole, Owable, ResponsePolicy } from '../domain/response-policy.ts'

/**
 * What e-mails say about referrals: references, ages and links. No SAR reference, no name and nothing of what a
 * referral is about, because e-mail travels further than it should.
 */

const owedInWords: Readonly<Record<Owable, string>> = {
  acknowledgement: 'acknowledgement',
  first_return: 'first return',
  progress_update: 'progress update or outcome',
}

export const roleInWords: Readonly<Record<ContactRole, string>> = {
  unit_mailbox: 'the unit’s mailbox',
  head_of_unit: 'head of unit',
  deputy_chief_officer: 'deputy chief officer',
  chief_officers_office: 'chief officer’s office',
  ukfiu_manager: 'UKFIU manager',
}

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

/** `was due on 3 June 2026, 2 days ago`, or what it is before that. */
const dueInWords = (due: LocalDate, today: LocalDate): string => {
  const late = daysBetween(due, today)
  if (late > 0) return `was due on ${inWords(due)}, ${days(late)} ago`
  return late === 0 ? 'is due today' : `is due on ${inWords(due)}, in ${days(-late)}`
}

const placeOf = (referral: OpenReferral, today: LocalDate): string =>
  `${dueOn(referral, today).deadline.dueOn} ${referral.id}`

const line = (referral: OpenReferral, today: LocalDate, serviceUrl: string): string => {
  const { what, deadline } = dueOn(referral, today)
  const { id } = referral
  return `* ${id}: ${owedInWords[what]} ${dueInWords(deadline.dueOn, today)}. ${serviceUrl}/referrals/${id}`
}

/** When one referral has to be answered, as part of a sentence: `acknowledgement is due on 3 June 2026, in 2 days`. */
export const urgentInWords = (referral: OpenReferral, today: LocalDate): string => {
  const { what, deadline } = dueOn(referral, today)
  return `${owedInWords[what]} ${dueInWords(deadline.dueOn, today)}`
}

/** Referrals as a list, what is due soonest first. */
export const listInWords = (
  referrals: readonly OpenReferral[],
  today: LocalDate,
  serviceUrl: string,
): string =>
  referrals
    .toSorted((one, other) => (placeOf(one, today) < placeOf(other, today) ? -1 : 1))
    .map((referral) => line(referral, today, serviceUrl))
    .join('\n')

const areDue = (count: number, more: string): string =>
  count === 1 ? `1 referral is ${more}` : `${count} referrals are ${more}`

/** How many are overdue and how many are due, in a few words. */
export const summaryInWords = (referrals: readonly OpenReferral[], today: LocalDate): string => {
  const overdue = referrals.filter((referral) => today > dueOn(referral, today).deadline.dueOn).length
  const due = referrals.length - overdue
  if (overdue === 0) return areDue(due, 'waiting for an answer')
  return due === 0 ? areDue(overdue, 'overdue') : `${areDue(overdue, 'overdue')} and ${due} due`
}

/** In the days before a year's cut-off, what it means for the referrals of that year; nothing otherwise. */
export const cutOffInWords = (
  referrals: readonly OpenReferral[],
  today: LocalDate,
  { cutOffNamedDaysBefore, cutOffs }: Pick<ResponsePolicy, 'cutOffNamedDaysBefore' | 'cutOffs'>,
): string => {
  const years = new Set(referrals.map(({ registration }) => reportingYearOf(registration.referredOn)))
  const near = [...years].filter((year) => {
    const left = daysBetween(today, cutOffOf(year, cutOffs))
    return left >= 0 && left <= cutOffNamedDaysBefore
  })
  return near
    .map(
      (year) =>
        `\n\nThe cut-off for ${year} is ${inWords(cutOffOf(year, cutOffs))}. An outcome given later is left out of that year’s assessment.`,
    )
    .join('')
}
