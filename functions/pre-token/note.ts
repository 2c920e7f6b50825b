import type { SignIn } from '../../shared/contracts/sign-in.ts'
import { principalOf } from '../../shared/contracts/claims.ts'
import type { TokenRequest } from '../../shared/contracts/token-request.ts'
import type { LocalDate } from '../../shared/domain/dates.ts'
import { logger } from '../../shared/runtime/logger.ts'
import type { SignInsStore } from '../../shared/store/sign-ins-store.ts'

/** Cognito waits for five seconds: a note must not make a sign-in late. */
const patienceMilliseconds = 1000

const accountOf = (asked: TokenRequest): Pick<SignIn, 'principal' | 'kind'> | undefined => {
  if (asked.triggerSource === 'TokenGeneration_ClientCredentials') {
    return { principal: asked.callerContext.clientId, kind: 'system' }
  }
  const { sub: principal } = asked.request.userAttributes
  return principal === undefined ? undefined : { principal, kind: 'person' }
}

/** What is noted of a request that is given these claims; undefined for somebody who may be nothing here. */
export const useOf = (
  asked: TokenRequest,
  claims: Readonly<Record<string, string>> | undefined,
  lastOn: LocalDate,
): SignIn | undefined => {
  const account = accountOf(asked)
  const principal = account && principalOf({ sub: account.principal, ...claims })
  if (!account || !principal) return undefined
  const { role } = principal
  return { ...account, role, lastOn, ...(role === 'force' && { organisation: principal.organisation }) }
}

/**
 * Notes that an account was used, once a day as far as this function remembers. What can't be noted keeps nobody out:
 * an account that seems unused is looked at by a person, and the list says when it can't be trusted.
 */
export const noting = (signIns: Pick<SignInsStore, 'note'>) => {
  const noted = new Map<string, LocalDate>()
  return async (use: SignIn): Promise<void> => {
    const { principal, lastOn } = use
    if (noted.get(principal) === lastOn) return
    try {
      await signIns.note(use, AbortSignal.timeout(patienceMilliseconds))
      noted.set(principal, lastOn)
    } catch (fault) {
      logger.warn('A sign-in could not be noted', { fault: fault instanceof Error ? fault.name : 'unknown' })
    }
  }
}
