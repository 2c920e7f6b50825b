import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { describe } from 'vitest'
import type { KeptFile } from '../../../shared/contracts/edition-item.ts'
import { localDate } from '../../../shared/domain/dates.ts'
import type { Draft } from '../../../shared/domain/editions/edition.ts'
import type { Approved, Drafted, Returned } from '../../../shared/domain/editions/events.ts'
import { reportingYearOf } from '../../../shared/domain/reporting-year.ts'
import { editionsStore, type StoredEdition } from '../../../shared/store/editions-store.ts'
import { test } from '../../support/engine.ts'
import { inLondon } from '../../support/referrals.ts'

const year = reportingYearOf(localDate('2025-06-01'))
const otherYear = reportingYearOf(localDate('2024-06-01'))

const draftedBy = (id: string): Drafted => ({
  type: 'drafted',
  by: { id, name: `Author ${id}` },
  at: inLondon('2026-05-05'),
  asAt: localDate('2026-04-30'),
  note: 'For the June assessment',
  revises: null,
})
const decision = { by: { id: 'b', name: 'B. Approver' }, at: inLondon('2026-05-06'), note: 'Agreed' }
const approved: Approved = { type: 'approved', ...decision }
const returned: Returned = { type: 'returned', ...decision, note: 'The note names a person' }

const file = (folder: KeptFile['folder'], name: string): KeptFile => ({
  folder,
  name,
  key: `editions/${year}/001/${folder}/${name}`,
  sha256: 'ab'.repeat(32),
  bytes: 3,
  contentType: 'text/csv',
})
const frozen = [file('frozen', 'report-internal.json')]

type Store = ReturnType<typeof editionsStore>

const create = async (store: Store, number = 1): Promise<StoredEdition<Draft>> => {
  const created = await store.create({ year, number }, draftedBy('a'), frozen)
  if (created?.edition.state !== 'draft') throw new Error('Not created')
  return { ...created, edition: created.edition }
}

/** Freezes as the next number until one is free, as an author's second try would. */
const freeze = async (store: Store, id: string): Promise<number> => {
  for (;;) {
    const number = await store.nextNumber(year)
    if (await store.create({ year, number }, draftedBy(id), [])) return number
  }
}

test('an edition is found again as it was drafted, with its files', async ({ tables, expect }) => {
  const store = editionsStore(tables)
  const created = await create(store)
  expect(created.edition).toMatchObject({ year, number: 1, state: 'draft', asAt: '2026-04-30' })
  expect(await store.find({ year, number: 1 })).toEqual(created)
  expect(await store.find({ year, number: 2 })).toBeUndefined()
  expect(await store.find({ year: otherYear, number: 1 })).toBeUndefined()
})

test('a year without editions has none, and its first is 1', async ({ tables, expect }) => {
  const store = editionsStore(tables)
  expect(await store.list(year)).toEqual([])
  expect(await store.nextNumber(year)).toBe(1)
})

test('editions are listed in their order, those of another year apart', async ({ tables, expect }) => {
  const store = editionsStore(tables)
  for (const number of [1, 2, 9, 10, 11]) await create(store, number)
  await store.create({ year: otherYear, number: 1 }, draftedBy('a'), [])
  expect((await store.list(year)).map(({ edition }) => edition.number)).toEqual([1, 2, 9, 10, 11])
  expect(await store.nextNumber(year)).toBe(12)
  expect(await store.nextNumber(otherYear)).toBe(2)
})

test('a number is given once: whoever comes second is told, and changes nothing', async ({
  tables,
  expect,
}) => {
  const store = editionsStore(tables)
  const first = await create(store)
  expect(await store.create({ year, number: 1 }, draftedBy('z'), [])).toBeUndefined()
  expect(await store.find({ year, number: 1 })).toEqual(first)
})

test('many who freeze at once get a number each, without a gap', async ({ tables, elsewhere, expect }) => {
  const stores = [editionsStore(tables), editionsStore(elsewhere)]
  const authors = Array.from({ length: 8 }, (_, place) => `author-${place}`)
  const numbers = await Promise.all(
    authors.flatMap((id, place) =>
      stores.slice(place % 2, (place % 2) + 1).map((store) => freeze(store, id)),
    ),
  )
  expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  const drafted = (await editionsStore(tables).list(year)).map(({ edition }) => edition.draftedBy.id)
  expect(new Set(drafted)).toEqual(new Set(authors))
})

