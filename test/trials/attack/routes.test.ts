import { afterAll, beforeAll, expect, test } from 'vitest'
import { routes, type RouteName } from '../../../shared/contracts/routes.ts'
import { progressRequest, registrationRequest } from '../../support/referrals.ts'
import type { Service } from '../../support/service.ts'
import { callers, claimsOf, tokensIn, type Caller } from '../support/callers.ts'
import { newSar, outcomeToday, register, setClock, today } from '../support/referring.ts'
import { startTrial } from '../support/trial.ts'
import { expectedRoutes } from './expected-routes.ts'

/** Every route, for everybody who may turn up, with a referral that is restricted and one that is not. */

const organisation = 'border-force'
const hiddenSar = 'HIDDEN-FROM-FORCES'
const rationale = 'A reason that the file explains in full.'
const year = '2026-27'

let service: Service
let tokens: ReadonlyMap<Caller, string | undefined>
let ukfiu: string
/** Essex's, which nobody of Border Force or the National Crime Agency may hear of. */
let hidden: string
/** Border Force's, that everybody reads: a plain one and a restricted one. */
const forAll = new Map<boolean, string>()

const contacts = [{ role: 'unit_mailbox', email: 'psd@border-force.police.example' }]

/** What a caller sends who has every right: well formed, so that nothing but a right can be in its way. */
const bodies: Readonly<Partial<Record<RouteName, () => unknown>>> = {
  registerReferral: () => registrationRequest({ organisation, sarReference: newSar(), referredOn: today }),
  importReferrals: () => 'sarReference,organisation\n',
  redirect: () => ({ organisation: 'kent', reason: 'moved_force', rationale }),
  withdraw: () => ({ reason: 'duplicate', rationale }),
  extend: () => ({ workingDays: 3, reason: 'complexity', rationale }),
  retain: () => ({ reason: 'legal_claim', rationale, nextReviewOn: '2028-01-31' }),
  erase: () => ({ reason: 'no_longer_needed' }),
  acknowledge: () => ({ personnelConfirmed: 'yes' }),
  reportProgress: () => progressRequest('2026-07-01'),
  giveOutcome: () => outcomeToday(),
  nameContacts: () => ({ contacts }),
  freezeEdition: () => ({ asAt: today, note: 'For the trial.' }),
  approveEdition: () => ({ note: 'For the trial.' }),
  returnEdition: () => ({ note: 'For the trial.' }),
  receiveDeliveryReceipt: () => ({ reference: null, to: 'psd@kent.police.example', status: 'delivered' }),
}

const ask = async (name: RouteName, caller: Caller, id: string) => {
  const { method, path } = routes[name]
  const n = name === 'returnEdition' ? '2' : '1'
  const places: Readonly<Record<string, string>> = { id, code: organisation, year, n }
  const address = path.replaceAll(/\{(\w+)\}/g, (_, place: string) => places[place] ?? '')
  const body = bodies[name]?.()
  const token = tokens.get(caller)
  const response = await fetch(service.url + address, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && {
        'content-type': typeof body === 'string' ? 'text/csv' : 'application/json',
      }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return { status: response.status, text: await response.text() }
}

/** A change that is let through needs a referral of its own; what is refused leaves the one for all as it was. */
const referralFor = (name: RouteName, status: number, restricted: boolean): Promise<string> | string => {
  const changes = routes[name].method !== 'GET' && status < 400
  return changes ? register(service, ukfiu, { organisation, restricted }) : (forAll.get(restricted) ?? '')
}

const isRouteName = (name: string): name is RouteName => name in routes
const routeNames = Object.keys(routes).filter(isRouteName)
const isForce = (caller: Caller): boolean => {
  const claims = claimsOf[caller]
  return claims !== undefined && 'organisation' in claims
}

beforeAll(async () => {
  service = await startTrial()
  await setClock(service)
  tokens = await tokensIn(service)
  ukfiu = tokens.get('ukfiu') ?? ''
  hidden = await register(service, ukfiu, { organisation: 'essex', sarReference: hiddenSar })
  for (const restricted of [false, true])
    forAll.set(restricted, await register(service, ukfiu, { organisation, restricted }))
  const author = tokens.get('author')
  for (const note of ['First.', 'Second.']) {
    const path = `/v1/assessments/${year}/editions`
    await service.call('POST', '/local/drain')
    const { status } = await service.call('POST', path, { asAt: today, note }, author)
    expect(status).toBe(201)
  }
})
afterAll(() => service.close())

const aboutReferrals = routeNames.filter((name) => routes[name].path.includes('{id}'))

const expectedFor = (name: RouteName, caller: Caller, restricted: boolean): number => {
  const expected = expectedRoutes[name][caller]
  return typeof expected === 'number' ? expected : expected[restricted ? 1 : 0]
}

const rowsOf = (name: RouteName, restricted: boolean) =>
  Promise.all(
    callers.map(async (caller) => {
      const status = expectedFor(name, caller, restricted)
      const id = aboutReferrals.includes(name) ? await referralFor(name, status, restricted) : ''
      const answered = await ask(name, caller, id)
      const leaks = isForce(caller) && caller !== 'other' && answered.text.includes(hidden)
      const namesSar = isForce(caller) && /TRIAL-|HIDDEN/.test(answered.text)
      return {
        told: { caller, status: answered.status, leaks, namesSar },
        expected: { caller, status, leaks: false, namesSar: false },
      }
    }),
  )

const expectAsTabled = async (name: RouteName, restricted: boolean) => {
  const rows = await rowsOf(name, restricted)
  expect(rows.map(({ told }) => told)).toEqual(rows.map(({ expected }) => expected))
}

test.each(routeNames)('%s answers everybody as is expected', (name) => expectAsTabled(name, false))

test.each(aboutReferrals)('%s of a restricted referral answers everybody as is expected', (name) =>
  expectAsTabled(name, true),
)

test('a force that may not see restricted referrals is shown none in any list', async () => {
  const restricted = await register(service, ukfiu, { organisation, restricted: true })
  const plain = await register(service, ukfiu, { organisation })
  const shown: Record<string, boolean[]> = {}
  for (const caller of ['own', 'ownPlain', 'answering', 'answeringPlain', 'other'] as const) {
    const lists = ['/v1/referrals?limit=100', `/v1/organisations/${organisation}/statement`]
    const texts = await Promise.all(
      lists.map((path) => service.call('GET', path, undefined, tokens.get(caller))),
    )
    const all = JSON.stringify(texts.map(({ body }) => body))
    shown[caller] = [all.includes(plain), all.includes(restricted)]
  }
  expect(shown).toEqual({
    own: [true, true],
    ownPlain: [true, false],
    answering: [true, true],
    answeringPlain: [true, false],
    other: [false, false],
  })
})

test('another organisation’s referral is answered like one that does not exist, to the letter', async () => {
  const answers = await Promise.all(
    [hidden, 'R-0000-0000'].map(async (id) => {
      const reply = await service.call('GET', `/v1/referrals/${id}`, undefined, tokens.get('own'))
      const names = [...reply.headers].filter(([header]) => !/request|date/.test(header))
      return { ...reply, headers: names }
    }),
  )
  expect(answers[0]).toEqual(answers[1])
  expect(answers[0]?.status).toBe(404)
})
