import type { NonResponse, NonResponses } from '../actions/read-non-responses.ts'
import { csvOf } from '../reports/csv.ts'

const columns = [
  'organisation',
  'name',
  'silentForTwelveMonths',
  'referral',
  'referredOn',
  'urgent',
  'owed',
  'dueOn',
  'daysOverdue',
  'governance',
  'remindersSent',
  'reminders',
]

/** Everything that was sent about a referral, in one field: `2026-06-16 overdue; 2026-06-23 chase`. */
const inOneField = (reminders: NonResponse['reminders']): string =>
  reminders.map(({ on, rungs }) => `${on} ${rungs.join(' ')}`).join('; ')

/** The overdue referrals as a table, a row for each; whom mail doesn't reach is in the JSON only. */
export const nonResponsesCsv = ({ organisations, silent }: NonResponses): string =>
  csvOf(
    columns,
    organisations.flatMap(({ code, name, overdue }) =>
      overdue.map(({ id, reminders, urgent, governance, ...line }) => ({
        ...line,
        organisation: code,
        name,
        silentForTwelveMonths: String(silent.some((each) => each.code === code)),
        referral: id,
        urgent: String(urgent),
        governance: String(governance),
        remindersSent: reminders.length,
        reminders: inOneField(reminders),
      })),
    ),
  )