describe('a decision', () => {
  test('is written down with its files, beside those that were frozen', async ({ tables, expect }) => {
    const store = editionsStore(tables)
    const draft = await create(store)
    const decided = await store.decide(draft, approved, [file('approved', 'summary.docx')])
    expect(decided?.edition).toMatchObject({ state: 'approved', approvedBy: decision.by })
    expect(decided?.files.map(({ name }) => name)).toEqual(['report-internal.json', 'summary.docx'])
    expect(await store.find({ year, number: 1 })).toEqual(decided)
  })

  test('can bring no file', async ({ tables, expect }) => {
    const store = editionsStore(tables)
    const decided = await store.decide(await create(store), returned, [])
    expect(decided?.edition).toMatchObject({ state: 'returned', reason: 'The note names a person' })
    expect(decided?.files).toEqual(frozen)
  })

  test('is made once: of those made at once exactly one wins', async ({ tables, elsewhere, expect }) => {
    const [one, other] = [editionsStore(tables), editionsStore(elsewhere)]
    const draft = await create(one)
    const answers = await Promise.all([
      one.decide(draft, approved, []),
      other.decide(draft, returned, []),
      one.decide(draft, returned, []),
      other.decide(draft, approved, []),
    ])
    const won = answers.filter((answer) => answer !== undefined)
    expect(won).toHaveLength(1)
    expect(await one.find({ year, number: 1 })).toEqual(won[0])
  })

  test('approves one of several drafts that revise the same edition', async ({
    tables,
    elsewhere,
    expect,
  }) => {
    const stores = [editionsStore(tables), editionsStore(elsewhere)] as const
    const revising = async (number: number, revises: number | null) => {
      const stored = await stores[0].create({ year, number }, { ...draftedBy('a'), revises }, [])
      if (stored?.edition.state !== 'draft') throw new Error('Not created')
      return { ...stored, edition: stored.edition }
    }
    const approveAtOnce = async (drafts: readonly StoredEdition<Draft>[]) => {
      const answers = await Promise.all(
        drafts.map((draft, place) => stores[place % 2 === 0 ? 0 : 1].decide(draft, approved, [])),
      )
      return answers.flatMap((answer) => (answer ? [answer.edition.number] : []))
    }

    const [first, ...noMore] = await approveAtOnce([await revising(1, null), await revising(2, null)])
    expect(first).toBeDefined()
    expect(noMore).toEqual([])

    // As when it was approved by a version of the service that kept no note of what was approved last.
    await tables.client.send(
      new DeleteCommand({
        TableName: tables.editions,
        Key: { reportingYear: `${year}/approved`, edition: 'last' },
      }),
    )
    const second = await approveAtOnce([await revising(3, first ?? 0), await revising(4, first ?? 0)])
    expect(second).toHaveLength(1)
    expect(await approveAtOnce([await revising(5, first ?? 0)])).toEqual([])
    expect(await stores[0].decide(await revising(6, first ?? 0), returned, [])).toMatchObject({
      edition: { state: 'returned' },
    })
    expect((await stores[0].list(year)).map(({ edition }) => edition.state).toSorted()).toEqual([
      'approved',
      'approved',
      'draft',
      'draft',
      'draft',
      'returned',
    ])
  })

  test('about an edition that there is not, is lost and leaves nothing', async ({ tables, expect }) => {
    const store = editionsStore(tables)
    const draft = await create(store)
    const nowhere = { ...draft, edition: { ...draft.edition, number: 7 } }
    expect(await store.decide(nowhere, approved, [])).toBeUndefined()
    expect(await store.find({ year, number: 7 })).toBeUndefined()
  })
})

test('a damaged edition is not read as one', async ({ tables, expect }) => {
  const store = editionsStore(tables)
  await create(store)
  await tables.client.send(
    new UpdateCommand({
      TableName: tables.editions,
      Key: { reportingYear: year, edition: '001' },
      UpdateExpression: 'SET history = :none',
      ExpressionAttributeValues: { ':none': [] },
    }),
  )
  await expect(store.find({ year, number: 1 })).rejects.toThrow()
})
