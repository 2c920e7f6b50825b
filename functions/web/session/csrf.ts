import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { APIGatewayProxyEvent } from 'aws-lambda'
import { headerOf } from '../../../shared/runtime/request.ts'

const length = 32

const xor = (one: Buffer, other: Buffer): Buffer =>
  Buffer.from(one.map((byte, place) => byte ^ (other[place] ?? 0)))

/** The session's token for a form, different in every page, so that compressed pages don't give it away. */
export const csrfToken = (secret: string): string => {
  const mask = randomBytes(length)
  return Buffer.concat([mask, xor(Buffer.from(secret, 'base64url'), mask)]).toString('base64url')
}

/** Whether a form carries the token of this session. */
export const isOwnForm = (token: string | undefined, secret: string): boolean => {
  const bytes = Buffer.from(token ?? '', 'base64url')
  const wanted = Buffer.from(secret, 'base64url')
  if (bytes.length !== 2 * length || wanted.length !== length) return false
  return timingSafeEqual(xor(bytes.subarray(0, length), bytes.subarray(length)), wanted)
}

/** Whether the browser itself says that a request comes from a page of another site. One that is silent is believed. */
export const isFromElsewhere = (event: APIGatewayProxyEvent, serviceUrl: string): boolean => {
  const origin = headerOf(event, 'origin')
  const site = headerOf(event, 'sec-fetch-site')
  if (site !== undefined && site !== 'same-origin') return true
  return origin !== undefined && origin !== new URL(serviceUrl).origin
}
