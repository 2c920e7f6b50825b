import type { FieldError } from '../../domain/refusal.ts'
import { problem } from '../problem.ts'
import type { Route } from '../routes.ts'
import type { Operation } from './operations/operation.ts'
import { schemaRef, type Part } from './schemas.ts'

type Refused = {
  readonly means: string
  readonly headers?: Part
  /** How it is told, where that is the same for every route. */
  readonly detail?: string
  readonly errors?: readonly FieldError[]
}

const header = (description: string, schema: Part): Part => ({ description, required: true, schema })

/** What each status means wherever it is answered. */
const refusals: Readonly<Record<number, Refused>> = {
  400: {
    means: 'The body can not be read: it is not JSON (CSV, for an import) in UTF-8.',
    detail: 'The body is not JSON: check its quotes, commas and brackets.',
  },
  401: {
    means: 'The bearer token is missing, has expired or is not one of this service: get a new one.',
    headers: { 'WWW-Authenticate': header('The kind of token that is needed.', { type: 'string' }) },
    detail: 'The bearer token is missing, has expired or is not one of this service: sign in again.',
  },
  403: {
    means: 'Your role does not allow this.',
    detail: 'Your role does not allow this. Ask somebody whose role does.',
  },
  404: { means: 'There is nothing here that you can see.' },
  406: { means: 'It is not to be had in any media type that `Accept` names.' },
  409: { means: 'Not possible in this state.' },
  412: { means: 'The version that was named is not the latest.' },
  413: {
    means: 'The body is larger than 64 KiB, or 5 MiB for an import.',
    detail: 'The body is larger than 64 KiB: send less.',
  },
  415: {
    means: 'The body is of another media type than this route takes.',
    detail: 'Send the body as application/json.',
  },
  422: {
    means: 'Something that was sent is not valid; `errors` names each field.',
    detail: 'Some of what was sent is not valid: put right each field named in errors.',
    errors: [
      {
        pointer: '/colour',
        detail: 'Not a field of this request: check its spelling, or leave it out.',
      },
    ],
  },
  428: { means: 'The version that is to be changed must be named.' },
  429: {
    means: 'Too many requests in a short time: wait as long as `Retry-After` says.',
    headers: { 'Retry-After': header('Seconds to wait.', { type: 'integer', minimum: 1 }) },
    detail: 'Too many requests in a short time: wait a few seconds and try again.',
  },
  500: {
    means: 'The service failed; nothing was half done.',
    detail: 'The service failed; nothing was half done. Try again, and tell the UKFIU if it fails again.',
  },
  504: {
    means: 'The service took too long: look whether what you sent has arrived before you send it again.',
    detail:
      'The service took too long to answer: look whether what you sent has arrived before you send it again.',
  },
}

const ofAnything = [429, 500, 504]
const ofWhoAsks = [401, 403, 422]
const ofTheBody = [400, 413, 415]

/** The statuses with which a route can refuse, in order. */
export const refusalsOf = (
  route: Route,
  { body, alsoAs, refusals: own = {} }: Operation,
): readonly number[] => {
  const all = new Set([
    ...ofAnything,
    ...(route.allowed === 'public' ? [] : ofWhoAsks),
    ...(body === undefined ? [] : ofTheBody),
    ...(alsoAs === undefined ? [] : [406]),
    ...Object.keys(own).map(Number),
  ])
  return [...all].toSorted((one, other) => one - other)
}

const named = (status: number): string => problem(status, '').title.replaceAll(' ', '')

const refusalWith = (status: number, means: string, examples: Part | undefined): Part => ({
  description: means,
  ...(refusals[status]?.headers && { headers: refusals[status].headers }),
  content: { 'application/problem+json': { schema: schemaRef('Problem'), ...(examples && { examples }) } },
})

/** A refusal of an operation, in its own words where it has any or an example; else the one that all share. */
export const refusalOf = (status: number, means: string | undefined, examples: Part | undefined): Part =>
  means === undefined && examples === undefined && refusals[status]?.detail !== undefined
    ? { $ref: `#/components/responses/${named(status)}` }
    : refusalWith(status, means ?? refusals[status]?.means ?? '', examples)

/** The refusals that routes share, by name. */
export const sharedRefusals = (): Part =>
  Object.fromEntries(
    Object.entries(refusals).flatMap(([text, { means, detail, errors }]) => {
      const status = Number(text)
      if (detail === undefined) return []
      const example = { summary: means, value: problem(status, detail, errors) }
      return [[named(status), refusalWith(status, means, { [named(status)]: example })]]
    }),
  )
