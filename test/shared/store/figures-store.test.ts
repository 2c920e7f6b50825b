import { describe } from 'vitest'
import { countReferral } from '../../../shared/actions/count-referral.ts'
import { contribution } from '../../../shared/domain/figures/contribution.ts'
import { sumOf, type Counters } from '../../../shared/domain/figures/counters.ts'
import { byOrganisation } from '../../../shared/domain/figures/tally.ts'
import { fold } from '../../../shared/domain/referral/evolve.ts'
import type { Referral } from '../../../shared/domain/referral/referral.ts'
import { isReportingYear, type ReportingYear } from '../../../shared/domain/reporting-year.ts'
import type { FiguresTable } from '../../../shared/store/client.ts'
import { figuresStore, ledger } from '../../../shared/store/figures-store.ts'
import { test } from '../../support/engine.ts'
import {
  acknowledging,
  given,
  givingOutcome,
  registering,
  reportingProgress,
  withdrawing,
  type Changing,
} from '../../support/referrals.ts'

const yearOf = (text: string): ReportingYear => {
  if (!isReportingYear(text)) throw new Error(text)
  return text
}
const year = yearOf('2026-27')

/** A referral as it was at each of its versions. */
const versions = (
  place: number,
  fields: Readonly<Record<string, unknown>>,
  ...changes: readonly Changing[]
): Referral[] => {
  const id = `R-0000-${String(place).padStart(4, '0')}`
  const {
    history: [first, ...later],
  } = given(registering({ referredOn: '2026-04-07', ...fields }, { id }), ...changes)
  return [first, ...later].map((_, count) => fold([first, ...later.slice(0, count)]))
}

const lived = versions(
  1,
  {},
  acknowledging('2026-04-08'),
  reportingProgress('2026-04-09', '2026-06-30'),
  givingOutcome('2026-06-08', { evidenceOfCorruption: 'potential', corruptionCategories: ['infiltration'] }),
  givingOutcome(
    '2026-06-09',
    { evidenceOfCorruption: 'actual', corruptionCategories: ['infiltration', 'other'] },
    4,
  ),
)

/** What everything is counted into before any rebuild. */
const firstLedger = (tables: FiguresTable) => ledger({ ...tables, generation: 1 })

const ones = (referral: Referral): Counters =>
  Object.fromEntries(contribution(referral).counters.map((name) => [name, 1]))

/** What the counters must be when these, and nothing else, were counted. */
const recount = (...referrals: readonly (Referral | undefined)[]): Counters =>
  sumOf(referrals.flatMap((referral) => (referral ? [ones(referral)] : [])))

/** The counters of Kent in the year, without those that have come back to nothing. */
const countersIn = async (tables: FiguresTable, organisation = 'kent') => {
  const tallies = await figuresStore(tables).yearTallies(year)
  const counters = byOrganisation(tallies).get(organisation) ?? {}
  return Object.fromEntries(Object.entries(counters).filter(([, count]) => count !== 0))
}

const markerOf = (referral: Referral) => ({
  version: referral.version,
  ...contribution(referral),
  counters: [...contribution(referral).counters],
})

describe('counting', () => {
  test('begins with nothing', async ({ expect, tables }) => {
    const figures = firstLedger(tables)
    expect(await figures.counted('R-0000-0001')).toBeUndefined()
    expect(await figuresStore(tables).yearTallies(year)).toEqual([])
  })

  test('remembers what was counted, and at which version', async ({ expect, tables }) => {
    const figures = firstLedger(tables)
    const [registered] = lived
    if (!registered) throw new Error('none')
    expect(await figures.count(registered.id, undefined, markerOf(registered))).toBe(true)
    expect(await figures.counted(registered.id)).toEqual(markerOf(registered))
    expect(await countersIn(tables)).toEqual(recount(registered))
  })

  test('from what is not what was counted last changes nothing', async ({ expect, tables }) => {
    const figures = firstLedger(tables)
    const [first, second, third] = lived.map(markerOf)
    if (!first || !second || !third) throw new Error('none')
    await figures.count('R-0000-0001', undefined, first)
    await figures.count('R-0000-0001', first, third)
    expect(await figures.count('R-0000-0001', undefined, second)).toBe(false)
    expect(await figures.count('R-0000-0001', first, second)).toBe(false)
    expect(await figures.counted('R-0000-0001')).toEqual(third)
    expect(await countersIn(tables)).toEqual(recount(lived[2]))
  })

  test('keeps years and organisations apart', async ({ expect, tables }) => {
    const figures = firstLedger(tables)
    const referrals = [
      ...versions(1, {}),
      ...versions(2, { organisation: 'essex' }),
      ...versions(3, { referredOn: '2026-03-31' }),
    ]
    for (const referral of referrals) await countReferral({ figures })(referral)
    expect(await countersIn(tables, 'kent')).toEqual(recount(referrals[0]))
    expect(await countersIn(tables, 'essex')).toEqual(recount(referrals[1]))
    expect(await figuresStore(tables).yearTallies(yearOf('2025-26'))).toMatchObject([
      { organisation: 'kent' },
    ])
  })
})

