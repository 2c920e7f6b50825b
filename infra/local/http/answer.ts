import { STATUS_CODES, type ServerResponse } from 'node:http'

/** An answer to a request, ready to send; a header with several values is sent several times. */
export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly body: string | Buffer
}

export const send = (response: ServerResponse, { status, headers, body }: Answer): void => {
  Object.entries(headers).forEach(([name, value]) => response.setHeader(name, value))
  response.statusCode = status
  response.setHeader('content-length', Buffer.byteLength(body))
  response.end(body)
}

export const json = (status: number, value: unknown): Answer => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify(value),
})

export type FieldError = { readonly pointer: string; readonly detail: string }

/** A problem document (RFC 9457). */
export const problem = (status: number, detail: string, errors?: readonly FieldError[]): Answer => ({
  status,
  headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  body: JSON.stringify({
    type: 'about:blank',
    title: STATUS_CODES[status],
    status,
    detail,
    ...(errors && { errors }),
  }),
})
