import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { inLines } from '../../support/expected-reminders.ts'
import { startService, type Service } from '../../support/service.ts'
import { cases, type Case } from './cases.ts'
import { expectedReminders } from './expected-reminders.ts'
import { expectedSummary } from './expected-summary.ts'
import { figuresIn } from './figures-in.ts'

/**
 * The whole service over HTTP, from one April to the next: thirty referrals to ten organisations, some answered in
 * time, some late, some never. Everything expected is worked out here, from what was sent.
 */

const firstDay = '2025-04-28'
const lastDay = '2026-02-02'

const emails = z.object({
  emails: z.array(z.object({ to: z.string(), sentAt: z.string(), subject: z.string(), body: z.string() })),
})

let service: Service
const tokens = new Map<string, string>()
const ids = new Map<Case, string>()

const idOf = (each: Case): string => ids.get(each) ?? 'not registered'

const as = async (client: string, method: string, path: string, body?: unknown) => {
  const token = tokens.get(client) ?? (await service.token(client))
  tokens.set(client, token)
  return service.call(method, path, body, token)
}

const setClock = async (day: string) => {
  const { status } = await service.call('POST', '/local/clock', { now: `${day}T10:00:00Z` })
  expect(status).toBe(200)
}

const register = async (each: Case) => {
  const reply = await as('ukfiu', 'POST', '/v1/referrals', each.registration)
  expect(reply.status).toBe(201)
  ids.set(each, z.object({ id: z.string() }).parse(reply.body).id)
}

const receipt = z.object({ receipt: z.object({ reference: z.string(), referral: z.string() }) })

const acknowledge = async (each: Case) => {
  const path = `/v1/referrals/${idOf(each)}/acknowledgement`
  const reply = await as(`force-${each.organisation.unit}`, 'POST', path, { personnelConfirmed: 'yes' })
  expect(reply.status).toBe(200)
  expect(receipt.parse(reply.body).receipt.referral).toBe(idOf(each))
}

const answer = async (each: Case) => {
  const path = `/v1/referrals/${idOf(each)}/outcome`
  const reply = await as(`force-${each.organisation.unit}`, 'PUT', path, each.outcome)
  expect(reply.status).toBe(200)
  expect(receipt.parse(reply.body).receipt.referral).toBe(idOf(each))
}

/** What happens on a day, in the order in which it happens. */
const stepsOn = (day: string): (() => Promise<void>)[] => [
  ...cases.filter(({ registration }) => registration.referredOn === day).map((each) => () => register(each)),
  ...cases.filter(({ acknowledgedOn }) => acknowledgedOn === day).map((each) => () => acknowledge(each)),
  ...cases.filter(({ answeredOn }) => answeredOn === day).map((each) => () => answer(each)),
]

const eventfulDays = [
  ...new Set(
    cases.flatMap(({ registration, acknowledgedOn, answeredOn }) => [
      registration.referredOn,
      acknowledgedOn,
      answeredOn,
    ]),
  ),
]
  .filter((day) => day !== undefined)
  .toSorted()

const figuresNow = async () => {
  expect((await service.call('POST', '/local/drain')).status).toBe(200)
  const reply = await as('sta-author', 'GET', '/v1/assessments/2025-26')
  expect(reply.status).toBe(200)
  return figuresIn(reply.body)
}

const mailbox = async () => emails.parse((await service.call('GET', '/local/mailbox')).body).emails

const remindersSent = async () =>
  (await mailbox()).map(({ to, sentAt, body }) => ({
    to,
    on: sentAt.slice(0, 10),
    about: [...new Set(body.match(/R-[0-9A-Z]{4}-[0-9A-Z]{4}/g))].toSorted(),
  }))

beforeAll(async () => {
  // As anybody starts it: it synthesizes what it runs by itself.
  service = await startService({ environment: { CDK_OUT: undefined } })
  await setClock(firstDay)
})
afterAll(async () => {
  await service.close()
})

describe('the main path, from registering to the figures of the year', () => {
  test('thirty referrals are registered and answered, or not, each on its day', async () => {
    for (const day of eventfulDays) {
      await setClock(day)
      for (const step of stepsOn(day)) await step()
    }
    expect(ids.size).toBe(30)
    expect(new Set(cases.map(({ organisation }) => organisation.code)).size).toBe(10)
  })

  test('half way, with what is not yet due, every figure is the one worked out here', async () => {
    const day = eventfulDays.at(-1) ?? ''
    expect(await figuresNow()).toEqual(expectedSummary(cases, idOf, day))
  })

  test('when every date has passed, every figure is the one worked out here', async () => {
    await setClock(lastDay)
    expect(await figuresNow()).toEqual(expectedSummary(cases, idOf, lastDay))
  })

  test('the reminders that were due were sent, each once, and no other', async () => {
    const expected = expectedReminders(cases, idOf, firstDay, lastDay)
    expect(expected.length).toBeGreaterThan(10)
    expect(inLines(await remindersSent())).toEqual(inLines(expected))
  })

  test('no e-mail holds a SAR reference', async () => {
    const written = (await mailbox()).map(({ subject, body }) => subject + body).join('\n')
    expect(written).not.toContain('SAR-2025')
  })

  test('after a kill in the middle of things all of it is still there, and a late answer counts', async () => {
    const silent = cases.find(({ answeredOn }) => answeredOn === undefined)
    if (!silent) throw new Error('No case is silent')
    const sentBefore = await remindersSent()
    const late = { ...silent, answeredOn: lastDay, outcome: lateOutcome }
    ids.set(late, idOf(silent))
    await answer(late)
    await service.kill9()
    await service.restart()
    const now = cases.map((each) => (each === silent ? late : each))
    expect(await figuresNow()).toEqual(expectedSummary(now, idOf, lastDay))
    expect(await remindersSent()).toEqual(sentBefore)
  })

  test('the history of each referral tells what was sent, in order', async () => {
    const told = await Promise.all(
      cases.map(async (each) => {
        const reply = await as('ukfiu', 'GET', `/v1/referrals/${idOf(each)}/history`)
        const { items } = z.object({ items: z.array(z.object({ version: z.int() })) }).parse(reply.body)
        return items.map(({ version }) => version)
      }),
    )
    expect(told).toEqual(told.map((versions) => versions.map((_, place) => place + 1)))
  })
})

const lateOutcome = {
  subjectConfirmed: 'unable_to_determine',
  evidenceOfCorruption: 'unable_to_determine',
  corruptionCategories: [],
  otherConcerns: [],
  actions: ['no_action'],
  criminalOutcome: 'none',
  proceedingType: 'none',
  findingLevel: 'not_applicable',
  disciplinaryAction: 'none',
  leftBeforeConclusion: 'no',
  barredList: 'not_applicable',
  intelligenceValue: 'already_known',
  linkAlreadyDeclared: 'not_applicable',
  concludedOn: lastDay,
  rationale: 'The person could not be told apart from another of the same description.',
}
