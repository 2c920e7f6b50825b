import * as z from 'zod'
import type { AddressRefused } from '../actions/ports.ts'

const notifyError = z.object({ error: z.string(), message: z.string() })
const answeredError = z.object({
  response: z.object({ status: z.number(), data: z.object({ errors: z.array(notifyError) }) }),
})
const statusOnly = z.object({ response: z.object({ status: z.number() }) })

type NotifyError = z.infer<typeof notifyError>

const faultOf = (error: unknown): string => {
  const answered = answeredError.safeParse(error)
  if (answered.success) {
    const { status, data } = answered.data.response
    return `answered ${status}: ${data.errors.map((each) => `${each.error}, ${each.message}`).join('; ')}`
  }
  const bare = statusOnly.safeParse(error)
  if (bare.success) return `answered ${bare.data.response.status}`
  return error instanceof Error ? `gave no answer: ${error.message}` : 'gave no answer'
}

/**
 * The client's own errors carry the whole request: the signed token, the address and the text. What is thrown on has
 * only what Notify said, so that none of it reaches a log.
 */
export const faultWithoutRequest = (error: unknown): Error => new Error(`GOV.UK Notify ${faultOf(error)}`)

const isAboutAddress = ({ error, message }: NotifyError): boolean =>
  error === 'InvalidEmailError' || (error === 'ValidationError' && message.startsWith('email_address '))

/** Whether the client's error says that Notify will never send to the address; undefined for anything else. */
export const addressRefusal = (error: unknown): AddressRefused | undefined => {
  const answered = answeredError.safeParse(error)
  if (!answered.success || answered.data.response.status !== 400) return undefined
  const found = answered.data.response.data.errors.find(isAboutAddress)
  return found && { kind: 'address_refused', detail: found.message }
}
