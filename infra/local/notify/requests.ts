import * as z from 'zod'
import { isEmailAddress, sameAddress } from './email-address.ts'

const required =
  (otherwise: string) =>
  ({ input }: { readonly input?: unknown }) =>
    input === undefined ? 'is a required property' : otherwise

const uuid = z.guid({ error: required('is not a valid UUID') })
const text = z.string({ error: required('is not of type string') })
const plainValue = z.union([z.string(), z.number(), z.null()])

/** The body of POST /v2/notifications/email. */
export const sendEmailRequest = z.strictObject({
  template_id: uuid,
  email_address: text.refine(isEmailAddress, { error: 'Not a valid email address' }),
  personalisation: z
    .record(z.string(), z.union([plainValue, z.boolean(), z.array(plainValue)]), {
      error: 'is not of type object',
    })
    .optional(),
  reference: text.max(1000, { error: 'is too long' }).optional(),
  email_reply_to_id: uuid.optional(),
  one_click_unsubscribe_url: z.url({ protocol: /^https$/, error: 'is not a valid https url' }).optional(),
})

/** Checked and answered like any other, but not sent, not kept and never reported on. */
const smokeTest = /^simulate-delivered(-[23])?@notifications\.service\.gov\.uk$/

/** Whether an address is one of those that Notify keeps for trying out whether it can be reached. */
export const isSmokeTest = (address: string): boolean => smokeTest.test(sameAddress(address))

export const notificationId = z.object({ notification_id: uuid })
export const templateById = z.object({ id: uuid })

const statuses = [
  'cancelled',
  'created',
  'sending',
  'sent',
  'delivered',
  'pending',
  'failed',
  'technical-failure',
  'temporary-failure',
  'permanent-failure',
] as const

const oneOf = (values: readonly string[]) => `is not one of [${values.join(', ')}]`
const types = ['sms', 'email', 'letter'] as const

/** The query of GET /v2/notifications; status and template_type may be given more than once. */
export const listRequest = z.strictObject({
  reference: text.optional(),
  older_than: uuid.optional(),
  status: z.array(z.enum(statuses, { error: oneOf(statuses) })).optional(),
  template_type: z.array(z.enum(types, { error: oneOf(types) })).optional(),
})

const sentences = (issue: z.core.$ZodIssue): string[] => {
  if (issue.code !== 'unrecognized_keys') return [`${String(issue.path[0] ?? '')} ${issue.message}`.trim()]
  return issue.keys.map((key) => `Additional properties are not allowed (${key} was unexpected)`)
}

/** What was wrong with a request, each in a sentence of Notify's. */
export const messagesOf = (error: z.ZodError): string[] => [...new Set(error.issues.flatMap(sentences))]
