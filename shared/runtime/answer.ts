import type { APIGatewayProxyResult } from 'aws-lambda'
import { problemOf, type Problem } from '../contracts/problem.ts'
import type { Refusal } from '../domain/refusal.ts'

/** What a request is answered with, and the referrals it shows or changed: the access log names each. */
export type Answer = { readonly response: APIGatewayProxyResult; readonly referrals: readonly string[] }

type Extras = {
  readonly headers?: Readonly<Record<string, string>>
  readonly referrals?: readonly string[]
}

const always = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
}

/** An answer with a JSON body. */
export const answer = (
  statusCode: number,
  body: unknown,
  { headers = {}, referrals = [] }: Extras = {},
): Answer => ({
  response: {
    statusCode,
    headers: { 'content-type': 'application/json', ...always, ...headers },
    body: JSON.stringify(body),
  },
  referrals,
})

/** A file to keep, under a name that carries its marking. Bytes go through API Gateway in base 64. */
export const answerFile = (
  contentType: string,
  name: string,
  body: string | Uint8Array,
  referrals: readonly string[],
): Answer => ({
  response: {
    statusCode: 200,
    headers: {
      'content-type': contentType,
      'content-disposition': `attachment; filename="${name}"`,
      ...always,
    },
    ...(typeof body === 'string'
      ? { body }
      : { body: Buffer.from(body).toString('base64'), isBase64Encoded: true }),
  },
  referrals,
})

/** A problem as an answer. */
export const answerProblem = (problem: Problem): Answer =>
  answer(problem.status, problem, { headers: { 'content-type': 'application/problem+json' } })

/** A refusal as an answer. */
export const answerRefusal = (refusal: Refusal): Answer => answerProblem(problemOf(refusal))
