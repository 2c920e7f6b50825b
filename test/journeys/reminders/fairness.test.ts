import { afterAll, beforeAll, expect, test } from 'vitest'
import organisationsFile from '../../../seeds/organisations.json' with { type: 'json' }
import { isWorked } from '../../support/reference.ts'
import { openOffice, type Office } from './office-hours.ts'

/**
 * The same rules for every organisation: the same referral to each of them on one day, over the whole ladder and a day
 * that is a holiday in one part of the country only. What each is sent can then differ by its holidays alone.
 */

const { organisations } = organisationsFile
const referredOn = '2025-11-10'
const until = '2025-12-31'

let office: Office
const idOf = new Map<string, string>()
beforeAll(async () => {
  office = await openOffice()
  await office.clockTo(`${referredOn}T10:00:00Z`)
  for (const { code } of organisations) {
    const id = await office.register(code, referredOn, true)
    idOf.set(code, id)
  }
  await office.clockTo(`${until}T10:00:00Z`)
})
afterAll(() => office.close())

/** Every e-mail about an organisation's referral: its day, and whom it went to by role. */
const plans = async () => {
  const mails = await office.mailbox()
  return organisations.map(({ code, bankHolidays, respondedToBy }) => ({
    division: bankHolidays,
    unit: respondedToBy,
    plan: mails
      .filter(({ about }) => about.includes(idOf.get(code) ?? 'none'))
      .map(({ on, to }) => `${on} ${to.replace(/@.*/, '')}`)
      .toSorted(),
  }))
}

test('the same history leads to the same e-mails on the same days in all organisations of a division', async () => {
  const all = await plans()
  expect(all).toHaveLength(52)
  const divisions = Map.groupBy(all, ({ division }) => division)
  expect([...divisions.keys()].toSorted()).toEqual(['england-and-wales', 'northern-ireland', 'scotland'])
  for (const [, theirs] of divisions) expect(new Set(theirs.map(({ plan }) => plan.join('\n'))).size).toBe(1)
  // At once, twice overdue, chased to two, escalated to two, in the end to two more.
  expect(all[0]?.plan.length).toBeGreaterThanOrEqual(8)
})

test('and between divisions differ the days alone, by their holidays', async () => {
  const all = await plans()
  const one = (division: string) => all.find((each) => each.division === division)?.plan ?? []
  const [england, scotland, ireland] = ['england-and-wales', 'scotland', 'northern-ireland'].map(one)
  // Monday 1 December 2025 stands for St Andrew's Day.
  expect([isWorked('kent', '2025-12-01'), isWorked('police-scotland', '2025-12-01')]).toEqual([true, false])
  const roles = (plan: readonly string[] = []) => plan.map((line) => line.slice(11))
  expect(ireland).toEqual(england)
  expect(scotland).not.toEqual(england)
  expect(roles(scotland)).toEqual(roles(england))
  const days = (plan: readonly string[] = []) => plan.map((line) => line.slice(0, 10))
  expect(days(scotland).filter((day) => day < '2025-12-01')).toEqual(
    days(england).filter((day) => day < '2025-12-01'),
  )
})
