import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { describe } from 'vitest'
import { referralStore, sarRegister } from '../../../shared/store/referral-store.ts'
import { test } from '../../support/engine.ts'
import { given, redirectionOf, registering, rulesAt } from '../../support/referrals.ts'

const kent = rulesAt('kent')
const anId = (place: number) => `R-0000-${String(place).padStart(4, '0')}`
const registered = (id: string, fields: Readonly<Record<string, unknown>> = {}) =>
  given(registering({ organisation: 'kent', ...fields }, { id })).history[0]

const decided = (organisation: string, newId: string) => {
  const { referral } = given(registering({ organisation: 'kent' }, { id: anId(1) }))
  const decision = redirectionOf(referral, '2026-04-10', organisation, { newId })
  if (!decision.ok) throw new Error('refused')
  return { referral, decision: decision.value }
}

describe('registering', () => {
  test('stores the referral, to be read at once as it was written', async ({ expect, tables }) => {
    const event = registered(anId(1))
    const stored = await sarRegister(tables).register(event, kent)
    expect(stored).toMatchObject({ stored: true, referral: { id: anId(1), version: 1 } })
    const found = await referralStore(tables).find(anId(1))
    expect(found?.history).toEqual([event])
    expect(stored.stored && stored.referral).toEqual(found?.referral)
  })

  test('of the same SAR with the same organisation names the one that is there', async ({
    expect,
    tables,
  }) => {
    await sarRegister(tables).register(registered(anId(1)), kent)
    const again = await sarRegister(tables).register(registered(anId(2)), kent)
    expect(again).toEqual({ stored: false, taken: 'sar', by: anId(1) })
    expect(await referralStore(tables).find(anId(2))).toBeUndefined()
  })

  test('of the same SAR with another organisation is another referral', async ({ expect, tables }) => {
    const register = sarRegister(tables)
    await register.register(registered(anId(1)), kent)
    const other = await register.register(registered(anId(2), { organisation: 'essex' }), rulesAt('essex'))
    expect(other.stored).toBe(true)
    expect([...(await register.holdersOf('SAR-2026/000417'))].toSorted()).toEqual(['essex', 'kent'])
    expect(await register.holdersOf('SAR-2026/000418')).toEqual([])
  })

  test('under an id that is taken claims nothing', async ({ expect, tables }) => {
    const register = sarRegister(tables)
    await register.register(registered(anId(1)), kent)
    const again = await register.register(registered(anId(1), { sarReference: 'SAR-OTHER' }), kent)
    expect(again).toEqual({ stored: false, taken: 'for_a_moment' })
    expect(await register.holdersOf('SAR-OTHER')).toEqual([])
  })

  test('20 times at once, from two places, leaves one referral that all the others name', async ({
    expect,
    tables,
    elsewhere,
  }) => {
    const attempts = Array.from({ length: 20 }, (_, place) =>
      sarRegister(place % 2 === 0 ? tables : elsewhere).register(registered(anId(place)), kent),
    )
    const results = await Promise.all(attempts)
    const won = results.filter(({ stored }) => stored)
    const { Items = [] } = await tables.client.send(new ScanCommand({ TableName: tables.referrals }))
    expect(won).toHaveLength(1)
    expect(Items).toHaveLength(1)
    const named = results
      .filter((result) => !result.stored)
      .map((result) => result.taken === 'sar' && result.by)
    expect(named).toEqual(Array.from({ length: 19 }, () => Items[0]?.['id']))
  })
})

describe('redirecting', () => {
  test('closes the one and opens the other', async ({ expect, tables }) => {
    await sarRegister(tables).register(registered(anId(1)), kent)
    const { referral, decision } = decided('essex', anId(2))
    const result = await sarRegister(tables).redirect(referral, decision, kent, rulesAt('essex'))
    expect(result).toMatchObject({ stored: true, referral: { status: 'redirected' } })
    const [closed, opened] = await Promise.all([anId(1), anId(2)].map((id) => referralStore(tables).find(id)))
    expect(closed?.referral).toMatchObject({
      status: 'redirected',
      redirectedTo: { id: anId(2), organisation: 'essex' },
    })
    expect(opened?.referral).toMatchObject({ status: 'awaiting_acknowledgement', redirectedFrom: anId(1) })
    expect(await referralStore(tables).allOpen('kent')).toEqual([])
    expect(await referralStore(tables).allOpen('essex')).toEqual([opened?.referral])
  })

  test('to an organisation that has the SAR already changes nothing', async ({ expect, tables }) => {
    const register = sarRegister(tables)
    await register.register(registered(anId(1)), kent)
    await register.register(registered(anId(3), { organisation: 'essex' }), rulesAt('essex'))
    const { referral, decision } = decided('essex', anId(2))
    expect(await register.redirect(referral, decision, kent, rulesAt('essex'))).toEqual({
      stored: false,
      taken: 'sar',
      by: anId(3),
    })
    expect((await referralStore(tables).find(anId(1)))?.referral.version).toBe(1)
    expect(await referralStore(tables).find(anId(2))).toBeUndefined()
  })

  test('again after it was redirected there: it has moved on, and is no longer to be redirected', async ({
    expect,
    tables,
  }) => {
    const register = sarRegister(tables)
    await register.register(registered(anId(1)), kent)
    const [first, second] = [decided('essex', anId(2)), decided('essex', anId(3))]
    expect(await register.redirect(first.referral, first.decision, kent, rulesAt('essex'))).toMatchObject({
      stored: true,
    })
    expect(await register.redirect(second.referral, second.decision, kent, rulesAt('essex'))).toEqual({
      stored: false,
      taken: 'moved_on',
    })
  })

  test('several times at once, to different organisations: one of them', async ({
    expect,
    tables,
    elsewhere,
  }) => {
    await sarRegister(tables).register(registered(anId(1)), kent)
    const to = ['essex', 'surrey', 'sussex', 'hampshire', 'norfolk', 'suffolk']
    const results = await Promise.all(
      to.map((organisation, place) => {
        const { referral, decision } = decided(organisation, anId(place + 2))
        const register = sarRegister(place % 2 === 0 ? tables : elsewhere)
        return register.redirect(referral, decision, kent, rulesAt(organisation))
      }),
    )
    expect(results.filter(({ stored }) => stored)).toHaveLength(1)
    const taken = results.filter((result) => !result.stored).map((result) => result.taken)
    expect(taken).toEqual(Array.from({ length: 5 }, () => 'moved_on'))
    expect(await sarRegister(tables).holdersOf('SAR-2026/000417')).toHaveLength(2)
  })
})
