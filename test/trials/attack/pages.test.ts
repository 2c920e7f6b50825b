import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from '../../../functions/web/page.ts'
import { pages } from '../../../functions/web/pages.ts'
import type { Service } from '../../support/service.ts'
import { callers, claimsOf, tokensIn, type Caller } from '../support/callers.ts'
import { register, setClock, today } from '../support/referring.ts'
import { startTrial } from '../support/trial.ts'
import { signedIn, visit, type Browser } from '../support/visitors.ts'
import { audiences, expectedPages, notThere, notThereRestricted } from './expected-pages.ts'

/** Every page, for everybody who may turn up; and every form without its token, and from another site. */

let service: Service
const browsers = new Map<Caller, Browser>()
const referrals = new Map<boolean, string>()

const isExpected = (name: string): name is keyof typeof expectedPages => name in expectedPages
const entries = Object.entries(pages)
const named = Object.keys(expectedPages).filter(isExpected)
const pageOf = (name: string): Page => {
  const page = pages[name]
  if (!page) throw new Error(`There is no page ${name}`)
  return page
}

const places: Readonly<Record<string, string>> = {
  code: 'border-force',
  year: '2026-27',
  n: '1',
  step: 'findings',
  format: 'csv',
}
/** The second version of a referral is the force's acknowledgement, and the third the UKFIU's extension. */
const addressOf = ({ path, allowed }: Page, id: string): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, place: string) => {
    if (place === 'version') return allowed.includes('force') ? '2' : '3'
    return place === 'id' ? id : (places[place] ?? '')
  })
const idOf = (restricted: boolean): string => referrals.get(restricted) ?? ''

const isSamePlace = (one: Page, other: Page): boolean =>
  one.method === other.method && one.path === other.path

const roleOf = (caller: Caller): string | undefined => {
  const claims = claimsOf[caller]
  return claims && 'role' in claims ? claims.role : undefined
}

/** Two roles may each have a page of their own at one address. */
const mayVisit = (page: Page, caller: Caller): boolean =>
  entries.some(
    ([name, each]) =>
      isSamePlace(each, page) && isExpected(name) && audiences[expectedPages[name]].includes(caller),
  )

type Met = 'shown' | 'sent to sign in' | 'refused' | 'not there'

const expectedOf = (page: Page, caller: Caller, restricted: boolean): Met => {
  if (caller === 'nobody') return 'sent to sign in'
  if (caller === 'roleless' || !mayVisit(page, caller)) return 'refused'
  const hidden = restricted ? notThereRestricted : notThere
  return page.path.includes('{id}') && hidden.includes(caller) ? 'not there' : 'shown'
}

const metWith = (status: number, location: string): Met | number => {
  if (status === 303 && /^\/(sign-in|timed-out)\b/.test(location)) return 'sent to sign in'
  if (status === 403) return 'refused'
  if (status === 404) return 'not there'
  return [200, 303, 409, 422].includes(status) ? 'shown' : status
}

const ask = async (page: Page, caller: Caller, id: string) => {
  const form = page.method === 'POST' ? { trial: 'yes' } : undefined
  // Where two roles have a page each at one address, this asks for the caller's own.
  const [, own = page] =
    entries.find(
      ([, each]) => isSamePlace(each, page) && each.allowed.some((role) => role === roleOf(caller)),
    ) ?? []
  const { status, headers, text } = await visit(service, addressOf(own, id), browsers.get(caller), form)
  const told = text.replaceAll(id, 'R').replaceAll(/name="_csrf" value="[^"]+"/g, '')
  const location = headers.get('location')?.replaceAll(id, 'R') ?? ''
  return { status, location, told }
}

/** What is hidden is answered like what is not there at all, whatever that is. */
const isLikeNothing = async (page: Page, caller: Caller, told: object) =>
  isDeepStrictEqual(told, await ask(page, caller, 'R-0000-0000'))

