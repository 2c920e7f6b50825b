import * as z from 'zod'
import { outcomeRequest, registrationRequest } from '../../support/referrals.ts'
import type { Service } from '../../support/service.ts'

const referral = z.object({ id: z.string() })
let registered = 0

/** The London day that the trials begin on: a Wednesday, with working days on both sides. */
export const today = '2026-06-03'
const firstMoment = `${today}T09:00:00Z`

export const setClock = async (service: Service, now = firstMoment): Promise<void> => {
  const { status } = await service.call('POST', '/local/clock', { now })
  if (status !== 200) throw new Error(`The clock could not be set to ${now}: ${status}`)
}

/** A SAR reference that nobody has used in this run. */
export const newSar = (): string => {
  registered += 1
  return `TRIAL-${process.pid}-${registered}`
}

/** Registers a referral, and answers with its reference. */
export const register = async (
  service: Service,
  ukfiu: string,
  fields: Parameters<typeof registrationRequest>[0] = {},
): Promise<string> => {
  const body = registrationRequest({ sarReference: newSar(), referredOn: today, ...fields })
  const reply = await service.call('POST', '/v1/referrals', body, ukfiu)
  if (reply.status !== 201) throw new Error(`Not registered: ${reply.status} ${JSON.stringify(reply.body)}`)
  return referral.parse(reply.body).id
}

/** An outcome that every kind of organisation may give today. */
export const outcomeToday = (fields: Parameters<typeof outcomeRequest>[0] = {}) =>
  outcomeRequest({ concludedOn: today, ...fields })
