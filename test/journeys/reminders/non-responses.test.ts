import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { daysOn, workingDaysOn } from '../../support/reference.ts'
import { openOffice, type Office } from './office-hours.ts'

/** Who has not answered, for how long, and what was done about it, as the running service tells the UKFIU. */

let office: Office
const ids = { essex: '', kent: '', kentLater: '', surrey: '', norfolk: '' }
const today = '2026-02-02'

const whole = z.object({
  asAt: z.string(),
  organisations: z.array(
    z.looseObject({
      code: z.string(),
      name: z.string(),
      oldestDays: z.number(),
      overdue: z.array(z.looseObject({ id: z.string(), governance: z.boolean() })),
    }),
  ),
  silent: z.array(z.object({ code: z.string(), name: z.string(), lastHeardOn: z.string().nullable() })),
})
const nonResponses = async () =>
  whole.parse(await office.must(200, office.as('ukfiu', 'GET', '/v1/non-responses')))

const acknowledge = (unit: string, id: string) =>
  office.must(
    200,
    office.as(`force-${unit}`, 'POST', `/v1/referrals/${id}/acknowledgement`, { personnelConfirmed: 'yes' }),
  )

beforeAll(async () => {
  office = await openOffice()
  await office.clockTo('2025-01-13T10:00:00Z')
  ids.essex = await office.register('essex', '2025-01-13')
  await acknowledge('essex', ids.essex)
  // A Sunday, on which nothing that was missed is made up for.
  await office.offUntil('2026-02-01T10:00:00Z')
  await office.clockTo(`${today}T07:00:00Z`)
  ids.kentLater = await office.register('kent', '2026-01-05')
  ids.kent = await office.register('kent', '2024-12-02')
  ids.surrey = await office.register('surrey', '2025-12-01')
  await acknowledge('surrey', ids.surrey)
  ids.norfolk = await office.register('norfolk', '2026-01-30')
  await office.clockTo(`${today}T10:00:00Z`)
})
afterAll(() => office.close())

const daysSince = (day: string): number => (Date.parse(today) - Date.parse(day)) / 86_400_000

/** An overdue referral as it ought to be told of, by its clock. */
const overdue = (unit: string, id: string, referredOn: string, owed: string, clock: number, rung: string) => {
  const dueOn = workingDaysOn(unit, referredOn, clock)
  return {
    id,
    referredOn,
    urgent: false,
    owed,
    dueOn,
    daysOverdue: daysSince(dueOn),
    reminders: [{ on: today, rungs: [rung] }],
    governance: rung === 'final_escalation',
  }
}

const expected = () => {
  const kents = [
    overdue('kent', ids.kent, '2024-12-02', 'first_return', 40, 'final_escalation'),
    overdue('kent', ids.kentLater, '2026-01-05', 'acknowledgement', 10, 'chase'),
  ]
  const essexs = [overdue('essex', ids.essex, '2025-01-13', 'first_return', 40, 'final_escalation')]
  const surreys = [overdue('surrey', ids.surrey, '2025-12-01', 'first_return', 40, 'overdue')]
  const of = (code: string, name: string, theirs: typeof kents) => ({
    code,
    name,
    oldestDays: theirs[0]?.daysOverdue,
    overdue: theirs,
  })
  return [
    of('kent', 'Kent Police', kents),
    of('essex', 'Essex Police', essexs),
    of('surrey', 'Surrey Police', surreys),
  ]
}

describe('the non-responses', () => {
  test('name each overdue referral with what it owes, since when and what was sent, the worst age first', async () => {
    const { asAt, organisations } = await nonResponses()
    expect(asAt).toBe(today)
    expect(organisations).toEqual(expected())
    expect(JSON.stringify(organisations)).not.toContain(ids.norfolk)
  })

  test('name the organisations that owe something and were not heard of for twelve months', async () => {
    expect((await nonResponses()).silent).toEqual([
      { code: 'kent', name: 'Kent Police', lastHeardOn: null },
      { code: 'essex', name: 'Essex Police', lastHeardOn: '2025-01-13' },
    ])
  })

  test('keep those whose ladder is behind them on the governance list until they are answered', async () => {
    const governed = async () =>
      (await nonResponses()).organisations.flatMap(({ overdue: theirs }) =>
        theirs.filter(({ governance }) => governance).map(({ id }) => id),
      )
    expect(await governed()).toEqual([ids.kent, ids.essex])
    const report = {
      stage: 'assessing',
      nextUpdateOn: daysOn(today, 60),
      rationale: 'Enquiries with the bank go on.',
      detailWithheld: false,
    }
    await office.must(
      200,
      office.as('force-essex', 'POST', `/v1/referrals/${ids.essex}/progress-reports`, report),
    )
    expect(await governed()).toEqual([ids.kent])
    expect((await nonResponses()).silent.map(({ code }) => code)).toEqual(['kent'])
  })

  test('come as CSV too, a row for each with all that the JSON says of it', async () => {
    const token = await office.service.token('ukfiu')
    const headers = { authorization: `Bearer ${token}`, accept: 'text/csv' }
    const reply = await fetch(`${office.service.url}/v1/non-responses`, { headers })
    expect([reply.status, reply.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('text/csv'),
    ])
    const rows: unknown = parse(await reply.text(), { columns: true, bom: true })
    const lines = expected()
      .filter(({ code }) => code !== 'essex')
      .flatMap(({ code, name, overdue: theirs }) =>
        theirs.map(({ id, reminders, ...told }) => ({
          organisation: code,
          name,
          silentForTwelveMonths: String(code === 'kent'),
          referral: id,
          referredOn: told.referredOn,
          urgent: 'false',
          owed: told.owed,
          dueOn: told.dueOn,
          daysOverdue: String(told.daysOverdue),
          governance: String(told.governance),
          remindersSent: '1',
          reminders: reminders.map(({ on, rungs }) => `${on} ${rungs.join(' ')}`).join('; '),
        })),
      )
    expect(rows).toEqual(lines)
  })

  test.each(['force-kent', 'sta-author', 'sta-approver', 'auditor'])('are not for %s', async (client) => {
    expect((await office.as(client, 'GET', '/v1/non-responses')).status).toBe(403)
  })
})
