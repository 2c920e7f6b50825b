import type { LocalDate } from '../dates.ts'
import { explain, type Deadline } from '../deadline.ts'
import type { Owable } from '../response-policy.ts'
import type { Referral } from './referral.ts'

/** What a referral owes on a day: overdue from the day after its due date. */
export type Owed = {
  readonly what: Owable
  readonly dueOn: LocalDate
  readonly overdue: boolean
  readonly explanation: string
}

const owes = (what: Owable, deadline: Deadline, today: LocalDate): Owed => ({
  what,
  dueOn: deadline.dueOn,
  overdue: today > deadline.dueOn,
  explanation: explain(deadline),
})

/** What the organisation owes for a referral on a London day, or nothing. */
export const owedOn = (referral: Referral, today: LocalDate): Owed | null => {
  switch (referral.status) {
    case 'awaiting_acknowledgement':
      return today < referral.firstReturnTakesOverOn
        ? owes('acknowledgement', referral.acknowledgementDue, today)
        : owes('first_return', referral.firstReturnDue, today)
    case 'awaiting_first_return':
      return owes('first_return', referral.firstReturnDue, today)
    case 'outcome_received':
      return null
  }
}
