import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { publish } from '../../shared/domain/disclosure/publish.ts'
import type { Count, InternalSummary } from '../../shared/domain/figures/summary.ts'
import { fits, foundOut, puzzleOf, rangeOf, withheldIn } from './disclosure-attacker.ts'
import { seeminglyUnmoved, sideBySide, truthOf } from './disclosure-editions.ts'
import { laterFrom, populationFrom, sampleSized } from './disclosure-population.ts'
import { read, type Reading } from './disclosure-reader.ts'
import { figuresOf, laidOpen } from './disclosure-tables.ts'

const { PROPERTY_RUNS: runs } = z
  .object({ PROPERTY_RUNS: z.coerce.number().int().positive().default(8) })
  .parse(process.env)

const truthIn = (figures: InternalSummary): ReadonlyMap<string, number> =>
  new Map(
    read(laidOpen(figures)).cells.flatMap(({ name, count }) =>
      count === 'c' ? [] : [[name, count] as const],
    ),
  )

const isSmall = (count: Count) => count !== 'c' && count >= 1 && count <= 4

/** Only what is small is withheld: what a publisher does who has not read on. */
const withoutSecondary = ({ cells, statements }: Reading): Reading => {
  const hidden = ({ name, count }: Reading['cells'][number]) => ({
    name,
    count: name !== '' && isSmall(count) ? ('c' as const) : count,
  })
  return {
    cells: cells.map(hidden),
    statements: statements.map(({ left, sign, right }) => ({
      left: left.map(hidden),
      sign,
      right: right.map(hidden),
    })),
  }
}

/** Years in which not every small count could be both 1 and more than 4, and takes others with it so that it could be another. */
const narrow: [number][] = [[17], [117], [154], [157], [204]]

const check = (property: fc.IPropertyWithHooks<[number]>, numRuns = runs) =>
  fc.assert(property, { numRuns, examples: narrow })
const seconds = (count: number) => Math.max(60, count * 10) * 1000

describe('no withheld count can be worked out', () => {
  test(
    'from one edition, by a reader with a solver',
    () => {
      check(
        fc.property(fc.nat(), (seed) => {
          const figures = figuresOf(populationFrom(seed))
          const truth = truthIn(figures)
          const reading = read(publish(figures, []))
          const puzzle = puzzleOf(reading)
          expect(fits(puzzle, (name) => truth.get(name) ?? Number.NaN)).toBe(true)
          expect(foundOut(puzzle)).toEqual(new Map())
        }),
      )
    },
    seconds(runs),
  )

  test(
    'nor that it is small',
    () => {
      check(
        fc.property(fc.nat(), (seed) => {
          const figures = figuresOf(populationFrom(seed))
          const truth = truthIn(figures)
          const reading = read(publish(figures, []))
          const names = withheldIn(reading).filter((name) => !name.startsWith('x_theme'))
          const name = names[seed % names.length]
          if (name === undefined) return
          const [low = Number.NaN, high = Number.NaN] = rangeOf(puzzleOf(reading), name) ?? []
          expect(low).toBeLessThanOrEqual(truth.get(name) ?? Number.NaN)
          expect(high).toBeGreaterThanOrEqual(truth.get(name) ?? Number.NaN)
          expect(high).toBeGreaterThan(4)
        }),
        runs * 2,
      )
    },
    seconds(runs),
  )

  test(
    'from a later edition, nor by a reader who takes for unmoved whatever nothing has moved around',
    () => {
      check(
        fc.property(fc.nat(), (seed) => {
          const population = populationFrom(seed)
          const [first, then] = [figuresOf(population), figuresOf(laterFrom(seed, population))]
          const published = publish(first, [])
          const [earlier, later] = [read(published), read(publish(then, [published]))]
          expect(foundOut(puzzleOf(later, undefined, new Set(withheldIn(earlier))))).toEqual(new Map())

          const truth = truthOf(truthIn(first), truthIn(then))
          const guessed = foundOut(sideBySide(earlier, later, seeminglyUnmoved(earlier, later)))
          expect([...(guessed ?? [])].filter(([name, value]) => truth(name) === value)).toEqual([])
        }),
      )
    },
    seconds(runs),
  )
})

describe('that reader', () => {
  test('wins where only the small counts are withheld', () => {
    const wins = [1, 2, 3, 4, 5].map((seed) => {
      const figures = figuresOf(sampleSized(seed))
      const truth = truthIn(figures)
      const found = foundOut(puzzleOf(withoutSecondary(read(laidOpen(figures)))))
      expect([...(found ?? [])].every(([name, value]) => truth.get(name) === value)).toBe(true)
      return found?.size ?? 0
    })
    expect(wins.filter((found) => found > 0).length).toBeGreaterThan(0)
  })

  test('wins where a later edition shows what an earlier one withheld', () => {
    const figures = figuresOf(sampleSized(1))
    const earlier = read(publish(figures, []))
    const later = read(laidOpen(figures))
    const puzzle = sideBySide(later, earlier, new Set(withheldIn(earlier)))
    expect(withheldIn(earlier).length).toBeGreaterThan(0)
    expect(puzzle.least.size).toBe(0)
  })
})

describe('what is published', () => {
  test('withholds every count from 1 to 4, no 0, and in later editions whatever it withheld before', () => {
    check(
      fc.property(fc.nat(), (seed) => {
        const population = populationFrom(seed)
        const [first, then] = [figuresOf(population), figuresOf(laterFrom(seed, population))]
        const published = publish(first, [])
        const next = publish(then, [published])
        const truth = truthIn(first)
        const hidden = withheldIn(read(published)).filter((name) => !name.startsWith('x_theme'))
        const shown = read(published).cells.filter(({ count }) => count !== 'c')
        expect(shown.filter(({ name, count }) => isSmall(count) || truth.get(name) !== count)).toEqual([])
        expect(hidden.filter((name) => truth.get(name) === 0)).toEqual([])
        expect(withheldIn(read(next))).toEqual(expect.arrayContaining(hidden))
        expect(published.dataQuality.counts).toBe(read(published).cells.length)
        expect(published.dataQuality.withheldCounts).toBe(withheldIn(read(published)).length)
      }),
      runs * 4,
    )
  })

  test('is the same for the same figures', () => {
    const figures = figuresOf(sampleSized(7))
    expect(publish(figures, [])).toEqual(publish(structuredClone(figures), []))
  })
})
