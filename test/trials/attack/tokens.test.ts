import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { referralIdFrom } from '../../../shared/domain/referral-id.ts'
import type { Service } from '../../support/service.ts'
import { mintToken } from '../../support/tokens.ts'
import { register, setClock } from '../support/referring.ts'
import { startTrial } from '../support/trial.ts'
import { badTokens, forgedClaims, issuerOf, signed, type Issuer } from './bad-tokens.ts'

/** Tokens that are not good, and references that are guessed. */

let service: Service
let issuer: Issuer
let ukfiu: string

beforeAll(async () => {
  service = await startTrial()
  await setClock(service)
  issuer = await issuerOf(service)
  ukfiu = await service.token('ukfiu')
})
afterAll(() => service.close())

test('the ordinary token is good', async () => {
  const { status } = await service.call('GET', '/v1/non-responses', undefined, await signed(issuer))
  expect(status).toBe(200)
})

test.each(Object.entries(badTokens))('a token %s opens nothing', async (_, forge) => {
  const token = await forge(issuer)
  const { status, headers, body } = await service.call('GET', '/v1/non-responses', undefined, token)
  expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
  expect(body).toMatchObject({ status: 401 })
})

test.each([['Basic dWtmaXU6bG9jYWw='], ['bearer'], ['Bearer'], ['Token x']])(
  'the header "%s" opens nothing',
  async (authorization) => {
    const response = await fetch(`${service.url}/v1/referrals`, { headers: { authorization } })
    expect(response.status).toBe(401)
  },
)

test('a token in the address, in a cookie or twice in the header opens nothing', async () => {
  const places = [
    fetch(`${service.url}/v1/referrals?access_token=${ukfiu}`),
    fetch(`${service.url}/v1/referrals`, { headers: { cookie: `access_token=${ukfiu}; session=${ukfiu}` } }),
    fetch(`${service.url}/v1/referrals`, { headers: { authorization: `Bearer ${ukfiu}, Bearer ${ukfiu}` } }),
  ]
  expect((await Promise.all(places)).map(({ status }) => status)).toEqual([401, 401, 401])
})

describe('claims of', () => {
  test.each(Object.entries(forgedClaims))('%s may do nothing', async (_, claims) => {
    const token = await mintToken({ ...service, baseUrl: service.url, claims })
    const paths = ['/v1/referrals', '/v1/non-responses', '/v1/assessments/2026-27', '/v1/access-log']
    const replies = await Promise.all(paths.map((path) => service.call('GET', path, undefined, token)))
    expect(replies.map(({ status }) => status)).toEqual([403, 403, 403, 403])
  })

  test.each([['__proto__'], ['constructor'], ['kent,essex'], ['*'], ['Kent']])(
    'the organisation "%s" show nothing of Kent’s',
    async (organisation) => {
      const id = await register(service, ukfiu)
      const token = await mintToken({
        ...service,
        baseUrl: service.url,
        claims: { role: 'force', organisation, restricted: 'true' },
      })
      const read = await service.call('GET', `/v1/referrals/${id}`, undefined, token)
      const list = await service.call('GET', '/v1/referrals?limit=100', undefined, token)
      expect([read.status, JSON.stringify(list.body).includes(id), list.status < 500]).toEqual([
        404,
        false,
        true,
      ])
    },
  )

  test.each([['TRUE'], ['1'], [1], ['yes'], [undefined], [['true', 'false']]])(
    'restricted %j are not a right to what is restricted',
    async (restricted) => {
      const id = await register(service, ukfiu, { restricted: true })
      const token = await mintToken({
        ...service,
        baseUrl: service.url,
        claims: { role: 'force', organisation: 'kent', restricted },
      })
      const { status } = await service.call('GET', `/v1/referrals/${id}`, undefined, token)
      expect([403, 404]).toContain(status)
    },
  )
})

test('a guessed reference that hits tells no more than one that misses', async () => {
  const id = await register(service, ukfiu)
  const essex = await service.token('force-essex')
  const guesses = Array.from({ length: 40 }, (_, place) =>
    referralIdFrom(Uint8Array.from({ length: 8 }, (__, byte) => (place * 31 + byte * 7) % 256)),
  )
  const told = new Set<string>()
  for (const each of [id, ...guesses]) {
    const { status, body } = await service.call('GET', `/v1/referrals/${each}`, undefined, essex)
    told.add(`${status} ${JSON.stringify(body)}`)
  }
  expect([...told]).toHaveLength(1)
})
