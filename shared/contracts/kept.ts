import * as z from 'zod'
import {
  acknowledgementFields,
  extensionFields,
  openReportFields,
  outcomeFields,
  redirectionFields,
  registrationFields,
  retentionFields,
  withdrawalFields,
  withheldReportFields,
} from './requests.ts'
import { text } from './values.ts'

/*
 * What was sent, as it is kept and shown: the same, but null in place of each text that was erased. What was never
 * written is left out, before and after.
 */

const rationale = text(20, 2000).nullable()
const sarReference = registrationFields.sarReference.nullable()

export const keptRegistration = z.discriminatedUnion('handling', [
  z.strictObject({ ...registrationFields, sarReference, handling: z.literal('P') }),
  z.strictObject({
    ...registrationFields,
    sarReference,
    handling: z.literal('C'),
    handlingConditions: text(1, 2000).nullable(),
  }),
])

export const keptAcknowledgement = z.strictObject({
  ...acknowledgementFields,
  localReference: text(1, 40).nullable().optional(),
})

export const keptReport = z.discriminatedUnion('detailWithheld', [
  z.strictObject({ ...openReportFields, rationale }),
  z.strictObject({ ...withheldReportFields, rationale: rationale.optional() }),
])

export const keptOutcome = z.strictObject({
  ...outcomeFields,
  rationale,
  learning: text(1, 2000).nullable().optional(),
})

export const keptRedirection = z.strictObject({ ...redirectionFields, rationale })
export const keptWithdrawal = z.strictObject({ ...withdrawalFields, rationale })
export const keptExtension = z.strictObject({ ...extensionFields, rationale })
export const keptRetention = z.strictObject({ ...retentionFields, rationale })
