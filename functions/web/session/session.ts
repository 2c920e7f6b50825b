import { randomBytes } from 'node:crypto'
import type { APIGatewayProxyEvent } from 'aws-lambda'
import * as z from 'zod'
import { principalOf } from '../../../shared/contracts/claims.ts'
import type { Principal } from '../../../shared/domain/principal.ts'
import type { Cookies } from './cookies.ts'
import type { Seal } from './seal.ts'

const contents = z.object({
  /** The claims of the ID token. */
  claims: z.record(z.string(), z.string()),
  csrf: z.string().min(20),
  /** Milliseconds since 1970. */
  startedAt: z.int(),
  seenAt: z.int(),
})
type Contents = z.infer<typeof contents>

const minute = 60_000
/** Somebody who does nothing for so long is signed out: a screen left open is read by whoever passes. */
const idleMilliseconds = 20 * minute
/** However busy, a day's shift. */
const longestMilliseconds = 8 * 60 * minute
/** For so long after its end a session still says whose typed words these are, and nothing else. */
const rememberedMilliseconds = 24 * 60 * minute

/** Somebody who signed in. `principal` is nobody where they have not been given anything to do here. */
export type Session = Contents & { readonly id: string; readonly principal: Principal | undefined }

export type Visitor =
  | { readonly kind: 'stranger' }
  | { readonly kind: 'signed_in'; readonly session: Session }
  /** The session is theirs, and over. */
  | { readonly kind: 'timed_out'; readonly session: Session }

/** When a session ends unless something is done, in milliseconds since 1970. */
export const endOf = ({ startedAt, seenAt }: Pick<Session, 'startedAt' | 'seenAt'>): number =>
  Math.min(seenAt + idleMilliseconds, startedAt + longestMilliseconds)

const cookieName = 'session'

/** Who is there, kept in a sealed cookie and nowhere else. */
export const sessionsOf = (seal: Seal, cookies: Cookies) => {
  const cookieOf = async ({ claims, csrf, startedAt, seenAt }: Contents) =>
    cookies.set(cookieName, await seal.close({ claims, csrf, startedAt, seenAt }))
  return {
    /** The cookie of somebody who has just signed in. */
    start: (claims: Readonly<Record<string, string>>, now: number) =>
      cookieOf({ claims, csrf: randomBytes(32).toString('base64url'), startedAt: now, seenAt: now }),
    /** The cookie of a session in which something is being done. */
    renew: (session: Session, now: number) => cookieOf({ ...session, seenAt: now }),
    end: () => cookies.clear(cookieName),
    visitor: async (event: APIGatewayProxyEvent, now: number): Promise<Visitor> => {
      const found = await seal.open(contents, cookies.read(event, cookieName))
      const id = found?.claims['sub']
      if (!found || id === undefined || now > endOf(found) + rememberedMilliseconds)
        return { kind: 'stranger' }
      const session = { ...found, id, principal: principalOf(found.claims) }
      return { kind: now < endOf(found) ? 'signed_in' : 'timed_out', session }
    },
  }
}
export type Sessions = ReturnType<typeof sessionsOf>
