import { describe } from 'vitest'
import * as z from 'zod'
import { localDate } from '../../../shared/domain/dates.ts'
import type { Referral } from '../../../shared/domain/referral/referral.ts'
import { referralStore, sarRegister } from '../../../shared/store/referral-store.ts'
import { duePlace, referredPlace } from '../../../shared/store/referral-item.ts'
import { test } from '../../support/engine.ts'
import {
  acknowledging,
  given,
  givingOutcome,
  registering,
  reportingProgress,
  rulesWithOneRung,
  type Changing,
} from '../../support/referrals.ts'

type Tables = Parameters<typeof sarRegister>[0]

/** Stores a referral with all that happened to it, every event by the write that appends it. */
const store = async (
  tables: Tables,
  place: number,
  fields: Readonly<Record<string, unknown>>,
  ...changes: readonly Changing[]
): Promise<Referral> => {
  const id = `R-0000-${String(place).padStart(4, '0')}`
  const begun = given(registering({ sarReference: `SAR-${place}000`, ...fields }, { id }))
  const rules = rulesWithOneRung(begun.referral.registration.organisation)
  await sarRegister(tables).register(begun.history[0], rules)
  let { referral } = begun
  for (const command of changes) {
    const decision = command(referral)
    if (!decision.ok || !decision.value) throw new Error('refused')
    referral = (await referralStore(tables).append(referral, decision.value, rules)) ?? referral
  }
  return referral
}

const batch = z.object({ Responses: z.record(z.string(), z.array(z.looseObject({ id: z.string() }))) })

/** Lets the table answer as a busy one does: of every batch it leaves one item, while it reads others. Returns those. */
const leavingSome = (client: Tables['client']): readonly string[] => {
  const left: string[] = []
  client.middlewareStack.add(
    (next) => async (args) => {
      const answered = await next(args)
      const { data } = batch.safeParse(answered.output)
      const [table, [first, ...others]] = Object.entries(data?.Responses ?? {})[0] ?? ['', []]
      if (!first || others.length === 0) return answered
      left.push(first.id)
      const unprocessed = { UnprocessedKeys: { [table]: { Keys: [{ id: first.id }] } } }
      return { ...answered, output: { ...answered.output, Responses: { [table]: others }, ...unprocessed } }
    },
    { step: 'initialize', priority: 'high' },
  )
  return left
}

const long = (on: string, next: string) => reportingProgress(on, next, { rationale: '🙂'.repeat(2000) })

const ids = (referrals: readonly Referral[] = []) => referrals.map(({ id }) => id)

describe('the open referrals of a unit', () => {
  test('come by what is due soonest, without those that are answered', async ({ expect, tables }) => {
    const later = await store(tables, 1, { referredOn: '2026-04-10' })
    const soon = await store(tables, 2, { referredOn: '2026-04-07' })
    const acknowledged = await store(tables, 3, { referredOn: '2026-04-01' }, acknowledging('2026-04-02'))
    await store(
      tables,
      4,
      { referredOn: '2026-04-01' },
      givingOutcome('2026-04-02', { concludedOn: '2026-04-02' }),
    )
    expect(await referralStore(tables).allOpen('kent')).toEqual([soon, later, acknowledged])
  })

  test('are those of the organisations that it answers for', async ({ expect, tables }) => {
    const own = await store(tables, 1, { organisation: 'nca' })
    const answeredFor = await store(tables, 2, { organisation: 'border-force' })
    const { allOpen } = referralStore(tables)
    expect(await allOpen('nca')).toEqual([own, answeredFor])
    expect(await allOpen('border-force')).toEqual([])
    expect(await allOpen('atlantis')).toEqual([])
  })

  test('come a page at a time, each once, in order, however many are due on one day', async ({
    expect,
    tables,
  }) => {
    const days = [
      '2026-04-07',
      '2026-04-08',
      '2026-04-07',
      '2026-04-09',
      '2026-04-08',
      '2026-04-07',
      '2026-04-10',
    ]
    for (const [place, referredOn] of days.entries()) await store(tables, place, { referredOn })
    const { open, allOpen } = referralStore(tables)
    const pages: Referral[][] = []
    let after = ' '
    for (
      let page = [...(await open('kent', after, 3))];
      page.length > 0;
      page = [...(await open('kent', after, 3))]
    ) {
      pages.push(page)
      after = page.map(duePlace).at(-1) ?? ''
    }
    expect(pages.map(({ length }) => length)).toEqual([3, 3, 1])
    expect(ids(pages.flat())).toEqual([
      'R-0000-0000',
      'R-0000-0002',
      'R-0000-0005',
      'R-0000-0001',
      'R-0000-0004',
      'R-0000-0003',
      'R-0000-0006',
    ])
    expect(pages.flat()).toEqual(await allOpen('kent'))
  })

  test('one answered between two pages is not missed for another, nor seen twice', async ({
    expect,
    tables,
  }) => {
    const referrals: Referral[] = []
    for (const place of [0, 1, 2, 3]) referrals.push(await store(tables, place, {}))
    const { open, append } = referralStore(tables)
    const first = await open('kent', ' ', 2)
    const [gone] = referrals
    const decision = gone && givingOutcome('2026-04-08')(gone)
    if (!gone || !decision?.ok || !decision.value) throw new Error('refused')
    await append(gone, decision.value, rulesWithOneRung('kent'))
    const second = await open('kent', first.map(duePlace).at(-1) ?? '', 2)
    expect(ids([...first, ...second])).toEqual(['R-0000-0000', 'R-0000-0001', 'R-0000-0002', 'R-0000-0003'])
  })

  test(
    'are all there when they fill more than the megabyte that one read takes',
    { timeout: 30_000 },
    async ({ expect, tables }) => {
      const reports = [
        long('2026-04-08', '2026-04-09'),
        long('2026-04-09', '2026-04-10'),
        long('2026-04-10', '2026-06-30'),
      ]
      const places = Array.from({ length: 50 }, (_, place) => place)
      await Promise.all(places.map((place) => store(tables, place, {}, ...reports)))
      expect(await referralStore(tables).allOpen('kent')).toHaveLength(50)
      expect(await referralStore(tables).open('kent', ' ', 100)).toHaveLength(50)
      expect(await referralStore(tables).open('kent', ' ', 49)).toHaveLength(49)
    },
  )
})

