import * as z from 'zod'
import { divisions } from '../domain/calendar.ts'
import { contactRoles, rungs, type ResponsePolicy } from '../domain/response-policy.ts'
import { isReportingYear, lastDayOf } from '../domain/reporting-year.ts'
import { localDate, reportingYear } from './values.ts'

const organisation = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  bankHolidays: z.enum(divisions),
  respondedToBy: z.string(),
  conductRegulations: z.boolean(),
  barredList: z.boolean(),
})

/** `seeds/organisations.json`: every answering unit must itself be in the list. */
export const organisationsFile = z
  .object({ version: z.string(), organisations: z.array(organisation) })
  .refine(
    ({ organisations }) =>
      organisations.every(({ respondedToBy }) => organisations.some(({ code }) => code === respondedToBy)),
    'respondedToBy names an organisation that is not in the file.',
  )

const holidays = z.object({
  events: z.array(z.object({ title: z.string(), date: localDate })).min(1),
})

/** `seeds/bank-holidays.json`, in the shape GOV.UK publishes at /bank-holidays.json. */
export const bankHolidaysFile = z.object({
  'england-and-wales': holidays,
  scotland: holidays,
  'northern-ireland': holidays,
})

const workingDays = z.int().positive()
const clocks = z.strictObject({ acknowledgement: workingDays, firstReturn: workingDays })

/** `seeds/response-policy.json` */
export const responsePolicyFile: z.ZodType<ResponsePolicy> = z.strictObject({
  version: z.string().min(1),
  clocks: z.strictObject({ standard: clocks, urgent: clocks }),
  firstReturnTakesOver: workingDays,
  nextUpdateWithinDays: z.int().positive(),
  cutOffs: z
    .record(reportingYear, localDate)
    .refine(
      (set) => Object.entries(set).every(([year, day]) => isReportingYear(year) && day > lastDayOf(year)),
      'A cut-off comes after its year has ended.',
    ),
  cutOffNamedDaysBefore: z.int().positive(),
  retention: z.strictObject({
    reviewAfterMonths: z.int().positive(),
    againWithinMonths: z.int().positive(),
  }),
  ladder: z.array(
    z.strictObject({
      rung: z.enum(rungs),
      when: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('when_registered') }),
        z.strictObject({
          kind: z.literal('from_due_date'),
          workingDays: z.int(),
          unlessClockAtMost: workingDays.optional(),
        }),
        z.strictObject({ kind: z.literal('before_cut_off'), workingDays }),
      ]),
      to: z.array(z.enum(contactRoles)).min(1),
    }),
  ),
})
