import { randomUUID } from 'node:crypto'
import type { EmailTemplate } from '../../../seeds/emails/templates.ts'
import { type Answer, badRequest, noResultFound, validationError } from './answer.ts'
import type { Email, Mailbox } from './mailbox.ts'
import {
  listLink,
  nextLink,
  notificationOf,
  receiptOf,
  templateOf,
  type Place,
  version,
} from './notification.ts'
import { render } from './render.ts'
import {
  isSmokeTest,
  listRequest,
  messagesOf,
  notificationId,
  sendEmailRequest,
  templateById,
} from './requests.ts'

/** Everything that the stand-in answers from. */
export type Desk = Place & {
  readonly templates: Readonly<Record<string, EmailTemplate>>
  readonly mailbox: Mailbox
  readonly now: () => Date
  readonly deliver: (email: Email) => void
}

const pageSize = 250
const longestBody = 2_000_000

/** POST /v2/notifications/email: checks the form first, then the template, then what fills it in. */
export const sendEmail = (desk: Desk, form: unknown): Answer => {
  const request = sendEmailRequest.safeParse(form)
  if (!request.success) return validationError(messagesOf(request.error))
  const { template_id: templateId, email_address: to, reference = null, personalisation = {} } = request.data
  const template = desk.templates[templateId]
  if (!template) return badRequest('Template not found')
  const rendered = render(template, personalisation)
  if (!rendered.ok) return badRequest(`Missing personalisation: ${rendered.missing.join(', ')}`)
  const { subject, body } = rendered
  const bytes = Buffer.byteLength(body)
  if (bytes > longestBody) return badRequest(tooLong(bytes))
  const sentAt = desk.now().toISOString()
  const content = { id: randomUUID(), reference, to, subject, body, sentAt, templateId }
  const email: Email = { ...content, status: 'created', completedAt: null }
  if (!isSmokeTest(to)) {
    desk.mailbox.add(email)
    desk.deliver(email)
  }
  return { status: 201, body: receiptOf(desk, email) }
}

const tooLong = (bytes: number) =>
  `Emails cannot be longer than ${longestBody} bytes. Your message is ${bytes} bytes.`

/** GET /v2/notifications/{id} */
export const findNotification = (desk: Desk, id: string): Answer => {
  const request = notificationId.safeParse({ notification_id: id })
  if (!request.success) return validationError(messagesOf(request.error))
  const email = desk.mailbox.find(id)
  return email ? { status: 200, body: notificationOf(desk, email) } : noResultFound
}

/** GET /v2/template/{id} and /v2/template/{id}/version/{number} */
export const findTemplate = (desk: Desk, id: string, wanted = version): Answer => {
  const request = templateById.safeParse({ id })
  if (!request.success) return validationError(messagesOf(request.error))
  const template = desk.templates[id]
  if (!template || wanted !== version) return noResultFound
  return { status: 200, body: templateOf(id, template, desk.now().toISOString()) }
}

const queryOf = (search: URLSearchParams) => ({
  ...Object.fromEntries(search),
  ...(search.has('status') && { status: search.getAll('status') }),
  ...(search.has('template_type') && { template_type: search.getAll('template_type') }),
})

/** GET /v2/notifications: the newest first, a page at a time, the next page by the id of the last on this one. */
export const listNotifications = (desk: Desk, search: URLSearchParams): Answer => {
  const request = listRequest.safeParse(queryOf(search))
  if (!request.success) return validationError(messagesOf(request.error))
  const { reference, older_than: olderThan, status: statuses, template_type: types } = request.data
  const shown = !types || types.includes('email')
  const emails = shown ? desk.mailbox.newest({ reference, olderThan, statuses }, pageSize) : []
  const last = emails.at(-1)
  const links = { current: listLink(desk, search), ...(last && { next: nextLink(desk, search, last) }) }
  return { status: 200, body: { notifications: emails.map((email) => notificationOf(desk, email)), links } }
}
