import * as z from 'zod'

/** What Cognito calls the occasions on which a person gets a token. */
const personsOccasions = [
  'TokenGeneration_HostedAuth',
  'TokenGeneration_Authentication',
  'TokenGeneration_NewPasswordChallenge',
  'TokenGeneration_AuthenticateDevice',
  'TokenGeneration_RefreshTokens',
] as const

const ofMachine = z.object({
  version: z.literal('3'),
  triggerSource: z.literal('TokenGeneration_ClientCredentials'),
  callerContext: z.object({ clientId: z.string().min(1) }),
  /** Those that the client asked for, each of which the user pool has found to be the client's own. */
  request: z.object({ scopes: z.array(z.string()) }),
})

const ofPerson = z.object({
  version: z.enum(['2', '3']),
  triggerSource: z.enum(personsOccasions),
  request: z.object({
    userAttributes: z.record(z.string(), z.string()),
    groupConfiguration: z
      .object({ groupsToOverride: z.array(z.string()).nullish() })
      .nullish()
      .transform((configuration) => configuration?.groupsToOverride ?? []),
  }),
})

/**
 * What Cognito asks before it makes a token (pre token generation, event version V3_0), as far as it bears on what the
 * bearer may do. Occasions that are not listed are refused.
 */
export const tokenRequest = z.discriminatedUnion('triggerSource', [ofMachine, ofPerson])
export type TokenRequest = z.infer<typeof tokenRequest>
export type PersonsRequest = z.infer<typeof ofPerson>['request']

const linked = z
  .string()
  .transform((json): unknown => JSON.parse(json))
  .pipe(z.tuple([z.object({ providerName: z.string().min(1) })]))

/** By whom somebody was found to be who they are: the user pool itself, or a provider by the name it has there. */
type SignedInBy = { readonly kind: 'pool' } | { readonly kind: 'provider'; readonly name: string }

/**
 * By whom somebody signed in, as Cognito itself notes it in two attributes that nobody else can write; undefined where
 * they are not beyond doubt, as of a person who was linked with two providers.
 */
export const signedInBy = ({ userAttributes }: PersonsRequest): SignedInBy | undefined => {
  const { identities, 'cognito:user_status': status } = userAttributes
  const isOutside = status === 'EXTERNAL_PROVIDER'
  if (identities === undefined) return isOutside ? undefined : { kind: 'pool' }
  const name = nameIn(identities)
  return isOutside && name !== undefined ? { kind: 'provider', name } : undefined
}

const nameIn = (identities: string): string | undefined => {
  try {
    return linked.parse(identities)[0].providerName
  } catch {
    return undefined
  }
}
