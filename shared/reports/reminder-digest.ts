import { daysBetween, inWords, type LocalDate } from '../domain/dates.ts'
import type { Referral } from '../domain/referral/referral.ts'
import { owedOn, type Owed } from '../domain/referral/owed.ts'
import type { Owable } from '../domain/response-policy.ts'

const names: Readonly<Record<Owable, string>> = {
  acknowledgement: 'acknowledgement',
  first_return: 'first return',
  progress_update: 'progress update or outcome',
}

const age = (days: number): string => (days === 1 ? '1 day ago' : `${days} days ago`)

const line = (id: string, { what, dueOn }: Owed, today: LocalDate, serviceUrl: string): string =>
  `* ${id}: ${names[what]} was due on ${inWords(dueOn)}, ${age(daysBetween(dueOn, today))}. ${serviceUrl}/referrals/${id}`

/**
 * What fills the reminder template for one recipient: references, ages and links, the oldest first. It holds no SAR
 * reference, no name and nothing of what a referral is about, because e-mail travels further than it should.
 */
export const reminderDigest = (
  organisation: string,
  referrals: readonly Referral[],
  today: LocalDate,
  serviceUrl: string,
): Readonly<Record<string, string>> => {
  const owing = referrals
    .flatMap((referral) => {
      const owed = owedOn(referral, today)
      return owed ? [{ id: referral.id, owed }] : []
    })
    .toSorted((a, b) => (a.owed.dueOn + a.id < b.owed.dueOn + b.id ? -1 : 1))
  const summary = owing.length === 1 ? '1 referral is overdue' : `${owing.length} referrals are overdue`
  return {
    organisation,
    summary,
    referrals: owing.map(({ id, owed }) => line(id, owed, today, serviceUrl)).join('\n'),
    link: `${serviceUrl}/referrals`,
  }
}
