import { randomUUID } from 'node:crypto'
import { serveOnLoopback, type StandInRequest } from '../loopback.ts'
import { type Answer, badRequest, noSuchRoute } from './answer.ts'
import { apiKeyOf, refuseToken, type ServiceKey } from './authenticate.ts'
import { type Desk, findNotification, listNotifications, sendEmail } from './desk.ts'
import { type Email, openMailbox } from './mailbox.ts'
import type { EmailTemplate } from './templates.ts'

export type { Email } from './mailbox.ts'

export type NotifyStandIn = {
  readonly url: string
  /** Good until the stand-in closes; the next one has a key of its own. */
  readonly apiKey: string
  /** Every e-mail ever sent from this data folder, in the order of sending. */
  readonly mailbox: () => readonly Email[]
  readonly close: () => Promise<void>
}

export type NotifyOptions = {
  readonly dataDir: string
  /** By template id, which Notify wants to be a UUID. */
  readonly templates: Readonly<Record<string, EmailTemplate>>
  /** The service's clock: that of the functions that call, by which their tokens are signed. */
  readonly now: () => Date
}

const jsonOf = (text: string): { ok: true; value: unknown } | { ok: false } => {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false }
  }
}

const collection = '/v2/notifications'

const route = (desk: Desk, { method, url, body }: StandInRequest): Answer => {
  if (method === 'POST' && url.pathname === `${collection}/email`) {
    const form = jsonOf(body)
    return form.ok ? sendEmail(desk, form.value) : badRequest('Invalid JSON supplied in POST data')
  }
  if (method !== 'GET') return noSuchRoute
  if (url.pathname === collection) return listNotifications(desk, url.searchParams)
  const id = new RegExp(`^${collection}/([^/]+)$`).exec(url.pathname)?.[1]
  return id === undefined ? noSuchRoute : findNotification(desk, id)
}

/**
 * Opens a stand-in for GOV.UK Notify that speaks its API for e-mail, so that the real client library is what sends.
 * Every e-mail is delivered at once, into a mailbox kept in the data folder.
 */
export const openNotify = async ({ dataDir, templates, now }: NotifyOptions): Promise<NotifyStandIn> => {
  const key: ServiceKey = { serviceId: randomUUID(), secret: randomUUID() }
  const mailbox = openMailbox(dataDir)
  const standIn = await serveOnLoopback(async (request) => {
    const refusal = await refuseToken(request.headers.authorization, key, now())
    const { url } = standIn
    return refusal ?? route({ url, serviceId: key.serviceId, templates, mailbox, now }, request)
  })
  const close = async () => {
    await standIn.close()
    mailbox.close()
  }
  return { url: standIn.url, apiKey: apiKeyOf(key), mailbox: mailbox.all, close }
}
