import { describe, expect, test } from 'vitest'
import { accessEntry, accessLogQuery } from '../../../shared/contracts/access-log.ts'
import { errorsOf, refusing } from './parsing.ts'

const entry = {
  at: '2026-04-07T09:00:00.000Z',
  requestId: 'q-1',
  principal: { id: 'force-kent', name: 'Officer of kent', role: 'force', organisation: 'kent' },
  route: 'readReferral',
  path: '/v1/referrals/R-7K3M-9QXD',
  processing: 'consultation',
  status: 200,
  referrals: ['R-7K3M-9QXD'],
}

describe('an entry of the access log', () => {
  test('says who, when, what and of which referrals', () => {
    expect(accessEntry.parse(entry)).toEqual(entry)
  })

  test('also of somebody whose role nobody knows', () => {
    const stranger = { id: 'u-9', name: 'Somebody', role: 'unknown' }
    expect(errorsOf(accessEntry, { ...entry, principal: stranger, status: 403, referrals: [] })).toEqual([])
  })

  test.each([
    ['a moment that is none', { at: '2026-04-07' }],
    ['no request', { requestId: '' }],
    ['an unknown kind of processing', { processing: 'browsing' }],
    ['what is no referral', { referrals: ['SAR-2026/000417'] }],
    ['anything that was in an answer', { body: {} }],
  ])('holds no %s', (_, fields) => {
    expect(accessEntry.safeParse({ ...entry, ...fields }).success).toBe(false)
  })
})

const errors = (query: unknown) => errorsOf(accessLogQuery, query)

describe('a question to the access log', () => {
  test.each([
    [{}],
    [{ referral: 'R-7K3M-9QXD' }],
    [{ principal: 'force-kent', from: '2026-04-01', to: '2026-04-01' }],
    [{ limit: '1' }],
    [{ limit: '100' }],
    [{ cursor: '2026-04-07T09:00:00.000Z#q-1' }],
  ])('%j', (query) => {
    expect(errors(query)).toEqual([])
  })

  test('asks for 50 unless it says otherwise', () => {
    expect(accessLogQuery.parse({}).limit).toBe(50)
  })

  test.each([
    ['both a referral and a person', { referral: 'R-7K3M-9QXD', principal: 'x' }, '/principal'],
    ['the days backwards', { from: '2026-04-02', to: '2026-04-01' }, '/to'],
    ['no reference', { referral: 'SAR-1' }, '/referral'],
    ['too many', { limit: '101' }, '/limit'],
    ['none', { limit: '0' }, '/limit'],
    ['a day that is none', { from: '2026-02-30' }, '/from'],
    ['a day after which there is none', { to: '9999-12-31' }, '/to'],
    ['a tampered cursor', { cursor: 'tomorrow' }, '/cursor'],
    ['anything else', { organisation: 'kent' }, '/organisation'],
  ])('not %s', (_, query, pointer) => {
    expect(errors(query)).toEqual(refusing(pointer, /\.$/))
  })
})
