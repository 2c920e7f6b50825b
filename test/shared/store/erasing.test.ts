import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { describe } from 'vitest'
import { draftsStore } from '../../../shared/store/drafts-store.ts'
import { referralStore, sarRegister } from '../../../shared/store/referral-store.ts'
import { erase } from '../../../shared/domain/referral/erase.ts'
import {
  byUkfiu,
  given,
  givingOutcome,
  inLondon,
  registering,
  rulesAt,
  withdrawing,
} from '../../support/referrals.ts'
import { test } from '../../support/engine.ts'
import type { createTables } from '../../support/tables.ts'

type Tables = Parameters<typeof sarRegister>[0] & Awaited<ReturnType<typeof createTables>>

const id = 'R-0000-0001'
const kent = rulesAt('kent')

/** A referral that closed in 2026, as the store has it, and the decision to erase it in 2028. */
const closed = async (tables: Tables) => {
  const { history } = given(
    registering({ organisation: 'kent', referredOn: '2026-04-07' }, { id }),
    givingOutcome('2026-05-20'),
  )
  const [first, ...changes] = history
  await sarRegister(tables).register(first, kent)
  for (const change of changes) {
    const before = await referralStore(tables).find(id)
    if (before) await referralStore(tables).append(before.referral, change, kent)
  }
  const stored = await referralStore(tables).find(id)
  const decision =
    stored && erase(stored.referral, { reason: 'ordered' }, byUkfiu(stored.referral, '2028-05-20'))
  if (!stored || !decision?.ok || !decision.value) throw new Error('It could not be erased')
  return { stored, erasure: decision.value }
}

const everything = async ({ client, referrals, sarRegister: register }: Tables) => [
  (await client.send(new ScanCommand({ TableName: referrals }))).Items,
  (await client.send(new ScanCommand({ TableName: register }))).Items,
]
const asText = async (tables: Tables) => JSON.stringify(await everything(tables))

describe('erasing', () => {
  test('leaves the history without its words, and nobody who holds the SAR', async ({ expect, tables }) => {
    const { stored, erasure } = await closed(tables)
    expect(await asText(tables)).toContain('SAR-2026/000417')
    const erased = await sarRegister(tables).erase(stored, erasure)
    expect(erased).toMatchObject({ version: 3, registration: { sarReference: null } })
    expect((await referralStore(tables).find(id))?.referral).toEqual(erased)
    expect(await asText(tables)).not.toContain('SAR-2026/000417')
    expect(await sarRegister(tables).holdersOf('SAR-2026/000417')).toEqual([])
    expect(await referralStore(tables).ofOrganisation('kent', '2026-04-01', '9999', 5)).toEqual([erased])
  })

  test('does nothing at all to a referral that moved on meanwhile', async ({ expect, tables, elsewhere }) => {
    const { stored, erasure } = await closed(tables)
    const decision = withdrawing('2028-05-19')(stored.referral)
    if (decision.ok && decision.value)
      await referralStore(elsewhere).append(stored.referral, decision.value, kent)
    const before = await everything(tables)
    expect(await sarRegister(tables).erase(stored, erasure)).toBeUndefined()
    expect(await everything(tables)).toEqual(before)
  })

  test('done twice at once is done once', async ({ expect, tables, elsewhere }) => {
    const { stored, erasure } = await closed(tables)
    const both = await Promise.all([
      sarRegister(tables).erase(stored, erasure),
      sarRegister(elsewhere).erase(stored, erasure),
    ])
    expect(both.filter((erased) => erased !== undefined).length).toBe(1)
    expect((await referralStore(tables).find(id))?.history.length).toBe(3)
  })

  test('does not free a SAR that is held as another referral', async ({ expect, tables }) => {
    const { stored, erasure } = await closed(tables)
    await sarRegister(tables).erase(stored, erasure)
    const again = given(
      registering({ organisation: 'kent', referredOn: '2028-06-01' }, { id: 'R-0000-0002' }),
    )
    expect((await sarRegister(tables).register(again.history[0], kent)).stored).toBe(true)
    expect(await sarRegister(tables).holdersOf('SAR-2026/000417')).toEqual(['kent'])
  })

  test('takes with it what anybody typed about it, and nothing else', async ({ expect, tables }) => {
    const drafts = draftsStore(tables)
    const kept = { values: { rationale: ['typed'] }, savedAt: inLondon('2028-05-19'), expiresAt: 1 }
    const keys = [`/referrals/${id}/outcome`, `/referrals/${id}/retain`, '/referrals/R-0000-0002/outcome']
    for (const person of ['a', 'b']) {
      for (const form of keys) await drafts.put({ person, form, ...kept })
    }
    await drafts.removeAbout(id)
    const found = await Promise.all(
      ['a', 'b'].flatMap((person) => keys.map((form) => drafts.find({ person, form }))),
    )
    expect(found.map((draft) => draft !== undefined)).toEqual([false, false, true, false, false, true])
  })
})
