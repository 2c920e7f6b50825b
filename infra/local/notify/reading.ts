import type { StandInRequest } from '../loopback.ts'
import { type Answer, noSuchRoute } from './answer.ts'
import { type Desk, findNotification, findTemplate, listNotifications } from './desk.ts'

const notifications = '/v2/notifications'

/** Whether a request asks for an e-mail to be sent. */
export const isSending = ({ method, url }: StandInRequest): boolean =>
  method === 'POST' && url.pathname === `${notifications}/email`

const oneNotification = new RegExp(`^${notifications}/(?<id>[^/]+)$`)
const oneTemplate = /^\/v2\/template\/(?<id>[^/]+)(?:\/version\/(?<version>[1-9]\d*))?$/

/** Answers every request but those that send. */
export const readingOf = (desk: Desk, { method, url }: StandInRequest): Answer => {
  if (method !== 'GET') return noSuchRoute
  const { pathname, searchParams } = url
  if (pathname === notifications) return listNotifications(desk, searchParams)
  const notification = oneNotification.exec(pathname)?.groups?.['id']
  if (notification !== undefined) return findNotification(desk, notification)
  const { id, version } = oneTemplate.exec(pathname)?.groups ?? {}
  if (id === undefined) return noSuchRoute
  return findTemplate(desk, id, version === undefined ? undefined : Number(version))
}
