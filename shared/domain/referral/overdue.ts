import { addWorkingDays, type WorkingCalendar } from '../calendar.ts'
import type { LocalDate } from '../dates.ts'
import { dueOn } from './owed.ts'
import { isOpen, type Referral } from './referral.ts'

export const overdueBands = ['due_soon', 'overdue', 'very_overdue'] as const
export type OverdueBand = (typeof overdueBands)[number]

/** Due within so many working days is soon. */
const soon = 5
/** So many working days after the due date the last reminder is behind it. */
const very = 31

/** Whether a referral is due soon, overdue at all, or very overdue, on a London day. */
export const isInBand = (
  referral: Referral,
  band: OverdueBand,
  today: LocalDate,
  calendar: WorkingCalendar,
): boolean => {
  if (!isOpen(referral)) return false
  const due = dueOn(referral, today).deadline.dueOn
  switch (band) {
    case 'due_soon':
      return due >= today && due <= addWorkingDays(calendar, today, soon)
    case 'overdue':
      return today > due
    case 'very_overdue':
      return today >= addWorkingDays(calendar, due, very)
  }
}
