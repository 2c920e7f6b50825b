import { describe } from 'vitest'
import { referralStore, sarRegister } from '../../../../shared/store/referral-store.ts'
import { given, givingOutcome, registering, rulesAt, type Changing } from '../../../support/referrals.ts'
import { counting, type Cost } from './counting.ts'
import { test } from './office.ts'

const units = ['kent', 'essex', 'surrey', 'sussex', 'btp'] as const
const dueOn = '2026-06-12'

/** Every test run has a day on which 500 are due; `LONG=1` one of 5,000. */
const long = process.env['LONG'] === '1'
const each = long ? 1_000 : 100
const timeout = long ? 1_200_000 : 60_000

type Tables = Parameters<typeof sarRegister>[0]
type Many = {
  readonly unit: string
  /** Keeps the references of several lots apart. */
  readonly series: number
  readonly on: string
  readonly count: number
  /** What then happens to every one of them. */
  readonly changes?: readonly Changing[]
}

/** So many referrals to a unit, all registered on a day. */
const registerMany = async (tables: Tables, { unit, series, on, count, changes = [] }: Many) => {
  const rules = rulesAt(unit)
  const place = units.findIndex((code) => code === unit)
  const registerOne = async (number: number) => {
    const id = `R-${series}${place}00-${String(number).padStart(4, '0')}`
    const story = given(
      registering({ organisation: unit, referredOn: on, sarReference: `SAR-${id}` }, { id }),
      ...changes,
    )
    const [first, ...later] = story.history
    await sarRegister(tables).register(first, rules)
    let referral = given(registering({ ...first.registration }, { id })).referral
    for (const event of later) {
      referral = (await referralStore(tables).append(referral, event, rules)) ?? referral
    }
  }
  for (let from = 0; from < count; from += 20) {
    const numbers = Array.from({ length: Math.min(20, count - from) }, (_, next) => from + next)
    await Promise.all(numbers.map(registerOne))
  }
}

describe('a day on which much is due', () => {
  test(
    'is one e-mail for each recipient and organisation, at a cost of what is due',
    { timeout },
    async ({ expect, office, tables, annotate }) => {
      for (const unit of units) {
        await office.name(unit)
        await registerMany(tables, { unit, series: 1, on: '2026-06-11', count: each })
      }
      const costOf = counting(tables)
      const send = () =>
        costOf(async () => {
          for (const organisation of units) await office.send({ kind: 'digest', organisation, on: dueOn })
        })
      const began = performance.now()
      const due = units.length * each
      const cost = await send()
      await annotate(JSON.stringify({ due, ...cost, seconds: Math.round(performance.now() - began) / 1000 }))
      expect(cost).toMatchObject({ items: due, writes: due })
      // For each unit the keys of the due ones, a hundred of these at a time, and twice two lists of contacts.
      expect(cost.reads).toBeLessThanOrEqual(units.length * (5 + each / 100))
      for (const unit of units) {
        expect(office.sent(unit)).toHaveLength(1)
        expect(office.sent(unit)[0]?.split(' ')).toHaveLength(1 + each)
      }
      const nothing = await send()
      expect(nothing).toMatchObject({ reads: units.length, writes: 0, items: 0 })
      expect(units.flatMap((unit) => office.sent(unit))).toHaveLength(units.length)
    },
  )
})

describe('the cost of a day', () => {
  /** Told of only from the day on which they were registered, which is later. */
  const ahead = { series: 2, on: '2026-06-15' }
  /** Answered, every one of them. */
  const closed = {
    series: 3,
    on: '2026-06-01',
    changes: [givingOutcome('2026-06-10', { concludedOn: '2026-06-10' })],
  }

  test(
    'grows with what is due and not with what is stored',
    { timeout },
    async ({ expect, office, tables }) => {
      const due = { series: 1, on: '2026-06-11' }
      const lots: readonly (readonly [string, number, number])[] = [
        ['kent', 20, 0],
        ['essex', 20, 2 * each],
        ['surrey', 40, 0],
        ['sussex', 40, each],
      ]
      for (const [unit, count, more] of lots) {
        await office.name(unit)
        await registerMany(tables, { unit, ...due, count })
        await registerMany(tables, { unit, ...ahead, count: more / 2 })
        await registerMany(tables, { unit, ...closed, count: more / 2 })
      }
      const costOf = counting(tables)
      const costs: Cost[] = []
      for (const [organisation] of lots)
        costs.push(await costOf(() => office.send({ kind: 'digest', organisation, on: dueOn })))
      const [twenty, twentyAmongMany, forty, fortyAmongMany] = costs
      expect(twenty).toMatchObject({ writes: 20, items: 20 })
      expect(twenty?.units).toBeGreaterThan(20)
      expect(twentyAmongMany).toEqual(twenty)
      expect(forty).toMatchObject({ reads: twenty?.reads, writes: 40, items: 40 })
      expect(fortyAmongMany).toEqual(forty)
    },
  )
})
