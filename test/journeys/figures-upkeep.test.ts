import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { miscount } from '../support/miscount.ts'
import { startService, type Service } from '../support/service.ts'

/** A counter goes wrong: the night finds it and names it, a person rebuilds the figures, and the next night agrees. */

const year = '2026-27'
let service: Service
let ukfiu: string

beforeAll(async () => {
  service = await startService()
  await service.call('POST', '/local/clock', { now: '2026-06-01T09:00:00Z' })
  ukfiu = await service.token('ukfiu')
}, 60_000)
afterAll(() => service.close())

const referral = (sarReference: string, organisation: string) => ({
  sarReference,
  organisation,
  referredOn: '2026-05-29',
  subjectType: 'police_officer',
  linkType: 'direct',
  identificationBasis: 'ukfiu_enquiry',
  apparentConcern: 'unclear',
  handling: 'P',
})

const moveTo = async (now: string) => {
  expect((await service.call('POST', '/local/clock', { now })).status).toBe(200)
}

const Assessment = z.object({ response: z.record(z.string(), z.unknown()) })
const responseNow = async () =>
  Assessment.parse((await service.call('GET', `/v1/assessments/${year}`, undefined, ukfiu)).body).response

const Line = z.object({ differences: z.int(), named: z.array(z.unknown()).default([]) })

/** What the last night said. */
const lastNight = () => {
  const folder = join(service.dataDir, 'log')
  const file = readdirSync(folder).find((name) => name.includes('reconcile')) ?? ''
  const lines = readFileSync(join(folder, file), 'utf8').trim().split('\n')
  return Line.parse(JSON.parse(lines.at(-1) ?? ''))
}

const rebuild = () => service.call('POST', '/local/functions/figures-rebuild', {})

test('a wrong counter is named at night, and put right by a rebuild', { timeout: 60_000 }, async () => {
  for (const [place, organisation] of ['kent', 'kent', 'essex'].entries()) {
    const made = await service.call('POST', '/v1/referrals', referral(`SAR-${place}`, organisation), ukfiu)
    expect(made.status).toBe(201)
  }
  await service.call('POST', '/local/drain')
  const before = await responseNow()
  expect(before).toMatchObject({ referralsMade: 3, withdrawn: 0 })

  await moveTo('2026-06-02T03:00:00Z')
  expect(lastNight()).toEqual({ differences: 0, named: [] })

  await miscount(service, year, 'kent')
  await moveTo('2026-06-03T03:00:00Z')
  const difference = { year, organisation: 'kent', hmrc: false, counter: 'withdrawn' }
  expect(lastNight()).toEqual({
    differences: 1,
    named: [{ ...difference, counted: 1, recounted: 0 }],
  })

  expect(await rebuild()).toMatchObject({ status: 200, body: { referrals: 3 } })
  expect(await responseNow()).toEqual(before)
  await moveTo('2026-06-04T03:00:00Z')
  expect(lastNight().differences).toBe(0)
})

test('what changes after a rebuild is counted, and a second rebuild comes to the same', async () => {
  await service.call('POST', '/v1/referrals', referral('SAR-9', 'psni'), ukfiu)
  await service.call('POST', '/local/drain')
  const counted = await responseNow()
  expect(counted).toMatchObject({ referralsMade: 4 })
  expect((await rebuild()).body).toEqual({ referrals: 4 })
  expect(await responseNow()).toEqual(counted)
})
