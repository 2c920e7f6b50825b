import { createHash, timingSafeEqual } from 'node:crypto'
import type { APIGatewayProxyEvent } from 'aws-lambda'
import { headerOf } from './request.ts'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Whether a request bears a secret token, found out in the same time whether it is nearly right or not at all. */
export const bears = (event: APIGatewayProxyEvent, token: string): boolean =>
  timingSafeEqual(digest(headerOf(event, 'authorization') ?? ''), digest(`Bearer ${token}`))
