import * as z from 'zod'
import { referralStatuses } from '../../domain/referral/referral.ts'
import { localDate, organisationCode, referralId, reportingYear } from '../values.ts'
import { event } from './event.ts'
import { internalSummary } from './figures.ts'
import { owed, receipt } from './referral.ts'

/** A referral in a statement: what was asked, and what was sent with the receipt for each. */
export const statementLine = z.strictObject({
  id: referralId,
  referredOn: localDate,
  status: z.enum(referralStatuses),
  owed: owed.nullable(),
  firstReturnDueOn: localDate.describe('As first set.'),
  firstReturnOn: localDate.nullable(),
  sent: z.array(
    z.strictObject({ what: z.enum(event.options.map(({ shape }) => shape.type.value)), receipt }),
  ),
})

/** Everything asked of an organisation in a year and everything it sent, beside the national figures. */
export const statement = z.strictObject({
  organisation: z.strictObject({ code: organisationCode, name: z.string() }),
  reportingYear,
  asAt: localDate,
  cutOff: localDate.describe('Returns after this day are left to the next edition of the assessment.'),
  own: internalSummary.pick({ response: true, timeliness: true }),
  national: internalSummary.pick({
    response: true,
    timeliness: true,
    evidenceOfCorruption: true,
    corruptionCategories: true,
    themes: true,
  }),
  referrals: z.array(statementLine),
})
