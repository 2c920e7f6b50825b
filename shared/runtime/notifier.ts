import type { NotifyClient } from 'notifications-node-client'
import * as z from 'zod'
import type { Notifier, OutgoingEmail } from '../actions/ports.ts'
import { ok, refused } from '../domain/result.ts'
import { logger } from './logger.ts'
import { addressRefusal, faultWithoutRequest } from './notify-problem.ts'

export type NotifierOptions = {
  readonly apiKey: string
  /** Where GOV.UK Notify is, without a slash at the end. */
  readonly baseUrl: string
  /** How long to wait for an answer before it counts as lost. */
  readonly patienceMs?: number
}

const sent = z.object({ data: z.object({ id: z.string() }) })
const found = z
  .object({ id: z.string(), body: z.string(), email_address: z.string() })
  .transform(({ id, body, email_address: to }) => ({ id, body, to }))
const listed = z.object({ data: z.object({ notifications: z.array(found) }) })

/** The client waits for ever by itself. */
const withPatience = async <Value>(answer: Promise<Value>, patienceMs: number): Promise<Value> => {
  const { promise: lost, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`none within ${patienceMs} ms`)), patienceMs)
  return Promise.race([answer, lost]).finally(() => clearTimeout(timer))
}

/** Loaded with the first e-mail, because most runs have none to send. */
const clientMaker = ({ apiKey, baseUrl }: NotifierOptions): (() => Promise<NotifyClient>) => {
  let client: Promise<NotifyClient> | undefined
  const load = async () => {
    const library = await import('notifications-node-client')
    return new library.NotifyClient(baseUrl, apiKey)
  }
  return () => (client ??= load())
}

/**
 * A notifier over GOV.UK Notify. An address that Notify refuses is a value; anything else that goes wrong (too many
 * requests, an outage, no answer, a key, template or placeholder that doesn't fit) is thrown without the request in
 * it. After a lost answer the e-mail may have been sent: look for its reference before sending again.
 */
export const notifier = (options: NotifierOptions): Notifier => {
  const { patienceMs = 10_000 } = options
  const client = clientMaker(options)
  const ask = async (request: (notify: NotifyClient) => Promise<unknown>) =>
    withPatience(request(await client()), patienceMs)

  const findByReference = async (reference: string) => {
    try {
      const answer = await ask((notify) => notify.getNotifications('email', undefined, reference))
      return listed.parse(answer).data.notifications[0]
    } catch (error) {
      throw faultWithoutRequest(error)
    }
  }

  const sendEmail = async ({ templateId, to, reference, personalisation }: OutgoingEmail) => {
    try {
      const answer = await ask((notify) => notify.sendEmail(templateId, to, { personalisation, reference }))
      const { id } = sent.parse(answer).data
      logger.info('An e-mail was handed to GOV.UK Notify', { notificationId: id })
      return ok({ id })
    } catch (error) {
      const refusal = addressRefusal(error)
      if (refusal) return refused(refusal)
      throw faultWithoutRequest(error)
    }
  }

  return { findByReference, sendEmail }
}
