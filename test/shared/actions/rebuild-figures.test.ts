import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { describe } from 'vitest'
import { countReferral } from '../../../shared/actions/count-referral.ts'
import { rebuildFigures } from '../../../shared/actions/rebuild-figures.ts'
import { reconcileYear } from '../../../shared/actions/reconcile-figures.ts'
import { localDate } from '../../../shared/domain/dates.ts'
import { tally } from '../../../shared/domain/figures/tally.ts'
import type { Referral } from '../../../shared/domain/referral/referral.ts'
import { reportingYearOf } from '../../../shared/domain/reporting-year.ts'
import { referenceData } from '../../../shared/runtime/reference-data.ts'
import { systemClock } from '../../../shared/runtime/clock.ts'
import { figuresRebuild } from '../../../shared/store/figures-rebuild.ts'
import { figuresStore, ledger } from '../../../shared/store/figures-store.ts'
import { referralStore, sarRegister } from '../../../shared/store/referral-store.ts'
import { test } from '../../support/engine.ts'
import type { createTables } from '../../support/tables.ts'
import { given, givingOutcome, registering, rulesAt } from '../../support/referrals.ts'

type Tables = Awaited<ReturnType<typeof createTables>> & Parameters<typeof referralStore>[0]

const year = reportingYearOf(localDate('2026-06-01'))
const organisations = ['kent', 'essex', 'psni']

const situations = Array.from({ length: 30 }, (_, place) => {
  const organisation = organisations[place % organisations.length] ?? ''
  const fields = { organisation, sarReference: `SAR-${1000 + place}`, referredOn: '2026-04-07' }
  const id = `R-0000-${String(place).padStart(4, '0')}`
  const registered = registering(fields, { id })
  return place % 2 === 0 ? given(registered) : given(registered, givingOutcome('2026-06-20'))
})

/** Registers and answers them in the store; nothing is counted by that. */
const store = async (tables: Tables) => {
  for (const { history } of situations) {
    const [first, ...changes] = history
    const rules = rulesAt(first.registration.organisation)
    await sarRegister(tables).register(first, rules)
    for (const change of changes) {
      const before = await referralStore(tables).find(first.id)
      if (before) await referralStore(tables).append(before.referral, change, rules)
    }
  }
}

const dependenciesOf = (tables: Tables) => ({
  referrals: referralStore(tables),
  rebuild: figuresRebuild(tables),
  figures: figuresStore(tables),
  reference: referenceData,
  clock: systemClock,
})

const recounted = (referrals: readonly Referral[]) =>
  tally(referrals).toSorted((one, other) => (one.organisation < other.organisation ? -1 : 1))

const counted = async (tables: Tables) =>
  [...(await figuresStore(tables).yearTallies(year))].toSorted((one, other) =>
    one.organisation < other.organisation ? -1 : 1,
  )

const all = situations.map(({ referral }) => referral)

describe('rebuilding the figures', () => {
  test('counts every referral afresh, whatever the counters said', async ({ expect, tables }) => {
    await store(tables)
    await tables.client.send(
      new PutCommand({
        TableName: tables.figures,
        Item: { scope: `1#year#${year}`, entry: 'kent', 'evidence:actual': 7 },
      }),
    )
    expect(await rebuildFigures(dependenciesOf(tables))()).toBe(situations.length)
    expect(await counted(tables)).toEqual(recounted(all))
  })

  test('done twice, or begun and left, comes to the same', async ({ expect, tables }) => {
    await store(tables)
    const { rebuild } = dependenciesOf(tables)
    const left = await rebuild.begin()
    const [first] = all
    if (first) await countReferral({ figures: rebuild.ledger(left) })(first)
    await rebuildFigures(dependenciesOf(tables))()
    expect(await counted(tables)).toEqual(recounted(all))
    await rebuildFigures(dependenciesOf(tables))()
    expect(await counted(tables)).toEqual(recounted(all))
  })

  test('misses no change that comes in on the way', async ({ expect, tables }) => {
    await store(tables)
    const dependencies = dependenciesOf(tables)
    const late = given(
      registering(
        { organisation: 'kent', sarReference: 'SAR-LATE', referredOn: '2026-06-02' },
        { id: 'R-7777-7777' },
      ),
    )
    const [event] = late.history
    const referrals = {
      every: async function* () {
        yield* dependencies.referrals.every()
        // The scan is over, and the stream consumer counts what is registered now.
        await sarRegister(tables).register(event, rulesAt('kent'))
        for (const figures of await dependencies.figures.ledgersInUse())
          await countReferral({ figures })(late.referral)
      },
    }
    await rebuildFigures({ ...dependencies, referrals })()
    expect(await counted(tables)).toEqual(recounted([...all, late.referral]))
  })

  test('the old figures are read until the new ones are whole, and deleted then', async ({
    expect,
    tables,
  }) => {
    await store(tables)
    const old = ledger({ ...tables, generation: 1 })
    const [first] = all
    if (!first) throw new Error('none')
    await countReferral({ figures: old })(first)
    const dependencies = dependenciesOf(tables)
    const referrals = {
      every: async function* () {
        yield* dependencies.referrals.every()
        expect(await counted(tables)).toEqual(recounted([first]))
      },
    }
    await rebuildFigures({ ...dependencies, referrals })()
    expect(await old.counted(first.id)).toBeUndefined()
  })
})

describe('reconciling a year', () => {
  test('finds nothing where all is counted', async ({ expect, tables }) => {
    await store(tables)
    await rebuildFigures(dependenciesOf(tables))()
    expect(await reconcileYear(dependenciesOf(tables))(year)).toEqual([])
  })

  test('names each counter that is wrong, by how much, and no other', async ({ expect, tables }) => {
    await store(tables)
    await rebuildFigures(dependenciesOf(tables))()
    const before = (await counted(tables)).find(({ organisation }) => organisation === 'essex')
    await tables.client.send(
      new PutCommand({
        TableName: tables.figures,
        Item: { scope: `2#year#${year}`, entry: 'essex', ...before?.counters, 'evidence:none': 99 },
      }),
    )
    expect(await reconcileYear(dependenciesOf(tables))(year)).toEqual([
      {
        year,
        organisation: 'essex',
        hmrc: false,
        counter: 'evidence:none',
        counted: 99,
        recounted: before?.counters['evidence:none'] ?? 0,
      },
    ])
  })
})
