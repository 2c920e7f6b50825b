import type { APIGatewayProxyEvent } from 'aws-lambda'
import type * as z from 'zod'
import { fieldErrorsOf } from '../contracts/field-errors.ts'
import { problem, type Problem } from '../contracts/problem.ts'
import { ok, refused, type Result } from '../domain/result.ts'

const KiB = 1024

/** A header of a request, whatever the case of its name. */
export const headerOf = ({ headers }: APIGatewayProxyEvent, name: string): string | undefined =>
  Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1]

const isOfType = (type: string, contentType = ''): boolean => {
  const [given = '', ...parameters] = contentType
    .toLowerCase()
    .split(';')
    .map((part) => part.trim())
  return (
    given === type && parameters.every((parameter) => /^(charset="?utf-8"?|header=present)$/.test(parameter))
  )
}

/** A body as text in UTF-8, of one media type and no larger than it may be. */
const textBody = (event: APIGatewayProxyEvent, type: string, most: number): Result<string, Problem> => {
  if (!isOfType(type, headerOf(event, 'content-type')))
    return refused(problem(415, `Send the body as ${type}.`))
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8')
  if (bytes.length > most)
    return refused(problem(413, `The body is larger than ${most / KiB} KiB: send less.`))
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return refused(problem(400, 'The body is not text in UTF-8.'))
  }
}

const parseJson = (text: string): Result<unknown, Problem> => {
  try {
    return ok(JSON.parse(text))
  } catch {
    return refused(problem(400, 'The body is not JSON: check its quotes, commas and brackets.'))
  }
}

/** Reads what a route takes as its body. */
export type BodyReader<Body> = (event: APIGatewayProxyEvent) => Result<Body, Problem>

/** For a route that reads no body. */
export const noBody: BodyReader<undefined> = () => ok(undefined)

/** JSON of at most 64 KiB that is as a schema has it. */
export const json =
  <Body>(schema: z.ZodType<Body>): BodyReader<Body> =>
  (event) => {
    const text = textBody(event, 'application/json', 64 * KiB)
    const value = text.ok ? parseJson(text.value) : text
    return value.ok ? parsed(schema, value.value, 422) : value
  }

/** CSV of at most 5 MiB, not parsed yet. */
export const csvText: BodyReader<string> = (event) => textBody(event, 'text/csv', 5 * KiB * KiB)

/** The version that `If-Match` names, if it is sent. Refuses anything that is not one of this service's versions. */
export const versionNamed = (event: APIGatewayProxyEvent): Result<number | undefined, Problem> => {
  const etag = headerOf(event, 'if-match')
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
