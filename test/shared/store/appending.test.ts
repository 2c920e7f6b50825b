import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { describe } from 'vitest'
import type { Recorded, ReferralChange } from '../../../shared/domain/referral/events.ts'
import { referralStore, sarRegister } from '../../../shared/store/referral-store.ts'
import { test } from '../../support/engine.ts'
import {
  acknowledging,
  extending,
  given,
  givingOutcome,
  registering,
  reminding,
  reportingProgress,
  rulesAt,
  rulesWithOneRung,
  withdrawing,
  type Changing,
} from '../../support/referrals.ts'

const kent = rulesAt('kent')
const id = 'R-7K3M-9QXD'
const situation = given(registering({ organisation: 'kent', referredOn: '2026-04-07' }, { id }))

type Tables = Parameters<typeof sarRegister>[0]
const registered = async (tables: Tables) => {
  await sarRegister(tables).register(situation.history[0], kent)
  return referralStore(tables)
}

const eventOf = (command: Changing): Recorded<ReferralChange> => {
  const decision = situation.when(command)
  if (!decision.ok || !decision.value) throw new Error('nothing was decided')
  return decision.value
}

describe('appending an event', () => {
  test('changes the referral, and the history keeps everything', async ({ expect, tables }) => {
    const store = await registered(tables)
    const event = eventOf(acknowledging('2026-04-08', { localReference: 'PSD/26/118' }))
    const changed = await store.append(situation.referral, event, kent)
    expect(changed).toMatchObject({ version: 2, status: 'awaiting_first_return' })
    const found = await store.find(id)
    expect(found?.history).toEqual([situation.history[0], event])
    expect(found?.referral).toEqual(changed)
  })

  test('decided on an older version changes nothing', async ({ expect, tables }) => {
    const store = await registered(tables)
    const first = eventOf(acknowledging('2026-04-08'))
    await store.append(situation.referral, first, kent)
    expect(await store.append(situation.referral, eventOf(withdrawing('2026-04-09')), kent)).toBeUndefined()
    expect((await store.find(id))?.history).toEqual([situation.history[0], first])
  })

  test('twice, as after a lost answer, is appending once', async ({ expect, tables }) => {
    const store = await registered(tables)
    const event = eventOf(acknowledging('2026-04-08'))
    expect(await store.append(situation.referral, event, kent)).toBeDefined()
    expect(await store.append(situation.referral, event, kent)).toBeUndefined()
    expect((await store.find(id))?.history).toHaveLength(2)
  })

  test('to a referral that does not exist makes none', async ({ expect, tables }) => {
    const store = referralStore(tables)
    expect(await store.append(situation.referral, eventOf(acknowledging('2026-04-08')), kent)).toBeUndefined()
    expect(await store.find(id)).toBeUndefined()
  })

  test('keeps what people write, in any script', async ({ expect, tables }) => {
    const store = await registered(tables)
    const rationale = 'Mae’r ŵyl ar ben. 🙂 شرطة\n\n"quoted" \\ <b> שלום 警察'
    await store.append(situation.referral, eventOf(givingOutcome('2026-04-08', { rationale })), kent)
    expect((await store.find(id))?.referral).toMatchObject({ given: { outcome: { rationale } } })
  })
})

