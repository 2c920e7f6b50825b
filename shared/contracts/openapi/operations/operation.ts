import type * as z from 'zod'
import type { Route, RouteName, routes } from '../../routes.ts'

/** The bodies that are sent as JSON, by the names of their schemas. */
export type RequestName =
  | 'RegistrationRequest'
  | 'AcknowledgementRequest'
  | 'ProgressReportRequest'
  | 'OutcomeRequest'
  | 'RedirectionRequest'
  | 'WithdrawalRequest'
  | 'ExtensionRequest'
  | 'RetentionRequest'
  | 'ErasureRequest'
  | 'ContactsRequest'
  | 'FreezingRequest'
  | 'DecisionRequest'

/** What a route is for, as its users read it. Who may call it, and with which path, the table of routes says. */
export type Operation = {
  readonly summary: string
  readonly description: string
  readonly query?: z.ZodType
  readonly body?: RequestName | 'csv'
  /** Whether the answer is a referral, with its version in `ETag`. */
  readonly versioned?: true
  /** Whether a change must name the version that it changes, in `If-Match`. */
  readonly changesVersion?: true
  /** The media types there are beside JSON; `Accept` chooses. */
  readonly alsoAs?: readonly string[]
  /** What each good answer means, by status. */
  readonly answers: Readonly<Record<number, string>>
  /** What refusals mean here, by status, beside those that can come of any request. */
  readonly refusals?: Readonly<Record<number, string>>
}

/** An operation for each route that a function serves. */
export type OperationsOf<Name extends Route['servedBy']> = {
  readonly [Each in RouteName as (typeof routes)[Each]['servedBy'] extends Name ? Each : never]: Operation
}
