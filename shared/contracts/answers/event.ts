import * as z from 'zod'
import { redirectReasons } from '../../domain/codes.ts'
import {
  acknowledged,
  dateExtended,
  datesRecalculated,
  erased,
  outcomeGiven,
  progressReported,
  redirected,
  registered,
  reminded,
  retained,
  withdrawn,
} from '../items.ts'
import { keptRetention } from '../kept.ts'
import { code, organisationCode, referralId, text } from '../values.ts'
import { receipt, registration } from './referral.ts'

const told = { receipt }

const forTheUkfiu = 'For the UKFIU only.'

/** What a force is told of a registration is without the SAR reference. */
export const registeredEvent = registered.extend({
  ...told,
  registration,
  redirectedFrom: referralId
    .optional()
    .describe(`The referral that was redirected into this one. ${forTheUkfiu}`),
})

export const redirection = z.strictObject({
  reason: code(redirectReasons),
  organisation: organisationCode.optional().describe(`Where it was redirected to. ${forTheUkfiu}`),
  rationale: text(20, 2000)
    .nullable()
    .optional()
    .describe(`Why, in words; null once it is erased. ${forTheUkfiu}`),
})

export const retention = keptRetention.extend({
  rationale: text(20, 2000)
    .nullable()
    .optional()
    .describe(`Why, in words; null once it is erased. ${forTheUkfiu}`),
})

/** A force is told that it was redirected and why, not where to. */
export const redirectedEvent = redirected.extend({
  ...told,
  redirection,
  to: referralId
    .optional()
    .describe(`The referral that was opened with the other organisation. ${forTheUkfiu}`),
})

export const acknowledgedEvent = acknowledged.extend(told)
export const progressReportedEvent = progressReported.extend(told)
export const outcomeGivenEvent = outcomeGiven.extend(told)
export const withdrawnEvent = withdrawn.extend(told)
export const dateExtendedEvent = dateExtended.extend(told)
export const datesRecalculatedEvent = datesRecalculated.extend(told)
export const remindedEvent = reminded.extend(told)
/** A force is told that it was kept and until when, not in which words. */
export const retainedEvent = retained.extend({ ...told, retention })
export const erasedEvent = erased.extend(told)

/** What happened to a referral, as its readers are told of it. */
export const event = z.discriminatedUnion('type', [
  registeredEvent,
  acknowledgedEvent,
  progressReportedEvent,
  outcomeGivenEvent,
  redirectedEvent,
  withdrawnEvent,
  dateExtendedEvent,
  datesRecalculatedEvent,
  remindedEvent,
  retainedEvent,
  erasedEvent,
])
