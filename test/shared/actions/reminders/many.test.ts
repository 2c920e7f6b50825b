import { describe } from 'vitest'
import { sarRegister } from '../../../../shared/store/referral-store.ts'
import { given, registering, rulesAt } from '../../../support/referrals.ts'
import { test } from './office.ts'

const units = ['kent', 'essex', 'surrey', 'sussex', 'btp'] as const
const dueOn = '2026-06-12'
const each = 100

type Tables = Parameters<typeof sarRegister>[0]

/** So many referrals to a unit, all registered on a day; `series` keeps their names apart. */
const registerMany = async (tables: Tables, unit: string, series: number, on: string, count: number) => {
  const [first] = given(registering({ organisation: unit, referredOn: on })).history
  const rules = rulesAt(unit)
  const events = Array.from({ length: count }, (_, place) => {
    const name = `${units.findIndex((code) => code === unit)}${series}${String(place).padStart(3, '0')}`
    const registration = { ...first.registration, sarReference: `SAR-${name}` }
    return {
      ...first,
      id: `R-0000-${name.slice(-4)}`.replace('0000', `${series}${name.slice(0, 1)}00`),
      registration,
    }
  })
  for (let from = 0; from < count; from += 20)
    await Promise.all(
      events.slice(from, from + 20).map((event) => sarRegister(tables).register(event, rules)),
    )
}

/** Counts what is asked of the engine, and the items it looks at for it. */
const counting = ({ client }: Tables) => {
  const seen = { reads: 0, writes: 0, items: 0 }
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const answer = await next(args)
      const output: unknown = answer.output
      if (/Query|Get|Scan/.test(String(context['commandName']))) seen.reads += 1
      else seen.writes += 1
      if (typeof output === 'object' && output !== null && 'ScannedCount' in output)
        seen.items += Number(output.ScannedCount)
      return answer
    },
    { step: 'initialize', name: 'counting', override: true },
  )
  return seen
}

describe('a day on which much is due', () => {
  test(
    'is one e-mail for each recipient and organisation, at a cost of what is due',
    { timeout: 60_000 },
    async ({ expect, office, tables }) => {
      for (const unit of units) {
        await office.name(unit)
        await registerMany(tables, unit, 1, '2026-06-11', each)
      }
      const seen = counting(tables)
      const send = async () => {
        const before = { ...seen }
        for (const organisation of units) await office.send({ kind: 'digest', organisation, on: dueOn })
        return {
          reads: seen.reads - before.reads,
          writes: seen.writes - before.writes,
          items: seen.items - before.items,
        }
      }
      const due = units.length * each
      const cost = await send()
      expect(cost.items).toBe(due)
      expect(cost.writes).toBe(due)
      // The due ones, in pages, and two lists of contacts for each unit.
      expect(cost.reads).toBeLessThanOrEqual(units.length * 6)
      for (const unit of units) {
        expect(office.sent(unit)).toHaveLength(1)
        expect(office.sent(unit)[0]?.split(' ')).toHaveLength(1 + each)
      }
      const nothing = await send()
      expect([nothing.writes, nothing.items]).toEqual([0, 0])
      expect(units.flatMap((unit) => office.sent(unit))).toHaveLength(units.length)
    },
  )

  test(
    'costs no more where ten times as much is stored',
    { timeout: 60_000 },
    async ({ expect, office, tables }) => {
      await office.name('kent')
      await office.name('essex')
      await registerMany(tables, 'kent', 1, '2026-06-11', 20)
      await registerMany(tables, 'essex', 1, '2026-06-11', 20)
      // These are told of only from the day on which they were registered, which is later.
      await registerMany(tables, 'essex', 2, '2026-06-15', 200)
      const seen = counting(tables)
      const costOf = async (organisation: string) => {
        const before = { ...seen }
        await office.send({ kind: 'digest', organisation, on: dueOn })
        return {
          reads: seen.reads - before.reads,
          writes: seen.writes - before.writes,
          items: seen.items - before.items,
        }
      }
      const kent = await costOf('kent')
      expect(kent).toMatchObject({ writes: 20, items: 20 })
      expect(await costOf('essex')).toEqual(kent)
    },
  )
})