describe('the versions of a referral', () => {
  const orders: readonly (readonly [string, readonly number[]])[] = [
    ['in order', [0, 1, 2, 3, 4]],
    ['each twice', [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]],
    ['the last first', [4, 3, 2, 1, 0]],
    ['an old one again at the end', [0, 1, 2, 3, 4, 0, 2]],
    ['only the last', [4]],
    ['some missing', [0, 3, 4]],
  ]

  test.for(orders)('%s: count once', async ([, order], { expect, tables }) => {
    const figures = firstLedger(tables)
    for (const place of order) {
      const referral = lived[place]
      if (referral) await countReferral({ figures })(referral)
    }
    expect(await countersIn(tables)).toEqual(recount(lived.at(-1)))
    expect((await figures.counted('R-0000-0001'))?.version).toBe(5)
  })

  test('move on when nothing that is counted changes', async ({ expect, tables }) => {
    const figures = firstLedger(tables)
    const [registered, acknowledged] = lived
    if (!registered || !acknowledged) throw new Error('none')
    await countReferral({ figures })(registered)
    await countReferral({ figures })(acknowledged)
    expect((await figures.counted('R-0000-0001'))?.version).toBe(2)
    expect(await countersIn(tables)).toEqual(recount(registered))
  })

  test('one withdrawn counts as that alone', async ({ expect, tables }) => {
    const figures = firstLedger(tables)
    for (const referral of versions(1, {}, givingOutcome('2026-04-20'), withdrawing('2026-04-21')))
      await countReferral({ figures })(referral)
    expect(await countersIn(tables)).toEqual({ withdrawn: 1 })
  })
})

describe('several workers at the same time', () => {
  test('with one version of one referral', async ({ expect, tables, elsewhere }) => {
    const [registered] = lived
    if (!registered) throw new Error('none')
    const workers = Array.from({ length: 16 }, (_, place) =>
      firstLedger(place % 2 === 0 ? tables : elsewhere),
    )
    await Promise.all(workers.map((figures) => countReferral({ figures })(registered)))
    expect(await countersIn(tables)).toEqual(recount(registered))
  })

  test('with all versions of many referrals, every one delivered to each of them', async ({
    expect,
    tables,
    elsewhere,
  }) => {
    const referrals = Array.from({ length: 6 }, (_, place) =>
      versions(
        place,
        { urgent: place % 2 === 0 },
        acknowledging('2026-04-08'),
        givingOutcome('2026-04-09', { evidenceOfCorruption: 'potential', corruptionCategories: ['other'] }),
        givingOutcome('2026-04-10', { rationale: 'A correction of what was said before.' }, 3),
      ),
    )
    const deliveries = referrals.flat()
    const backwards = deliveries.toReversed()
    const workers = [
      { figures: firstLedger(tables), deliveries },
      { figures: firstLedger(elsewhere), deliveries: backwards },
      { figures: firstLedger(elsewhere), deliveries },
    ]
    await Promise.all(
      workers.map(async ({ figures, deliveries: theirs }) => {
        for (const referral of theirs) await countReferral({ figures })(referral)
      }),
    )
    expect(await countersIn(tables)).toEqual(recount(...referrals.map((all) => all.at(-1))))
  })
})

describe('referrals with HMRC information', () => {
  test('are counted apart from the others of their organisation', async ({ expect, tables }) => {
    const figures = firstLedger(tables)
    const [open] = versions(1, {})
    const [closed] = versions(2, { containsHmrcInformation: true })
    if (!open || !closed) throw new Error('none')
    for (const referral of [open, closed]) await countReferral({ figures })(referral)
    const tallies = await figuresStore(tables).yearTallies(year)
    expect(tallies).toEqual([
      { organisation: 'kent', hmrc: false, counters: ones(open) },
      { organisation: 'kent', hmrc: true, counters: ones(closed) },
    ])
  })
})
