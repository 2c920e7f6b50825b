import middy from '@middy/core'
import * as z from 'zod'
import { environments } from '../../shared/contracts/environment.ts'
import { tokenRequest } from '../../shared/contracts/token-request.ts'
import { londonDate } from '../../shared/domain/dates.ts'
import { documentClient } from '../../shared/runtime/clients.ts'
import { systemClock } from '../../shared/runtime/clock.ts'
import { logger } from '../../shared/runtime/logger.ts'
import { referenceData } from '../../shared/runtime/reference-data.ts'
import { signInsStore } from '../../shared/store/sign-ins-store.ts'
import { claimsFor } from './claims.ts'
import { noting, useOf } from './note.ts'

const { SIGN_IN_OFFICES: offices, SIGN_INS_TABLE: signIns } = environments['pre-token'].parse(process.env)
const known = { organisations: referenceData.organisations, offices }

const note = noting(signInsStore({ client: documentClient(), signIns }))

/** Whatever a token might have had under these names without us. */
const ours = ['role', 'organisation', 'restricted', 'canary']

const asked = z.looseObject({ triggerSource: z.string() })

/**
 * Says what the bearer of a token may do, in both of a person's tokens and in a machine's, before Cognito makes it.
 * Somebody who has been given nothing gets a token that says nothing, and is refused everywhere with it; a request that
 * can't be read gets none.
 */
export const handler = middy<unknown, object>().handler(async (event) => {
  const { triggerSource } = asked.parse(event)
  const request = tokenRequest.parse(event)
  const claims = claimsFor(request, known)
  const use = useOf(request, claims, londonDate(systemClock.now()))
  if (use) await note(use)
  if (!claims) logger.info('A token that says nothing was made', { triggerSource })
  const change = claims
    ? { claimsToAddOrOverride: claims, claimsToSuppress: ours.filter((name) => !(name in claims)) }
    : { claimsToSuppress: ours }
  const response = {
    claimsAndScopeOverrideDetails: { idTokenGeneration: change, accessTokenGeneration: change },
  }
  return { ...asked.parse(event), response }
})
