import type { EmailTemplate } from '../../../seeds/emails/templates.ts'
import type { Email } from './mailbox.ts'
import { placeholdersOf } from './render.ts'

/** Where the stand-in listens and for whom, which is in every link it gives. */
export type Place = {
  readonly url: string
  readonly serviceId: string
}

/** The only version there is of any template. */
export const version = 1

const templateLink = ({ url, serviceId }: Place, id: string) => ({
  id,
  version,
  uri: `${url}/services/${serviceId}/templates/${id}`,
})

/** Notify writes instants to the microsecond. */
const instant = (iso: string) => iso.replace(/Z$/, '000Z')
const instantOrNull = (iso: string | null) => iso && instant(iso)

/** What a sender is answered. */
export const receiptOf = (place: Place, { id, reference, subject, body, templateId }: Email) => ({
  id,
  reference,
  uri: `${place.url}/v2/notifications/${id}`,
  template: templateLink(place, templateId),
  scheduled_for: null,
  content: { from_email: 'sar.outcomes@notify.local', body, subject, one_click_unsubscribe_url: null },
})

/** An e-mail as Notify shows it to its sender afterwards. */
export const notificationOf = (place: Place, email: Email) => ({
  id: email.id,
  reference: email.reference,
  email_address: email.to,
  phone_number: null,
  type: 'email',
  status: email.status,
  template: templateLink(place, email.templateId),
  body: email.body,
  subject: email.subject,
  created_at: instant(email.sentAt),
  created_by_name: null,
  sent_at: instantOrNull(email.completedAt),
  completed_at: instantOrNull(email.completedAt),
  scheduled_for: null,
  is_cost_data_ready: true,
  cost_in_pounds: 0,
  cost_details: {},
})

/** What Notify tells a service's callback address once an e-mail's status is final. */
export const deliveryReceiptOf = (email: Email) => ({
  id: email.id,
  reference: email.reference,
  to: email.to,
  status: email.status,
  created_at: instant(email.sentAt),
  completed_at: instantOrNull(email.completedAt),
  sent_at: instantOrNull(email.completedAt),
  notification_type: 'email',
  template_id: email.templateId,
  template_version: version,
})

/** A template as Notify shows it. */
export const templateOf = (id: string, { subject, body }: EmailTemplate, createdAt: string) => ({
  id,
  type: 'email',
  name: subject,
  created_at: instant(createdAt),
  updated_at: null,
  created_by: 'local@notify.local',
  version,
  subject,
  body,
  personalisation: Object.fromEntries(
    placeholdersOf({ subject, body }).map((name) => [name, { required: true }]),
  ),
  postage: null,
  letter_contact_block: null,
})

/** Where a list of notifications is, as Notify writes it. */
export const listLink = ({ url }: Place, search: URLSearchParams) =>
  `${url}/v2/notifications?${search.toString()}`

/** Where the page after this one is, by the last e-mail on it. */
export const nextLink = (place: Place, search: URLSearchParams, { id }: Email) => {
  const query = new URLSearchParams(search)
  query.set('older_than', id)
  return listLink(place, query)
}
