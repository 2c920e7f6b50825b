import * as z from 'zod'
import { divisions } from '../../domain/calendar.ts'
import { contactRoles } from '../../domain/response-policy.ts'
import { importColumns } from '../import.ts'
import { instant, localDate, organisationCode, referralId } from '../values.ts'

/** A refusal, as RFC 9457 has it. */
export const problem = z.strictObject({
  type: z.string().describe('Always `about:blank`: the status says what kind of problem it is.'),
  title: z.string().describe('The name of the status.'),
  status: z.int().min(400).max(599),
  detail: z.string().describe('A sentence for people: what is wrong and what to do next.'),
  errors: z
    .array(
      z.strictObject({
        pointer: z.string().describe('A JSON pointer (RFC 6901) to the bad field in what was sent.'),
        detail: z.string().describe('What would be valid.'),
      }),
    )
    .optional()
    .describe('One for each bad field.'),
})

/** A receiving organisation and the facts about it that rules depend on. */
export const organisation = z.strictObject({
  code: organisationCode,
  name: z.string(),
  kind: z.string(),
  bankHolidays: z.enum(divisions),
  respondedToBy: organisationCode.describe('Whose unit answers for it: itself, or another organisation.'),
  conductRegulations: z
    .boolean()
    .describe('Whether the Police (Conduct) Regulations 2020 apply to its officers.'),
  barredList: z.boolean().describe('Whether the College of Policing barred list applies to its officers.'),
})

export const organisations = z.strictObject({ items: z.array(organisation) })

export const contact = z.strictObject({
  role: z.enum(contactRoles),
  email: z.email(),
  lastVerifiedOn: localDate.nullable(),
  failingSince: localDate.optional(),
  briefingDueSince: instant.optional(),
})

/** The role holders of an organisation. */
export const contacts = z.strictObject({ contacts: z.array(contact) })

const row = z.int().positive().describe('Rows are numbered from 1; the header is not counted.')

/** What became of a row of an import. */
export const rowResult = z.discriminatedUnion('result', [
  z.strictObject({ row, result: z.enum(['created', 'existing']), id: referralId }),
  z.strictObject({
    row,
    result: z.literal('refused'),
    errors: z.array(
      z.strictObject({
        column: z.string().describe(`The column that is wrong: one of ${importColumns.join(', ')}.`),
        detail: z.string().describe('What would be valid.'),
      }),
    ),
  }),
])

export const importResult = z.strictObject({ items: z.array(rowResult) })

export const health = z.strictObject({ status: z.literal('up') })
