import type { Role } from '../domain/principal.ts'
import type { Processing } from './processing.ts'

/** One row of the table of routes. */
export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  /** The Lambda that serves it: the name of its folder under `functions/`. */
  readonly servedBy: 'referrals' | 'returns' | 'reports' | 'assessments' | 'delivery-receipts'
  /** `public` is answered without a token; an empty list would be a route nobody may call. */
  readonly allowed: readonly Role[] | 'public'
  /** What the access log calls it; null for what shows nothing about anybody. */
  readonly logged: Processing | null
}