describe('what is due for a reminder', () => {
  test.for([
    ['nothing before', '2026-04-21', []],
    ['what falls due that day', '2026-04-22', ['R-0000-0001']],
    ['and what fell due before', '2026-04-23', ['R-0000-0001', 'R-0000-0002']],
    ['all of it after runs were missed', '2026-12-01', ['R-0000-0001', 'R-0000-0002', 'R-0000-0003']],
  ] as const)('%s: on %s', async ([, day, expected], { expect, tables }) => {
    await store(tables, 1, { referredOn: '2026-04-07' })
    await store(tables, 2, { referredOn: '2026-04-08' })
    await store(tables, 3, { referredOn: '2026-04-07' }, acknowledging('2026-04-08'))
    await store(tables, 4, { referredOn: '2026-04-07' }, givingOutcome('2026-04-08'))
    await store(tables, 5, { referredOn: '2026-04-07', organisation: 'essex' })
    expect(ids(await referralStore(tables).dueForReminder('kent', localDate(day)))).toEqual(expected)
  })
})

describe('the referrals of an organisation, closed ones too', () => {
  test('come the last referred first, a page at a time, from a day on', async ({ expect, tables }) => {
    for (const [place, referredOn] of [
      '2026-04-01',
      '2026-04-07',
      '2026-04-07',
      '2026-05-01',
      '2026-06-01',
    ].entries())
      await store(
        tables,
        place,
        { referredOn },
        ...(place % 2 === 0 ? [givingOutcome(`${referredOn} 11:00`, { concludedOn: referredOn })] : []),
      )
    const { ofOrganisation } = referralStore(tables)
    const first = await ofOrganisation('kent', '2026-04-07', '9999', 2)
    const second = await ofOrganisation('kent', '2026-04-07', first.map(referredPlace).at(-1) ?? '', 2)
    expect(ids(first)).toEqual(['R-0000-0004', 'R-0000-0003'])
    expect(ids(second)).toEqual(['R-0000-0002', 'R-0000-0001'])
    expect(await ofOrganisation('kent', '2026-04-07', second.map(referredPlace).at(-1) ?? '', 2)).toEqual([])
  })

  test('are those referred from one day to another, both included', async ({ expect, tables }) => {
    for (const [place, referredOn] of ['2026-03-31', '2026-04-01', '2026-04-30', '2026-05-01'].entries())
      await store(tables, place, { referredOn })
    await store(tables, 9, { referredOn: '2026-04-15', organisation: 'essex' })
    const april = await referralStore(tables).allOfOrganisation(
      'kent',
      localDate('2026-04-01'),
      localDate('2026-04-30'),
    )
    expect(ids(april.map(({ referral }) => referral))).toEqual(['R-0000-0002', 'R-0000-0001'])
  })

  test('are all there, newest first, when they are more than one request looks up', async ({
    expect,
    tables,
  }) => {
    const places = Array.from({ length: 120 }, (_, place) => place)
    await Promise.all(places.map((place) => store(tables, place, { referredOn: '2026-04-15' })))
    const april = await referralStore(tables).allOfOrganisation(
      'kent',
      localDate('2026-04-01'),
      localDate('2026-04-30'),
    )
    const newestFirst = places.toReversed().map((place) => `R-0000-${String(place).padStart(4, '0')}`)
    expect(ids(april.map(({ referral }) => referral))).toEqual(newestFirst)
  })

  test('are all there, each once, when the table is too busy for some of them', async ({
    expect,
    tables,
  }) => {
    for (const place of [1, 2, 3]) await store(tables, place, { referredOn: '2026-04-15' })
    const left = leavingSome(tables.client)
    const found = await referralStore(tables).ofOrganisation('kent', '2026-04-01', '9999', 5)
    expect(ids(found)).toEqual(['R-0000-0003', 'R-0000-0002', 'R-0000-0001'])
    expect(left).toHaveLength(1)
  })
})
