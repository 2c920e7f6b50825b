import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { walkReading } from '../../functions/canary/reads.ts'
import { askAt, tokenFor } from '../../functions/canary/system.ts'
import { walk } from '../../functions/canary/walk.ts'
import { walkWriting } from '../../functions/canary/writes.ts'
import { instantAt } from '../../shared/domain/dates.ts'
import { startService, type Service } from '../support/service.ts'

const Walked = z.object({
  ok: z.boolean(),
  steps: z.array(z.object({ step: z.string(), milliseconds: z.int(), wrong: z.string().optional() })),
})
const Log = z.object({
  items: z.array(
    z.object({
      route: z.string(),
      principal: z.object({ id: z.string(), name: z.string(), isCanary: z.literal(true).optional() }),
      referrals: z.array(z.string()),
    }),
  ),
})

const readings = [
  'health',
  'contract',
  'page',
  'token',
  'organisations',
  'work-list',
  'statement',
  'referral',
]
const writings = ['token-ukfiu', 'board', 'register', 'acknowledge', 'outcome', 'history', 'withdraw']

let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.close())

const logAsked = async (query: string) =>
  Log.parse(
    (await service.call('GET', `/v1/access-log${query}`, undefined, await service.token('auditor'))).body,
  ).items

test('the deployed walk takes every step that leaves no trace in a case, and reads nothing of anybody', async () => {
  const referred = {
    sarReference: 'SAR-REAL',
    organisation: 'nca',
    referredOn: '2026-06-01',
    subjectType: 'unknown',
    linkType: 'direct',
    identificationBasis: 'other',
    apparentConcern: 'unclear',
    handling: 'P',
  }
  const { status } = await service.call('POST', '/v1/referrals', referred, await service.token('ukfiu'))
  const { body } = await service.call('POST', '/local/functions/sar-outcomes-canary', {})
  const { ok, steps } = Walked.parse(body)
  const logged = await logAsked('?principal=canary')
  expect(status).toBe(201)
  expect({ ok, steps: steps.map(({ step }) => step) }).toEqual({ ok: true, steps: readings })
  expect(logged.map(({ route, referrals }) => [route, referrals])).toEqual([
    ['listReferrals', []],
    ['readStatement', []],
    ['readReferral', ['R-0000-0000']],
  ])
})

test('an auditor can tell the walk from people, and leave it out', async () => {
  const all = await logAsked('')
  const people = await logAsked('?canary=left_out')
  const isWalk = ({ principal }: (typeof all)[number]) => principal.isCanary === true
  expect(new Set(all.filter(isWalk).map(({ principal }) => principal.name))).toEqual(
    new Set(['The service’s own check (system)']),
  )
  expect(people.some(isWalk)).toBe(false)
  expect(people.map(({ route }) => route)).toContain('registerReferral')
})

test('where figures are nobody’s, the walk goes from a registration to an outcome', async () => {
  const ask = askAt(service.url)
  const tokenOf = (id: string) => () => tokenFor(`${service.url}/oauth/token`, { id, secret: 'local' })
  const walked = await walk(async (step) => {
    const force = await walkReading(step, { ask, token: tokenOf('canary'), organisation: 'nca' })
    await walkWriting(step, {
      ask,
      organisation: 'nca',
      force,
      ukfiuToken: tokenOf('ukfiu'),
      now: instantAt(Date.now()),
    })
  })
  expect(walked.steps.filter(({ wrong }) => wrong !== undefined)).toEqual([])
  expect(walked.steps.map(({ step }) => step)).toEqual([...readings, ...writings])
})

test('a step that fails is named, and those after it are not tried', async () => {
  const token = () => tokenFor(`${service.url}/oauth/token`, { id: 'canary', secret: 'wrong' })
  const { ok, steps } = await walk(async (step) => {
    await walkReading(step, { ask: askAt(service.url), token, organisation: 'nca' })
  })
  expect(ok).toBe(false)
  expect(steps.at(-1)).toMatchObject({ step: 'token', wrong: 'No token was given: 401' })
})
