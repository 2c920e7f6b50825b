import { addDays, instantAt, londonDate, type LocalDate } from '../../../shared/domain/dates.ts'
import {
  acknowledgementRequest,
  forceOfficer,
  outcomeRequest,
  progressRequest,
  registrationRequest,
  ukfiuOfficer,
} from '../../support/referrals.ts'
import { apart, type Cost } from './costs.ts'
import type { Asked, MeteredService } from './metered-service.ts'

/** What one request costs: by itself, what the access log takes, and what it then takes to count the change. */
export type Step = { readonly own: Cost; readonly accessLog: Cost; readonly counting: Cost }

const nothing: Cost = { written: 0, read: 0, roundTrips: 0 }
const day = (days: number): LocalDate => addDays(londonDate(instantAt(Date.now())), days)
const unit = forceOfficer('kent')

/** A name as long as such names are: what is stored of who did it counts too. */
const registration = (number: number) =>
  registrationRequest({
    sarReference: `SAR-2026/${String(number).padStart(6, '0')}`,
    referredOn: day(-5),
    glossaryCodes: ['XXABCXX'],
    risk: { severity: 'medium', suspicion: 'medium', reliability: 'high' },
  })

/** A referral's ordinary life, from registration to outcome, and what each step of it costs. */
export const liveOnce = async (service: MeteredService, number = 1) => {
  const change = async (asked: Asked): Promise<Step & { readonly id: string }> => {
    const { id, metered } = await service.request(asked)
    return { id, ...apart(metered), counting: apart(await service.count(id)).own }
  }
  const look = async (asked: Asked): Promise<Step> => {
    const { metered } = await service.request(asked)
    return { ...apart(metered), counting: nothing }
  }
  const { id, ...registered } = await change({
    route: 'registerReferral',
    by: ukfiuOfficer,
    body: registration(number),
  })
  const answer = async (route: Asked['route'], body: unknown): Promise<Step> => {
    const { id: _, ...step } = await change({ route, by: unit, id, body })
    return step
  }
  return {
    register: registered,
    acknowledge: await answer('acknowledge', acknowledgementRequest()),
    'report progress, the first return': await answer('reportProgress', progressRequest(day(30))),
    'report progress again': await answer('reportProgress', progressRequest(day(45))),
    'read a case': await look({ route: 'readReferral', by: unit, id }),
    'read a case, UKFIU': await look({ route: 'readReferral', by: ukfiuOfficer, id }),
    'a page of a work list': await look({
      route: 'listReferrals',
      by: unit,
      query: { status: 'awaiting_update' },
    }),
    'give the outcome': await answer('giveOutcome', outcomeRequest({ concludedOn: day(-1) })),
  } as const satisfies Readonly<Record<string, Step>>
}
export type Life = Awaited<ReturnType<typeof liveOnce>>
