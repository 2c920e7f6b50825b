import { mintToken } from '../../support/tokens.ts'
import type { Service } from '../../support/service.ts'

/**
 * Everybody who may turn up, as far as rights can tell them apart. The referrals of the tables are of Border Force, which
 * the National Crime Agency answers for.
 */
export const claimsOf = {
  /** No token, no session. */
  nobody: undefined,
  /** Known, and not given anything to do. */
  roleless: { sub: 'roleless', name: 'Someone' },
  ukfiu: { sub: 'ukfiu', name: 'UKFIU officer', role: 'ukfiu' },
  own: { sub: 'own', name: 'Own', role: 'force', organisation: 'border-force', restricted: 'true' },
  /** Of the organisation, and not to see what is restricted. */
  ownPlain: {
    sub: 'own-plain',
    name: 'Own',
    role: 'force',
    organisation: 'border-force',
    restricted: 'false',
  },
  answering: { sub: 'answering', name: 'Answering', role: 'force', organisation: 'nca', restricted: 'true' },
  answeringPlain: {
    sub: 'plain',
    name: 'Answering',
    role: 'force',
    organisation: 'nca',
    restricted: 'false',
  },
  other: { sub: 'other', name: 'Other', role: 'force', organisation: 'essex', restricted: 'true' },
  author: { sub: 'author', name: 'Author', role: 'sta_author' },
  approver: { sub: 'approver', name: 'Approver', role: 'sta_approver' },
  auditor: { sub: 'auditor', name: 'Auditor', role: 'auditor' },
} as const

export type Caller = keyof typeof claimsOf

const isCaller = (name: string): name is Caller => name in claimsOf
export const callers: readonly Caller[] = Object.keys(claimsOf).filter(isCaller)

/** A token of each caller; `role` and the like are left out of it, not empty, where a caller has none. */
export const tokensIn = async ({ dataDir, url: baseUrl }: Service) => {
  const ordinary = { role: undefined, restricted: undefined }
  const entries = callers.map(async (caller): Promise<readonly [Caller, string | undefined]> => {
    const claims = claimsOf[caller]
    return [caller, claims && (await mintToken({ dataDir, baseUrl, claims: { ...ordinary, ...claims } }))]
  })
  return new Map(await Promise.all(entries))
}
