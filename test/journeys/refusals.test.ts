import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { startService, type Reply, type Service } from '../support/service.ts'
import { mintToken, strangersKey } from '../support/tokens.ts'

/** What the service refuses, as a client sees it: a problem document each time, and nothing changed. */

const registration = {
  sarReference: 'SAR-2026-0001',
  organisation: 'kent',
  referredOn: '2026-06-01',
  subjectType: 'police_officer',
  linkType: 'direct',
  identificationBasis: 'employer_stated_in_sar',
  apparentConcern: 'possible_corruption',
  handling: 'P',
}

const problem = z.strictObject({
  type: z.string(),
  title: z.string().min(1),
  status: z.int(),
  detail: z.string().min(20),
  errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string().min(5) })).optional(),
})

let service: Service
let ukfiu: string
let kent: string
let id: string

const referral = z.looseObject({ id: z.string(), version: z.int() })

/** Everything there is to see, which a refused request must leave as it was. */
const everything = async () => {
  const list = await service.call('GET', '/v1/referrals?limit=100', undefined, ukfiu)
  const history = await service.call('GET', `/v1/referrals/${id}/history`, undefined, ukfiu)
  return [list.body, history.body]
}

const expectRefused = async (
  status: number,
  request: () => Promise<Reply>,
  ...pointers: readonly string[]
) => {
  const before = await everything()
  const reply = await request()
  expect(reply.status).toBe(status)
  expect(reply.headers.get('content-type')).toBe('application/problem+json')
  const told = problem.parse(reply.body)
  expect(told.status).toBe(status)
  expect(told.errors?.map(({ pointer }) => pointer) ?? []).toEqual(pointers)
  expect(await everything()).toEqual(before)
  return told
}

beforeAll(async () => {
  service = await startService()
  await service.call('POST', '/local/clock', { now: '2026-06-01T10:00:00Z' })
  ukfiu = await service.token('ukfiu')
  kent = await service.token('force-kent')
  const registered = await service.call('POST', '/v1/referrals', registration, ukfiu)
  expect(registered.status).toBe(201)
  id = referral.parse(registered.body).id
})
afterAll(async () => {
  await service.close()
})

const register = (body: unknown, token = ukfiu) => service.call('POST', '/v1/referrals', body, token)
const another = (more: object) => ({ ...registration, sarReference: 'SAR-2026-0002', ...more })

describe('a registration is refused', () => {
  test('when its body is not JSON', async () => {
    await expectRefused(400, () => register('{"sarReference": '))
  })

  test('when it has a field that nobody knows', async () => {
    await expectRefused(422, () => register(another({ colour: 'blue' })), '/colour')
  })

  test('when a code is not in its list, or in another case', async () => {
    const body = another({ subjectType: 'Police_Officer', linkType: 'cousin' })
    await expectRefused(422, () => register(body), '/subjectType', '/linkType')
  })

  test('when it is dated tomorrow', async () => {
    await expectRefused(422, () => register(another({ referredOn: '2026-06-02' })), '/referredOn')
  })

  test('when its date does not exist', async () => {
    await expectRefused(422, () => register(another({ referredOn: '2026-02-30' })), '/referredOn')
  })

  test('when there is no such organisation', async () => {
    await expectRefused(422, () => register(another({ organisation: 'atlantis' })), '/organisation')
  })

  test('when the SAR is with the organisation already, with other content; the refusal names which one', async () => {
    const told = await expectRefused(409, () => register({ ...registration, urgent: true }))
    expect(told.detail).toContain(id)
  })

  test('but not when it is the same again: that one answers with what is there', async () => {
    const reply = await register({ ...registration, sarReference: 'sar-2026-0001' })
    expect(reply.status).toBe(200)
    expect(referral.parse(reply.body).id).toBe(id)
  })

  test('when the body is larger than 64 KiB', async () => {
    await expectRefused(413, () => register(another({ handlingConditions: 'x'.repeat(70_000) })))
  })

  test('when a force asks', async () => {
    await expectRefused(403, () => register(another({}), kent))
  })
})

describe('a caller is refused', () => {
  const acknowledge = (token?: string) =>
    service.call('POST', `/v1/referrals/${id}/acknowledgement`, { personnelConfirmed: 'yes' }, token)
  const minted = (options: Omit<Parameters<typeof mintToken>[0], 'dataDir' | 'baseUrl'>) =>
    mintToken({ dataDir: service.dataDir, baseUrl: service.url, ...options })
  const asKent = { sub: 'force-kent', name: 'Kent', role: 'force', organisation: 'kent' }

  test('without a token', async () => {
    await expectRefused(401, () => acknowledge())
  })

  test('with a token that has expired', async () => {
    const token = await minted({ claims: asKent, expiresIn: -60 })
    await expectRefused(401, () => acknowledge(token))
  })

  test('with a token that somebody else signed', async () => {
    const token = await minted({ claims: asKent, key: await strangersKey() })
    await expectRefused(401, () => acknowledge(token))
  })

  test('with a token that names no role', async () => {
    const token = await minted({ claims: { sub: 'nobody', name: 'Nobody', role: 'nobody' } })
    await expectRefused(403, () => acknowledge(token))
  })

  test("when the referral is another force's: as if there were none", async () => {
    const surrey = await service.token('force-surrey')
    const other = await expectRefused(404, () => acknowledge(surrey))
    const none = await service.call('GET', '/v1/referrals/R-0000-0000', undefined, surrey)
    expect(none.body).toEqual(other)
  })

  test('at an address where there is nothing', async () => {
    await expectRefused(404, () => service.call('GET', '/v1/nothing', undefined, ukfiu))
  })
})

describe('an answer is refused', () => {
  const outcome = {
    subjectConfirmed: 'current_personnel',
    evidenceOfCorruption: 'none',
    corruptionCategories: [],
    otherConcerns: [],
    actions: ['no_action'],
    criminalOutcome: 'none',
    proceedingType: 'none',
    findingLevel: 'not_applicable',
    disciplinaryAction: 'none',
    leftBeforeConclusion: 'no',
    barredList: 'not_applicable',
    intelligenceValue: 'no_value',
    linkAlreadyDeclared: 'not_applicable',
    concludedOn: '2026-06-01',
    rationale: 'The transactions were explained by the sale of a house, shown by documents.',
  }
  const put = (body: unknown) => service.call('PUT', `/v1/referrals/${id}/outcome`, body, kent)

  test('when its fields contradict each other, naming each', async () => {
    const body = {
      ...outcome,
      corruptionCategories: ['vulnerability'],
      actions: ['no_action', 'vetting_review'],
    }
    await expectRefused(422, () => put(body), '/actions', '/corruptionCategories')
  })

  test('when it concluded before the referral was made', async () => {
    await expectRefused(422, () => put({ ...outcome, concludedOn: '2026-05-31' }), '/concludedOn')
  })

  test('when it changes another without naming the version it changes', async () => {
    expect((await put(outcome)).status).toBe(200)
    await expectRefused(428, () => put({ ...outcome, intelligenceValue: 'already_known' }))
  })

  test('when the referral is acknowledged after its outcome: the refusal names its state', async () => {
    const acknowledge = () =>
      service.call('POST', `/v1/referrals/${id}/acknowledgement`, { personnelConfirmed: 'yes' }, kent)
    const told = await expectRefused(409, acknowledge)
    expect(told.detail).toContain('outcome_received')
  })
})
