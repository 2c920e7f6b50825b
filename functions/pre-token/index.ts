import middy from '@middy/core'
import * as z from 'zod'
import { environments } from '../../shared/contracts/environment.ts'
import { tokenRequest } from '../../shared/contracts/token-request.ts'
import { logger } from '../../shared/runtime/logger.ts'
import { referenceData } from '../../shared/runtime/reference-data.ts'
import { claimsFor } from './claims.ts'

const { SIGN_IN_OFFICES: offices } = environments['pre-token'].parse(process.env)
const known = { organisations: referenceData.organisations, offices }

/** Whatever a token might have had under these names without us. */
const ours = ['role', 'organisation', 'restricted']

const asked = z.looseObject({ triggerSource: z.string() })

/**
 * Says what the bearer of a token may do, in both of a person's tokens and in a machine's, before Cognito makes it.
 * Somebody who has been given nothing gets a token that says nothing, and is refused everywhere with it; a request that
 * can't be read gets none.
 */
export const handler = middy<unknown, object>().handler(async (event) => {
  const { triggerSource } = asked.parse(event)
  const claims = claimsFor(tokenRequest.parse(event), known)
  if (!claims) logger.info('A token that says nothing was made', { triggerSource })
  const change = claims
    ? { claimsToAddOrOverride: claims, claimsToSuppress: ours.filter((name) => !(name in claims)) }
    : { claimsToSuppress: ours }
  const response = {
    claimsAndScopeOverrideDetails: { idTokenGeneration: change, accessTokenGeneration: change },
  }
  return { ...asked.parse(event), response }
})
