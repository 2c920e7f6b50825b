import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { expect } from 'vitest'
import { countReferral } from '../../../shared/actions/count-referral.ts'
import { reconcileFigures } from '../../../shared/actions/reconcile-every-year.ts'
import { referenceData } from '../../../shared/runtime/reference-data.ts'
import { figuresStore, ledger } from '../../../shared/store/figures-store.ts'
import { referralStore, sarRegister } from '../../../shared/store/referral-store.ts'
import { test as base } from '../../support/engine.ts'
import { given, inLondon, registering, rulesAt } from '../../support/referrals.ts'

/** Two of Kent's in the same year, one of Essex's in the same, and one of Kent's longer ago than the last five years. */
const made = [
  { organisation: 'kent', referredOn: '2026-04-07' },
  { organisation: 'kent', referredOn: '2026-05-07' },
  { organisation: 'essex', referredOn: '2026-05-08' },
  { organisation: 'kent', referredOn: '2022-02-01' },
].map((fields, place) =>
  given(registering({ ...fields, sarReference: `SAR-${place}` }, { id: `R-0000-000${place}` })),
)

/** Referrals that are all counted, and what goes through them at night. */
const test = base.extend('night', async ({ tables }) => {
  for (const { history, referral } of made) {
    await sarRegister(tables).register(history[0], rulesAt(referral.registration.organisation))
    await countReferral({ figures: ledger({ ...tables, generation: 1 }) })(referral)
  }
  const dependencies = {
    referrals: referralStore(tables),
    figures: figuresStore(tables),
    reference: referenceData,
    clock: { now: () => inLondon('2026-07-01') },
  }
  return {
    reconcile: reconcileFigures(dependencies),
    miscount: (year: string, organisation: string, by: number) =>
      tables.client.send(
        new UpdateCommand({
          TableName: tables.figures,
          Key: { scope: `1#year#${year}`, entry: organisation },
          UpdateExpression: 'ADD withdrawn :by',
          ExpressionAttributeValues: { ':by': by },
        }),
      ),
  }
})

const difference = (year: string, organisation: string, counted: number) => ({
  year,
  organisation,
  hmrc: false,
  counter: 'withdrawn',
  counted,
  recounted: 0,
})

test('finds nothing where every counter is what the referrals come to', async ({ night }) => {
  expect(await night.reconcile()).toEqual([])
})

test('names a counter that is wrong, in any year that has referrals', async ({ night }) => {
  await night.miscount('2026-27', 'essex', 2)
  await night.miscount('2021-22', 'kent', 1)
  const found = await night.reconcile()
  expect(found).toHaveLength(2)
  expect(found).toEqual(
    expect.arrayContaining([difference('2026-27', 'essex', 2), difference('2021-22', 'kent', 1)]),
  )
})

test('names counters of a recent year without referrals', async ({ night }) => {
  await night.miscount('2024-25', 'kent', 3)
  expect(await night.reconcile()).toEqual([difference('2024-25', 'kent', 3)])
})

test('names what is not counted at all', async ({ night, tables }) => {
  const { history } = given(
    registering(
      { organisation: 'psni', sarReference: 'SAR-9', referredOn: '2026-04-09' },
      { id: 'R-9999-9999' },
    ),
  )
  await sarRegister(tables).register(history[0], rulesAt('psni'))
  const found = await night.reconcile()
  expect(found.length).toBeGreaterThan(0)
  expect(
    found.every(
      ({ organisation, counted, recounted }) => organisation === 'psni' && counted === 0 && recounted === 1,
    ),
  ).toBe(true)
})
