import autocannon, { type Request, type Result } from 'autocannon'
import { readFileSync } from 'node:fs'
import { outcomeRequest, registrationRequest } from '../../support/referrals.ts'
import type { Service } from '../../support/service.ts'
import { newSar, register, today } from '../support/referring.ts'
import type { Browser } from '../support/visitors.ts'

export type Traffic = {
  readonly name: string
  readonly seconds: number
  /** So many at the same time. */
  readonly connections: number
  /** So many a second, evenly; as many as come through where it isn't said. */
  readonly perSecond?: number
}

type People = { readonly ukfiu: string; readonly kent: string; readonly browser: Browser }

const bearing = (token: string, more: Readonly<Record<string, string>> = {}) => ({
  authorization: `Bearer ${token}`,
  ...more,
})
const json = { 'content-type': 'application/json' }

const unknown = {
  subjectConfirmed: 'unable_to_determine',
  evidenceOfCorruption: 'unable_to_determine',
  actions: ['no_action'],
  concludedOn: today,
}

/** The first cookie that an answer sets. */
const cookieIn = (headers: NonNullable<Request['headers']>): string | undefined =>
  [headers['set-cookie'] ?? []].flat()[0]?.split(';')[0]

/** What a working day is made of, over and over: reading more than writing, machines more than people. */
const requestsOf = ({ ukfiu, kent, browser }: People, ids: readonly string[]): Request[] => {
  let turn = 0
  let { cookie } = browser
  const next = () => ids[(turn += 1) % ids.length] ?? ''
  const reading = (path: (id: string) => string, headers: Readonly<Record<string, string>>): Request => ({
    method: 'GET',
    setupRequest: (request) => ({ ...request, path: path(next()), headers: { ...headers } }),
  })
  return [
    {
      method: 'POST',
      path: '/v1/referrals',
      headers: bearing(ukfiu, json),
      setupRequest: (request) => ({
        ...request,
        body: JSON.stringify(registrationRequest({ sarReference: newSar(), referredOn: today })),
      }),
    },
    { method: 'GET', path: '/v1/referrals?limit=25', headers: bearing(kent) },
    reading((id) => `/v1/referrals/${id}`, bearing(kent)),
    {
      method: 'PUT',
      headers: bearing(kent, json),
      setupRequest: (request) => ({
        ...request,
        path: `/v1/referrals/${next()}/outcome`,
        body: JSON.stringify(outcomeRequest(unknown)),
      }),
    },
    reading((id) => `/v1/referrals/${id}/history`, bearing(ukfiu)),
    { method: 'GET', path: '/v1/referrals?overdue=overdue', headers: bearing(ukfiu) },
    {
      method: 'GET',
      setupRequest: (request) => ({ ...request, path: `/referrals/${next()}`, headers: { cookie } }),
      // Every page renews the session, and a browser goes on with that.
      onResponse: (_status, _body, _context, headers = {}) => (cookie = cookieIn(headers) ?? cookie),
    },
    { method: 'GET', path: '/v1/organisations', headers: bearing(kent) },
  ]
}

export const prepareReferrals = async (service: Service, ukfiu: string, count: number): Promise<string[]> => {
  const ids: string[] = []
  while (ids.length < count) ids.push(await register(service, ukfiu))
  return ids
}

/** Megabytes that the service's process holds, where the kernel says so. */
export const memoryOf = ({ pid }: Service): number =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid()}/status`, 'utf8'))?.[1] ?? 0) / 1024)

/** Sends traffic, and tells what became of it. */
export const send = async (
  { url }: Service,
  { seconds, connections, perSecond }: Traffic,
  people: People,
  ids: readonly string[],
): Promise<Result> =>
  autocannon({
    url,
    connections,
    duration: seconds,
    timeout: 40,
    requests: requestsOf(people, ids),
    ...(perSecond !== undefined && { overallRate: perSecond }),
  })

/** The figures of a result that people ask for; latencies in milliseconds. */
export const figuresOf = ({ latency, requests, errors, timeouts, statusCodeStats = {} }: Result) => ({
  sent: requests.sent,
  answered: requests.total,
  perSecond: requests.average,
  latency: { p50: latency.p50, p90: latency.p90, p99: latency.p99, most: latency.max },
  errors,
  timeouts,
  statuses: Object.fromEntries(Object.entries(statusCodeStats).map(([status, { count }]) => [status, count])),
})
