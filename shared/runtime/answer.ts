import type { APIGatewayProxyResult } from 'aws-lambda'
import { problemOf, type Problem } from '../contracts/problem.ts'
import type { Refusal } from '../domain/refusal.ts'

export type Answer = APIGatewayProxyResult

const always = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
}

/** An answer with a JSON body. */
export const answer = (
  statusCode: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Answer => ({
  statusCode,
  headers: { 'content-type': 'application/json', ...always, ...headers },
  body: JSON.stringify(body),
})

/** A problem as an answer. */
export const answerProblem = (problem: Problem): Answer =>
  answer(problem.status, problem, { 'content-type': 'application/problem+json' })

/** A refusal as an answer. */
export const answerRefusal = (refusal: Refusal): Answer => answerProblem(problemOf(refusal))
