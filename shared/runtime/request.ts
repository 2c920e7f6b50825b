import type { APIGatewayProxyEvent } from 'aws-lambda'
import type * as z from 'zod'
import { fieldErrorsOf } from '../contracts/field-errors.ts'
import { problem, type Problem } from '../contracts/problem.ts'
import { ok, refused, type Result } from '../domain/result.ts'

const largestBody = 64 * 1024

const header = ({ headers }: APIGatewayProxyEvent, name: string): string | undefined =>
  Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1]

const isJson = (contentType: string | undefined): boolean =>
  /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(contentType ?? '')

const decode = (bytes: Uint8Array): Result<unknown, Problem> => {
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch {
    return refused(problem(400, 'The body is not JSON in UTF-8: check its quotes, commas and brackets.'))
  }
}

/** The JSON body of a request. Refuses another content type, more than 64 KiB, and what is not JSON. */
export const jsonBody = (event: APIGatewayProxyEvent): Result<unknown, Problem> => {
  if (!isJson(header(event, 'content-type'))) {
    return refused(problem(415, 'Send the body as application/json.'))
  }
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8')
  if (bytes.length > largestBody) return refused(problem(413, 'The body is larger than 64 KiB: shorten it.'))
  return decode(bytes)
}

/** The version that `If-Match` names, if it is sent. Refuses anything that is not one of this service's versions. */
export const versionNamed = (event: APIGatewayProxyEvent): Result<number | undefined, Problem> => {
  const etag = header(event, 'if-match')
  if (etag === undefined) return ok(undefined)
  const version = /^"([1-9]\d{0,8})"$/.exec(etag.trim())?.[1]
  return version === undefined
    ? refused(problem(412, 'If-Match must be the ETag of the referral as you last read it, such as "3".'))
    : ok(Number(version))
}

/** A value as its schema has it, or a problem of a status that names each field that is wrong. */
export const parsed = <Value>(
  schema: z.ZodType<Value>,
  value: unknown,
  status: number,
): Result<Value, Problem> => {
  const result = schema.safeParse(value, { reportInput: true })
  if (result.success) return ok(result.data)
  const errors = fieldErrorsOf(result.error)
  const detail = 'Some of what was sent is not valid: put right each field named in errors.'
  return refused(problem(status, detail, errors))
}
