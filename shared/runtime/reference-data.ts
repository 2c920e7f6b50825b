import { createHash } from 'node:crypto'
import bankHolidays from '../../seeds/bank-holidays.json' with { type: 'json' }
import organisations from '../../seeds/organisations.json' with { type: 'json' }
import responsePolicy from '../../seeds/response-policy.json' with { type: 'json' }
import { bankHolidaysFile, organisationsFile, responsePolicyFile } from '../contracts/reference-data.ts'
import type { Division, WorkingCalendar } from '../domain/calendar.ts'
import type { ReferenceData } from '../domain/rules.ts'

const holidays = bankHolidaysFile.parse(bankHolidays)

/** GOV.UK's file has no version of its own: one that changes with its content can't be forgotten. */
const fingerprint = (content: string): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 8)

const calendarOf = (division: Division): WorkingCalendar => {
  const { events } = holidays[division]
  const days = new Map(events.map(({ date, title }) => [date, title]))
  return { division, version: fingerprint(JSON.stringify(events)), holidays: days }
}

/** The reference data that this deployment was built with, checked as it is loaded. Throws when a file is damaged. */
export const referenceData: ReferenceData = {
  organisations: new Map(
    organisationsFile
      .parse(organisations)
      .organisations.map((organisation) => [organisation.code, organisation]),
  ),
  calendars: {
    'england-and-wales': calendarOf('england-and-wales'),
    scotland: calendarOf('scotland'),
    'northern-ireland': calendarOf('northern-ireland'),
  },
  policy: responsePolicyFile.parse(responsePolicy),
}
