import type { Email } from './mailbox.ts'

/** Where the stand-in listens and for whom, which is in every link it gives. */
export type Place = {
  readonly url: string
  readonly serviceId: string
}

const version = 1

const templateLink = ({ url, serviceId }: Place, id: string) => ({
  id,
  version,
  uri: `${url}/services/${serviceId}/templates/${id}`,
})

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
  status: 'delivered',
  template: templateLink(place, email.templateId),
  body: email.body,
  subject: email.subject,
  created_at: email.sentAt,
  created_by_name: null,
  sent_at: email.sentAt,
  completed_at: email.sentAt,
  scheduled_for: null,
  is_cost_data_ready: true,
  cost_in_pounds: 0,
  cost_details: {},
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
