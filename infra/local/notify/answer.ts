import type { StandInAnswer } from '../loopback.ts'

export type Answer = StandInAnswer

/** Notify's one shape for everything it refuses. */
const problems = (status: number, error: string, messages: readonly string[]): Answer => ({
  status,
  body: { status_code: status, errors: messages.map((message) => ({ error, message })) },
})

export const validationError = (messages: readonly string[]) => problems(400, 'ValidationError', messages)
export const badRequest = (message: string) => problems(400, 'BadRequestError', [message])
export const authError = (status: 401 | 403, message: string) => problems(status, 'AuthError', [message])
export const noResultFound = problems(404, 'NoResultFound', ['No result found'])
export const rateLimit = problems(429, 'RateLimitError', [
  'Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds',
])
export const dailyLimit = problems(429, 'TooManyRequestsError', [
  'Exceeded send limits (email: 250000) for today',
])
export const serverError = problems(500, 'Exception', ['Internal server error'])

/** An address that the API doesn't have is answered in another shape than its own refusals. */
export const noSuchRoute: Answer = {
  status: 404,
  body: {
    result: 'error',
    message: 'The requested URL was not found on the server.',
  },
}
