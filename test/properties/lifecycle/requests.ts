import type { Person } from './people.ts'
import type { Acknowledgement, Extension, Move, Outcome, Redirection, Registration, Report } from './world.ts'

/** Something that somebody asks of one referral. */
type About<Route extends string, Body> = {
  readonly route: Route
  readonly by: Person
  readonly id: string
  readonly body: Body
}

export type RegistrationAsked = {
  readonly route: 'registerReferral'
  readonly by: Person
  readonly body: Registration
}

export type ChangeAsked =
  | About<'acknowledge', Acknowledgement>
  | About<'reportProgress', Report>
  | (About<'giveOutcome', Outcome> & { readonly ifMatch: string | undefined })
  | About<'redirect', Redirection>
  | About<'withdraw', Move>
  | About<'extend', Extension>

/** A request that may change something. */
export type Asked = RegistrationAsked | ChangeAsked

/** The filters of a list, each as it stands in the address. */
export type Filters = {
  readonly organisation?: string
  readonly status?: string
  readonly overdue?: string
  readonly referredFrom?: string
  readonly referredTo?: string
}

/** What goes over the wire: a route, and what fills it. */
export type Sent = {
  readonly route:
    Asked['route'] | 'readReferral' | 'readHistory' | 'listReferrals' | 'readStatement' | 'readNonResponses'
  readonly by: Person
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly ifMatch?: string | undefined
}

/** Free text that is fit to keep, and one that carries a telephone number. */
export const fitText = 'What the file says of it in full.'
export const unfitText = 'Ring him on 07700 900123, and soon.'

/** A request as it goes over the wire. */
export const sentAs = (asked: Asked): Sent => {
  const { route, by, body } = asked
  if (route === 'registerReferral') return { route, by, body }
  const ifMatch = route === 'giveOutcome' ? asked.ifMatch : undefined
  return { route, by, body, path: { id: asked.id }, ifMatch }
}
