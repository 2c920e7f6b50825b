import * as z from 'zod'
import type { Answer } from './answer.ts'

const HeaderValue = z.union([z.string(), z.number(), z.boolean()]).transform(String)

const ProxyResult = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), HeaderValue).nullish(),
  multiValueHeaders: z.record(z.string(), z.array(HeaderValue)).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
})

/** What a function answered, as an answer; `undefined` when it isn't what API Gateway takes (`APIGatewayProxyResult`). */
export const answerOf = (payload: unknown): Answer | undefined => {
  const result = ProxyResult.safeParse(payload)
  if (!result.success) return undefined
  const { statusCode, headers, multiValueHeaders, body, isBase64Encoded } = result.data
  return {
    status: statusCode,
    headers: { 'content-type': 'application/json', ...lowerCased(headers), ...lowerCased(multiValueHeaders) },
    body: isBase64Encoded ? Buffer.from(body ?? '', 'base64') : (body ?? ''),
  }
}

const lowerCased = <Value>(headers: Record<string, Value> | null | undefined) =>
  Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]))
