import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { registrationRequest } from '../../support/referrals.ts'
import type { Reply, Service } from '../../support/service.ts'
import { newSar, outcomeToday, register, setClock, today } from '../support/referring.ts'
import { isLong, patience, startTrial, writeFigures } from '../support/trial.ts'

/** Many at once on one referral: what is accepted is a single line of versions, each following the one it named. */

const rounds = isLong ? 50 : 4
const clients = 8

let service: Service
let ukfiu: string
let kent: string

beforeAll(async () => {
  service = await startTrial()
  await setClock(service)
  ukfiu = await service.token('ukfiu')
  kent = await service.token('force-kent')
})
afterAll(() => service.close())

const all = <Answer>(work: (place: number) => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(Array.from({ length: clients }, (_, place) => work(place)))

const referral = z.object({ id: z.string(), version: z.int() })
const deconflicted = z.object({ alsoWith: z.array(z.string()) })
const receipt = z.object({ receipt: z.object({ reference: z.string(), version: z.int() }) })
const outcomes = z.object({
  items: z.array(
    z.object({ version: z.int(), type: z.string(), outcome: z.object({ rationale: z.string() }).optional() }),
  ),
})

const historyOf = async (id: string) =>
  outcomes.parse((await service.call('GET', `/v1/referrals/${id}/history`, undefined, kent)).body).items

const statusesOf = (replies: readonly Reply[]) =>
  replies.map(({ status }) => status).toSorted((a, b) => a - b)

const giveOutcome = async (id: string, rationale: string, version?: number): Promise<Reply> => {
  const response = await fetch(`${service.url}/v1/referrals/${id}/outcome`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${kent}`,
      'content-type': 'application/json',
      ...(version !== undefined && { 'if-match': `"${version}"` }),
    },
    body: JSON.stringify(outcomeToday({ rationale })),
  })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

describe('at the same time', () => {
  test('several registrations of one SAR make one referral', { timeout: patience }, async () => {
    for (let round = 0; round < rounds; round += 1) {
      const body = registrationRequest({ sarReference: newSar(), referredOn: today })
      const replies = await all(() => service.call('POST', '/v1/referrals', body, ukfiu))
      expect(statusesOf(replies)).toEqual([...Array.from({ length: clients - 1 }, () => 200), 201])
      expect(new Set(replies.map((reply) => referral.parse(reply.body).id)).size).toBe(1)
    }
  })

  test(
    'of two who register one SAR with two organisations, one is told of the other',
    { timeout: patience },
    async () => {
      for (let round = 0; round < rounds; round += 1) {
        const sarReference = newSar()
        const replies = await Promise.all(
          ['kent', 'essex'].map((organisation) =>
            service.call(
              'POST',
              '/v1/referrals',
              registrationRequest({ sarReference, organisation, referredOn: today }),
              ukfiu,
            ),
          ),
        )
        expect(statusesOf(replies)).toEqual([201, 201])
        expect(replies.flatMap(({ body }) => deconflicted.parse(body).alsoWith)).not.toEqual([])
      }
    },
  )

  test('one answer sent many times is one answer, with one receipt', { timeout: patience }, async () => {
    for (let round = 0; round < rounds; round += 1) {
      const id = await register(service, ukfiu)
      const replies = await all(() => giveOutcome(id, 'The same answer, sent by many at once.'))
      expect(new Set(statusesOf(replies))).toEqual(new Set([200]))
      expect(new Set(replies.map(({ body }) => receipt.parse(body).receipt.reference)).size).toBe(1)
      expect((await historyOf(id)).map(({ type }) => type)).toEqual(['registered', 'outcome_given'])
    }
  })

  test(
    'of several corrections of one version one is accepted, and each follows the version it named',
    {
      timeout: patience,
    },
    async () => {
      const id = await register(service, ukfiu)
      const accepted = new Map([[2, 'The first answer, before any was corrected.']])
      await giveOutcome(id, accepted.get(2) ?? '')
      let refused = 0
      const wrong: object[] = []
      const correct = async (client: number) => {
        for (let times = 0; times < rounds; times += 1) {
          const read = await service.call('GET', `/v1/referrals/${id}`, undefined, kent)
          const { version } = referral.parse(read.body)
          const rationale = `The correction number ${times} of client ${client}.`
          const reply = await giveOutcome(id, rationale, version)
          if (reply.status === 412) {
            refused += 1
            continue
          }
          const given = receipt.parse(reply.body).receipt.version
          if (given !== version + 1 || accepted.has(given)) wrong.push({ version, given })
          accepted.set(given, rationale)
        }
      }
      await all(correct)
      const told = (await historyOf(id)).flatMap(({ version, outcome }) =>
        outcome ? [[version, outcome.rationale]] : [],
      )
      expect(wrong).toEqual([])
      expect(told).toEqual([...accepted].toSorted(([one], [other]) => one - other))
      expect(accepted.size - 1 + refused).toBe(clients * rounds)
      await writeFigures('concurrency', { clients, rounds, accepted: accepted.size, refused })
    },
  )

  test(
    'acknowledging, reporting and withdrawing leave one history without a gap',
    { timeout: patience },
    async () => {
      for (let round = 0; round < rounds; round += 1) {
        const id = await register(service, ukfiu)
        const at = `/v1/referrals/${id}`
        const rationale = 'Registered for the wrong person of that name.'
        const replies = await Promise.all([
          service.call('POST', `${at}/acknowledgement`, { personnelConfirmed: 'yes' }, kent),
          service.call('POST', `${at}/acknowledgement`, { personnelConfirmed: 'checking' }, kent),
          service.call('POST', `${at}/extension`, { workingDays: 2, reason: 'other', rationale }, ukfiu),
          service.call('POST', `${at}/withdrawal`, { reason: 'registered_in_error', rationale }, ukfiu),
          giveOutcome(id, 'Nothing was found in what the bank sent.'),
        ])
        expect(replies.filter(({ status }) => ![200, 409].includes(status))).toEqual([])
        const versions = (await historyOf(id)).map(({ version }) => version)
        const made = replies.filter(({ status }) => status === 200).length
        expect(versions).toEqual(Array.from({ length: made + 1 }, (_, place) => place + 1))
      }
    },
  )
})
