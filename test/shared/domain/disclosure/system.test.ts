import { describe, expect, test } from 'vitest'
import { mapCounts } from '../../../../shared/domain/disclosure/counts.ts'
import { alone, leastOf, systemOf, type System } from '../../../../shared/domain/disclosure/system.ts'
import { withheld, type Count, type PublishedSummary } from '../../../../shared/domain/figures/summary.ts'
import { populationFrom, sampleSized } from '../../../properties/disclosure-population.ts'
import { figuresOf, laidOpen } from '../../../properties/disclosure-tables.ts'
import { anOutcome, many } from './made-up.ts'
import { cell } from './small-systems.ts'

/** What the counts of a constraint come to now. */
const comesTo = ({ cells }: System, terms: ReadonlyMap<string, number>): number =>
  [...terms].reduce((sum, [path, sign]) => sum + sign * (cells.get(path)?.value ?? Number.NaN), 0)

const figures = figuresOf([
  ...many(30, { outcome: anOutcome }),
  ...many(8, { outcome: { ...anOutcome, criminal: 'charged' } }),
])

/** An edition of these figures that withholds some, and says otherwise of others. */
const edition = (
  hidden: readonly string[],
  others: Readonly<Record<string, number>> = {},
): PublishedSummary => {
  const counts = mapCounts(figures, (path, count): Count =>
    hidden.includes(path) ? withheld : (others[path] ?? count),
  )
  const open = laidOpen(figures)
  return {
    ...open,
    ...counts,
    response: { ...counts.response, responseRate: open.response.responseRate },
    dataQuality: { ...open.dataQuality, ...counts.dataQuality },
  }
}

const [none, charged] = ['criminalOutcomes/none/count', 'criminalOutcomes/charged/count']
const toldBy = (published: readonly PublishedSummary[]) => {
  const { constraints, ownConstraints } = systemOf(figures, published)
  return constraints.slice(ownConstraints)
}

describe('one edition', () => {
  test('knows every count by its place, its value and its importance', () => {
    const { cells } = systemOf(figures, [])

    expect(cells.get('response/referralsMade')).toEqual(cell('response/referralsMade', 38, 1000))
    expect(cells.get(charged)).toEqual(cell(charged, 8, 15))
  })

  test('joins its counts as they are: what equals has no slack, and what is at least has what it is more', () => {
    for (const seed of [1, 2, 3]) {
      const year = figuresOf(seed === 1 ? sampleSized(seed) : populationFrom(seed))
      const system = systemOf(year, [])
      const shown = year.dataQuality.organisationsWithReferrals
      const others = system.constraints.filter(({ equal, slack, terms }) => {
        const all = comesTo(system, terms)
        return equal ? slack !== 0 || all !== 0 : slack !== all
      })
      // The referrals made are at least the organisations with referrals, which are always shown.
      expect(others).toEqual([
        {
          equal: false,
          slack: year.response.referralsMade - shown,
          terms: new Map([['response/referralsMade', 1]]),
        },
      ])
      expect(system.ownConstraints).toBe(system.constraints.length)
    }
  })

  test('has nothing that is known or withheld before', () => {
    const system = systemOf(figures, [])

    expect([system.known, system.withheldBefore]).toEqual([new Set(), new Set()])
    expect(alone(system)).toBe(system)
  })
})

describe('an earlier edition', () => {
  test('tells what it showed and has not moved, and nothing of what it withheld or has moved', () => {
    const { known, withheldBefore } = systemOf(figures, [
      edition([none, charged], { 'response/outstanding': 9 }),
    ])

    expect(withheldBefore).toEqual(new Set([none, charged]))
    expect(known.has('response/referralsMade')).toBe(true)
    expect([none, charged, 'response/outstanding'].filter((path) => known.has(path))).toEqual([])
  })

  test('tells what its withheld counts come to, where they still do', () => {
    const bothAre38 = {
      equal: true,
      slack: 0,
      terms: new Map([
        [none, -1],
        [charged, -1],
      ]),
    }

    expect(toldBy([edition([none, charged])])).toContainEqual(bothAre38)
    expect(toldBy([edition([none, charged], { 'criminalOutcomes/caution/count': 6 })])).not.toContainEqual(
      bothAre38,
    )
    expect(toldBy([edition([none, charged], { 'criminalOutcomes/caution/count': 6 })])).toEqual([])
  })

  test('tells nothing by tables of which it withheld nothing', () => {
    expect(toldBy([edition([])])).toEqual([])
    expect(toldBy([edition([none])]).every(({ terms }) => [...terms.keys()].join('') === none)).toBe(true)
  })

  test('tells what is at least another, by how much it is more now, and nothing where it is less', () => {
    const [returned, outcomes] = ['timeliness/workingDaysToFirstReturn', 'timeliness/workingDaysToOutcome']
    const concern = 'otherConcerns/debt/count'
    const hidden = [concern]

    expect(toldBy([edition(hidden)])).toEqual([{ equal: false, slack: 38, terms: new Map([[concern, -1]]) }])
    expect(toldBy([edition(hidden, { [outcomes]: 5, [returned]: 5 })])).toEqual([
      { equal: false, slack: 5, terms: new Map([[concern, -1]]) },
    ])
    expect(toldBy([edition(hidden, { [outcomes]: -1 })])).toEqual([])
  })

  test('tells nothing of a code that there is no more', () => {
    const old = edition([none, charged])
    const retired = { code: 'retired', label: 'Retired', count: withheld } as const
    const told = { ...old, criminalOutcomes: [...old.criminalOutcomes, retired] }
    const { cells, withheldBefore } = systemOf(figures, [told])

    expect(toldBy([told])).toEqual([])
    expect(cells.has('criminalOutcomes/retired/count')).toBe(false)
    expect(withheldBefore).toEqual(new Set([none, charged]))
  })

  test('is unknown to a reader who has the later one alone', () => {
    const both = systemOf(figures, [edition([none, charged])])
    const own = systemOf(figures, [])

    expect(alone(both)).toEqual({ ...own, withheldBefore: new Set([none, charged]) })
    expect(alone(systemOf(figures, [edition([])])).known).toEqual(new Set())
  })
})

test('a withheld count is at the least 1, or 0 where it is 0', () => {
  expect([0, 1, 7].map((value) => leastOf(cell('it', value)))).toEqual([0, 1, 1])
})
