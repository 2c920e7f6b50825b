import { randomUUID } from 'node:crypto'
import type { EmailTemplate } from '../../../seeds/emails/templates.ts'
import { serveOnLoopback, type StandInRequest } from '../loopback.ts'
import { type Answer, badRequest } from './answer.ts'
import { apiKeyOf, refuseToken, type ServiceKey } from './authenticate.ts'
import { openDeliveries, type Deliveries } from './deliveries.ts'
import { type Desk, sendEmail } from './desk.ts'
import { answerUnder, type Faults, openFaults } from './faults.ts'
import { type Email, openMailbox } from './mailbox.ts'
import { isSending, readingOf } from './reading.ts'
import type { Receipts } from './receipts.ts'

export type { Email } from './mailbox.ts'

export type NotifyStandIn = {
  readonly url: string
  /** Good until the stand-in closes; the next one has a key of its own. */
  readonly apiKey: string
  /** Every e-mail ever sent from this data folder, in the order of sending. */
  readonly mailbox: () => readonly Email[]
  /** What the next requests to send come across. */
  readonly faults: Pick<Faults, 'set' | 'left'>
  /** E-mails stay `created` until deliveries begin, which is once their receipts can be taken. */
  readonly begin: Deliveries['begin']
  readonly close: () => Promise<void>
}

export type NotifyOptions = {
  readonly dataDir: string
  /** By template id, which Notify wants to be a UUID. */
  readonly templates: Readonly<Record<string, EmailTemplate>>
  /** The service's clock: that of the functions that call, by which their tokens are signed. */
  readonly now: () => Date
  /** Where delivery receipts go; none are sent without it. */
  readonly receipts?: Receipts | undefined
  /** Told, in a line, of trouble with a receipt. */
  readonly say?: (line: string) => void
}

const jsonOf = (text: string): { ok: true; value: unknown } | { ok: false } => {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false }
  }
}

const send = (desk: Desk, body: string): Answer => {
  const form = jsonOf(body)
  return form.ok ? sendEmail(desk, form.value) : badRequest('Invalid JSON supplied in POST data')
}

/**
 * Opens a stand-in for GOV.UK Notify that speaks its API for e-mail, so that the real client library is what sends.
 * E-mails go into a mailbox kept in the data folder. Whether one counts as delivered is up to its address: Notify's
 * own test addresses fail, and are answered, as they do there with a test key.
 */
export const openNotify = async (options: NotifyOptions): Promise<NotifyStandIn> => {
  const { dataDir, templates, now, receipts, say = console.warn } = options
  const key: ServiceKey = { serviceId: randomUUID(), secret: randomUUID() }
  const mailbox = openMailbox(dataDir)
  const faults = openFaults()
  const closing = new AbortController()
  const { begin, deliver, close: stopDelivering } = openDeliveries({ mailbox, now, receipts, say })

  const answer = async (request: StandInRequest) => {
    const refusal = await refuseToken(request.headers.authorization, key, now())
    if (refusal) return refusal
    const desk: Desk = { url: standIn.url, serviceId: key.serviceId, templates, mailbox, now, deliver }
    if (!isSending(request)) return readingOf(desk, request)
    return answerUnder(faults.take(), () => send(desk, request.body), closing.signal)
  }
  const standIn = await serveOnLoopback(answer)
  const close = async () => {
    closing.abort()
    await standIn.close()
    await stopDelivering()
    mailbox.close()
  }
  return { url: standIn.url, apiKey: apiKeyOf(key), mailbox: mailbox.all, faults, begin, close }
}