const rowOf = async (page: Page, caller: Caller, restricted: boolean) => {
  const expected = expectedOf(page, caller, restricted)
  const answered = await ask(page, caller, idOf(restricted))
  const isHidden = expected === 'not there' && (await isLikeNothing(page, caller, answered))
  const met = isHidden ? 'not there' : metWith(answered.status, answered.location)
  const leaks = roleOf(caller) === 'force' && /TRIAL-\d/.test(answered.told)
  return { told: { caller, met, leaks }, expected: { caller, met: expected, leaks: false } }
}

const expectAsTabled = async (name: string, restricted: boolean) => {
  const rows = await Promise.all(callers.map((caller) => rowOf(pageOf(name), caller, restricted)))
  expect(rows.map(({ told }) => told)).toEqual(rows.map(({ expected }) => expected))
}

beforeAll(async () => {
  service = await startTrial()
  await setClock(service)
  for (const caller of callers) {
    const claims = claimsOf[caller]
    if (claims) browsers.set(caller, await signedIn(service, claims))
  }
  const tokens = await tokensIn(service)
  for (const restricted of [false, true]) {
    const id = await register(service, tokens.get('ukfiu') ?? '', {
      organisation: 'border-force',
      restricted,
    })
    referrals.set(restricted, id)
    const path = `/v1/referrals/${id}/acknowledgement`
    await service.call('POST', path, { personnelConfirmed: 'yes' }, tokens.get('own'))
    const extension = { workingDays: 3, reason: 'complexity', rationale: 'A reason that the file explains.' }
    await service.call('POST', `/v1/referrals/${id}/extension`, extension, tokens.get('ukfiu'))
  }
  await service.call('POST', '/local/drain')
  const frozen = { asAt: today, note: 'For the trial.' }
  const editions = '/v1/assessments/2026-27/editions'
  await service.call('POST', editions, frozen, tokens.get('author'))
  await service.call('POST', `${editions}/1/approval`, { note: 'For the trial.' }, tokens.get('approver'))
})
afterAll(() => service.close())

test('every page has a row', () => {
  expect(entries.map(([name]) => name).toSorted()).toEqual(named.toSorted())
})

test.each(named)('%s is shown to those it is for', (name) => expectAsTabled(name, false))

test.each(named.filter((name) => pageOf(name).path.includes('{id}')))(
  '%s of a restricted referral is shown to those who may see it',
  (name) => expectAsTabled(name, true),
)

const forms = named.filter((name) => pageOf(name).method === 'POST')
const authorOf = (name: string): Caller =>
  callers.find((caller) => expectedOf(pageOf(name), caller, false) === 'shown') ?? 'nobody'

const sendForm = async (
  name: string,
  headers: Readonly<Record<string, string>>,
  token: string | undefined,
) => {
  const { cookie = '', csrf } = browsers.get(authorOf(name)) ?? {}
  const response = await fetch(service.url + addressOf(pageOf(name), idOf(false)), {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, ...headers },
    body: new URLSearchParams({ _csrf: token ?? csrf ?? '' }),
  })
  return response.status
}

test.each(forms)(
  '%s is not taken without its token, with a wrong one, or from another site',
  async (name) => {
    const stranger = (await signedIn(service, claimsOf.ukfiu)).csrf
    expect([
      await sendForm(name, {}, ''),
      await sendForm(name, {}, stranger),
      await sendForm(name, { origin: 'https://elsewhere.example' }, undefined),
      await sendForm(name, { origin: 'null' }, undefined),
      await sendForm(name, { 'sec-fetch-site': 'cross-site' }, undefined),
      await sendForm(name, { 'sec-fetch-site': 'same-site' }, undefined),
    ]).toEqual([403, 403, 403, 403, 403, 403])
  },
)

test('a sealed session that was altered, or sealed by somebody else, is nobody’s', async () => {
  const { cookie = '' } = browsers.get('ukfiu') ?? {}
  const altered = [
    `${cookie.slice(0, -4)}AAAA`,
    cookie.replace(/\.[^.]+$/, '.'),
    'session=eyJhbGciOiJub25lIn0....',
    'session=',
  ]
  for (const each of altered) {
    const { status, headers } = await visit(service, '/non-responses', { cookie: each, csrf: '' })
    expect([status, headers.get('location')?.split('?')[0]]).toEqual([303, '/sign-in'])
  }
})
