import { randomUUID } from 'node:crypto'
import { type Answer, badRequest, noResultFound, validationError } from './answer.ts'
import type { Mailbox } from './mailbox.ts'
import { listLink, nextLink, notificationOf, receiptOf, type Place } from './notification.ts'
import { render } from './render.ts'
import { listRequest, messagesOf, notificationId, sendEmailRequest } from './requests.ts'
import type { EmailTemplate } from './templates.ts'

/** Everything that the stand-in answers from. */
export type Desk = Place & {
  readonly templates: Readonly<Record<string, EmailTemplate>>
  readonly mailbox: Mailbox
  readonly now: () => Date
}

const pageSize = 250
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
  const sentAt = desk.now().toISOString()
  const email = { id: randomUUID(), reference, to, subject, body, sentAt, templateId }
  desk.mailbox.add(email)
  return { status: 201, body: receiptOf(desk, email) }
}

/** GET /v2/notifications/{id} */
export const findNotification = (desk: Desk, id: string): Answer => {
  const request = notificationId.safeParse({ notification_id: id })
  if (!request.success) return validationError(messagesOf(request.error))
  const email = desk.mailbox.find(id)
  return email ? { status: 200, body: notificationOf(desk, email) } : noResultFound
}

const queryOf = (search: URLSearchParams) => ({
  ...Object.fromEntries(search),
  ...(search.has('status') && { status: search.getAll('status') }),
  ...(search.has('template_type') && { template_type: search.getAll('template_type') }),
})

const mayShow = (wanted: readonly string[] | undefined, value: string) => !wanted || wanted.includes(value)

/** GET /v2/notifications: the newest first, a page at a time, the next page by the id of the last on this one. */
export const listNotifications = (desk: Desk, search: URLSearchParams): Answer => {
  const request = listRequest.safeParse(queryOf(search))
  if (!request.success) return validationError(messagesOf(request.error))
  const { reference, older_than: olderThan, status, template_type: type } = request.data
  const shown = mayShow(status, 'delivered') && mayShow(type, 'email')
  const emails = shown ? desk.mailbox.newest({ reference, olderThan }, pageSize) : []
  const last = emails.at(-1)
  const links = { current: listLink(desk, search), ...(last && { next: nextLink(desk, search, last) }) }
  return { status: 200, body: { notifications: emails.map((email) => notificationOf(desk, email)), links } }
}
