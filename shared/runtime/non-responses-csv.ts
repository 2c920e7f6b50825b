import type { NonResponses } from '../actions/read-non-responses.ts'
import { csvOf } from './csv.ts'

const columns = [
  'organisation',
  'name',
  'referral',
  'referredOn',
  'urgent',
  'owed',
  'dueOn',
  'daysOverdue',
  'remindersSent',
  'lastReminder',
  'governance',
]

/** The overdue referrals as a table, a row for each. */
export const nonResponsesCsv = ({ organisations }: NonResponses): string =>
  csvOf(
    columns,
    organisations.flatMap(({ code, name, overdue }) =>
      overdue.map(({ id, reminders, urgent, governance, ...line }) => ({
        ...line,
        organisation: code,
        name,
        referral: id,
        urgent: String(urgent),
        remindersSent: reminders.length,
        lastReminder: reminders.at(-1)?.rungs.join(' '),
        governance: String(governance),
      })),
    ),
  )