describe('writers at the same time', () => {
  const commands: readonly Changing[] = [
    acknowledging('2026-04-08'),
    givingOutcome('2026-04-08'),
    reportingProgress('2026-04-08', '2026-06-30'),
    withdrawing('2026-04-08'),
    extending('2026-04-08', 5),
    acknowledging('2026-04-08', { personnelConfirmed: 'no' }),
    givingOutcome('2026-04-08', { intelligenceValue: 'no_value' }),
    reportingProgress('2026-04-08', '2026-07-01'),
    extending('2026-04-08', 10),
    reminding('2026-04-22', kent),
  ]

  test('of one version: exactly one wins, and what it decided is what is there', async ({
    expect,
    tables,
    elsewhere,
  }) => {
    await registered(tables)
    const results = await Promise.all(
      commands.map((command, place) =>
        referralStore(place % 2 === 0 ? tables : elsewhere).append(
          situation.referral,
          eventOf(command),
          kent,
        ),
      ),
    )
    const [won, ...more] = results.filter((result) => result !== undefined)
    expect(more).toEqual([])
    expect((await referralStore(elsewhere).find(id))?.referral).toEqual(won)
  })

  test('each deciding again until it is heard: nothing is lost, and every version is there once', async ({
    expect,
    tables,
    elsewhere,
  }) => {
    await registered(tables)
    const report = async (store: ReturnType<typeof referralStore>, place: number): Promise<void> => {
      const found = await store.find(id)
      if (!found) throw new Error('gone')
      const command = reportingProgress('2026-04-08', '2026-06-30', {
        rationale: `Report of writer number ${place}.`,
      })
      const decision = command(found.referral)
      if (!decision.ok || !decision.value) throw new Error('refused')
      if (!(await store.append(found.referral, decision.value, kent))) await report(store, place)
    }
    const writers = Array.from({ length: 10 }, (_, place) => place)
    await Promise.all(
      writers.map((place) => report(referralStore(place % 2 === 0 ? tables : elsewhere), place)),
    )
    const found = await referralStore(tables).find(id)
    const rationales = found?.history.flatMap((event) =>
      event.type === 'progress_reported' ? event.report.rationale : [],
    )
    expect(rationales?.toSorted()).toEqual(writers.map((place) => `Report of writer number ${place}.`))
    expect(found?.history.map(({ version }) => version)).toEqual(
      Array.from({ length: 11 }, (_, place) => place + 1),
    )
  })
})

describe('the keys of the indexes', () => {
  const rules = rulesWithOneRung('kent')

  const keys = async (tables: Tables) => {
    const { Item = {} } = await tables.client.send(
      new GetCommand({ TableName: tables.referrals, Key: { id } }),
    )
    const { answeringUnit, due, remindOn, organisation, referred } = Item
    return { answeringUnit, due, remindOn, organisation, referred }
  }

  const always = { organisation: 'kent', referred: `2026-04-07#${id}` }
  const open = (due: string, remindOn?: string) => ({
    ...always,
    answeringUnit: 'kent',
    due: `${due}#${id}`,
    remindOn,
  })
  const closed = { ...always, answeringUnit: undefined, due: undefined, remindOn: undefined }

  test.for([
    ['when registered', [], open('2026-04-21', '2026-04-22')],
    ['when acknowledged', [acknowledging('2026-04-08')], open('2026-06-04', '2026-06-05')],
    ['when reported on', [reportingProgress('2026-04-08', '2026-06-30')], open('2026-06-30', '2026-07-01')],
    ['when put off', [extending('2026-04-08', 5)], open('2026-04-28', '2026-04-29')],
    [
      'when reminded of the acknowledgement',
      [reminding('2026-04-22', rules)],
      open('2026-04-21', '2026-06-05'),
    ],
    [
      'when reminded for the last time',
      [reminding('2026-04-22', rules), reminding('2026-06-05', rules)],
      open('2026-06-04'),
    ],
    ['gone when answered', [givingOutcome('2026-04-08')], closed],
    ['gone when withdrawn', [acknowledging('2026-04-08'), withdrawing('2026-04-09')], closed],
  ] as const)('%s', async ([, commands, expected], { expect, tables }) => {
    await sarRegister(tables).register(situation.history[0], rules)
    const store = referralStore(tables)
    let { referral } = situation
    for (const command of commands) {
      const decision = command(referral)
      if (!decision.ok || !decision.value) throw new Error('refused')
      referral = (await store.append(referral, decision.value, rules)) ?? referral
    }
    expect(await keys(tables)).toEqual(expected)
    expect(await store.allOpen('kent')).toEqual(expected.answeringUnit === undefined ? [] : [referral])
  })
})
