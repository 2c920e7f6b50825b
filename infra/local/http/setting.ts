import type { IncomingMessage } from 'node:http'
import type * as z from 'zod'
import { type Answer, problem } from './answer.ts'
import { readBody } from './body.ts'

type Reading<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly answer: Answer }

export type SettingOptions<Value> = {
  readonly schema: z.ZodType<Value>
  /** In bytes. */
  readonly limit: number
  /** Said of what the schema refuses. */
  readonly refusal: string
}

/** Reads the setting in a request's body, or answers with the problem document that says why there is none. */
export const readSetting = async <Value>(
  request: IncomingMessage,
  { schema, limit, refusal }: SettingOptions<Value>,
): Promise<Reading<Value>> => {
  const body = await readBody(request, limit)
  if (!body) return refused(problem(413, 'The request body is larger than the service takes.'))
  const value = parsedJson(body.toString('utf8'))
  if (value === undefined) return refused(problem(400, 'The request body must be JSON.'))
  const setting = schema.safeParse(value)
  if (setting.success) return { ok: true, value: setting.data }
  const errors = setting.error.issues.map(({ path, message }) => ({
    pointer: path.map((part) => `/${String(part)}`).join(''),
    detail: message,
  }))
  return refused(problem(422, refusal, errors))
}

const refused = (answer: Answer) => ({ ok: false, answer }) as const

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
