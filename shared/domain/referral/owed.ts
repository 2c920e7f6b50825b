import type { LocalDate } from '../dates.ts'
import { explain, type Deadline } from '../deadline.ts'
import type { Owable } from '../response-policy.ts'
import { isOpen, type OpenReferral, type Referral } from './referral.ts'

/** What is due of a referral, and when. */
export type Due = { readonly what: Owable; readonly deadline: Deadline }

/** What an open referral owes on a London day. */
export const dueOn = (referral: OpenReferral, today: LocalDate): Due => {
  switch (referral.status) {
    case 'awaiting_acknowledgement':
      return today < referral.firstReturnTakesOverOn
        ? { what: 'acknowledgement', deadline: referral.acknowledgementDue }
        : { what: 'first_return', deadline: referral.firstReturnDue }
    case 'awaiting_first_return':
      return { what: 'first_return', deadline: referral.firstReturnDue }
    case 'awaiting_update':
      return { what: 'progress_update', deadline: referral.updateDue }
  }
}

/** What a referral owes as its readers see it: overdue from the day after its due date. */
export type Owed = {
  readonly what: Owable
  readonly dueOn: LocalDate
  readonly overdue: boolean
  readonly explanation: string
}

/** What the organisation owes for a referral on a London day, or nothing. */
export const owedOn = (referral: Referral, today: LocalDate): Owed | null => {
  if (!isOpen(referral)) return null
  const { what, deadline } = dueOn(referral, today)
  return { what, dueOn: deadline.dueOn, overdue: today > deadline.dueOn, explanation: explain(deadline) }
}
