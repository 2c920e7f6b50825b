import type { AccessEntry } from '../contracts/access-log.ts'
import { principalOf, subjectOf } from '../contracts/claims.ts'
import { referralId } from '../contracts/values.ts'
import type { Principal } from '../domain/principal.ts'
import type { AccessLogStore } from '../store/access-log.ts'
import { systemClock } from './clock.ts'

/** A request and how it is about to be answered, as far as the access log is concerned. */
export type Access = {
  readonly requestId: string
  /** The route or page, by its name in its table. */
  readonly route: string
  readonly path: string
  /** What the table says this kind of access is; null for what shows nothing about anybody. */
  readonly processing: AccessEntry['processing'] | null
  readonly principal: AccessEntry['principal']
  readonly status: number
  /** The reference in the path, if there is one. */
  readonly asked: string | undefined
  /** What the answer shows or changed. */
  readonly shown: readonly string[]
}

/** What the access log keeps of a principal. */
export const loggedPrincipal = (principal: Principal): AccessEntry['principal'] => {
  const { id, name, role, isCanary } = principal
  const who = { id, name, ...(isCanary && { isCanary }) }
  return role === 'force' ? { ...who, role, organisation: principal.organisation } : { ...who, role }
}

/** What the access log keeps of verified claims: those that name no role are logged by their subject. */
export const loggedClaims = (claims: unknown): AccessEntry['principal'] => {
  const principal = principalOf(claims)
  return principal ? loggedPrincipal(principal) : { id: subjectOf(claims), name: '', role: 'unknown' }
}

/** A referral that somebody asked for and was not shown is in its log all the same. */
const referralsOf = ({ asked, shown }: Access): string[] => {
  const named = referralId.safeParse(asked)
  return [...new Set([...(named.success ? [named.data] : []), ...shown])]
}

/** Appends the entry of an answer that is ready to leave; what can't be logged throws, and so never leaves. */
export const logAccess = async (
  accessLog: Pick<AccessLogStore, 'append'> | undefined,
  access: Access,
): Promise<void> => {
  const { requestId, route, path, processing, principal, status } = access
  if (processing === null) return
  // A function whose routes all show nothing about anybody has no access log.
  if (!accessLog) throw new Error(`${route} has to be logged, and this function has no access log`)
  const at = systemClock.now()
  const referrals = referralsOf(access)
  await accessLog.append({ at, requestId, principal, route, path, processing, status, referrals })
}
