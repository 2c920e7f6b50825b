import { describe, expect, test } from 'vitest'
import { chooseWithheld } from '../../../../shared/domain/disclosure/choose.ts'
import { above, cell, fixed, system, total } from './small-systems.ts'

const chosen = (...of: Parameters<typeof system>) => [...chooseWithheld(system(...of))].toSorted()

const [all, few, many, some] = [
  cell('all', 42, 400),
  cell('few', 2),
  cell('many', 30, 20),
  cell('some', 10, 10),
]
const split = total('all', 'few', 'many', 'some')

describe('what is withheld of one edition', () => {
  test('is nothing where nothing is small', () => {
    expect(chosen([cell('none', 0), cell('five', 5)], [])).toEqual([])
  })

  test('is what is small, alone where nothing joins it', () => {
    expect(chosen([few, many], [])).toEqual(['few'])
    expect(chosen([few, many], [above('many', 'few', 28)])).toEqual(['few'])
  })

  test('is the cheapest other count with it, where a total joins them', () => {
    expect(chosen([all, few, many, some], [split])).toEqual(['few', 'some'])
    expect(chosen([all, few, many, cell('some', 10, 30)], [split])).toEqual(['few', 'many'])
  })

  test('is the total, where there is nothing else but nought', () => {
    expect(chosen([cell('all', 2), few, cell('none', 0)], [total('all', 'few', 'none')])).toEqual([
      'all',
      'few',
    ])
  })

  test('is one more of two small counts that could not both be large', () => {
    const parts = [cell('all', 34, 400), few, cell('two', 2), many]

    expect(chosen(parts, [total('all', 'few', 'two', 'many')])).toEqual(['few', 'many', 'two'])
  })

  test('is no more where two small counts together leave room enough', () => {
    const rows = [cell('all', 38, 400), cell('few', 4), cell('four', 4), many]

    expect(chosen(rows, [total('all', 'few', 'four', 'many')])).toEqual(['few', 'four'])
  })

  test('goes on from table to table', () => {
    const cells = [few, many, cell('row', 32, 400), cell('other', 8, 5), cell('column', 38, 400)]

    expect(chosen(cells, [total('row', 'few', 'many'), total('column', 'many', 'other')])).toEqual([
      'few',
      'many',
      'other',
    ])
  })

  test('is a total of small counts that could be no less, so that it could be more', () => {
    const ones = ['a', 'b', 'c', 'd', 'e', 'f'].map((path) => cell(path, 1))

    expect(chosen([cell('six', 6), ...ones], [total('six', ...ones.map(({ path }) => path))])).toContain(
      'six',
    )
  })

  test('is everything but the noughts where nothing else leaves a doubt', () => {
    expect(chosen([few, many, cell('none', 0)], [fixed('few')])).toEqual(['few', 'many'])
  })
})

describe('what is withheld of a later edition', () => {
  const pair = [total('all', 'few', 'many')]
  const cells = [cell('all', 32, 400), few, many]

  test('is what was withheld before, a nought as well', () => {
    const before = { withheldBefore: new Set(['gone', 'many']) }

    expect(chosen([cell('gone', 0), many, some], [], before)).toEqual(['gone', 'many'])
  })

  test('is what leaves room for more or for less, whichever is cheaper, and free if withheld already', () => {
    const between = (upper: number, lower: number, ...before: readonly string[]) =>
      chosen(
        [cell('upper', 10, upper), cell('it', 10), cell('lower', 10, lower)],
        [above('upper', 'it', 0), above('it', 'lower', 0)],
        { withheldBefore: new Set(['it', ...before]) },
      )

    expect(between(1, 2)).toEqual(['it', 'upper'])
    expect(between(2, 1)).toEqual(['it', 'lower'])
    expect(between(9, 1, 'upper')).toEqual(['it', 'upper'])
    expect(between(1, 9, 'lower')).toEqual(['it', 'lower'])
  })

  test('is no count that an earlier edition showed, as long as another serves', () => {
    expect(chosen(cells, pair, { known: new Set(['many']) })).toEqual(['all', 'few'])
    expect(chosen(cells, pair, { known: new Set(['all']) })).toEqual(['few', 'many'])
  })

  test('leaves at least those in doubt who have no other edition', () => {
    expect(chosen(cells, pair, { known: new Set(['all', 'many']) })).toEqual(['few', 'many'])
  })

  test('leaves those in doubt who have both, of what is withheld for the others’ sake', () => {
    expect(chosen(cells, [...pair, fixed('few')], { ownConstraints: 1 })).toEqual(['all', 'few', 'many'])
  })

  test('is everything but the noughts where even those are sure', () => {
    const gone = cell('gone', 0)
    const more = { ownConstraints: 1, withheldBefore: new Set(['gone']) }

    expect(chosen([few, gone, many, cell('none', 0)], [fixed('few'), fixed('many')], more)).toEqual([
      'few',
      'gone',
      'many',
    ])
  })

  test('counts on nothing that is known already', () => {
    const known = { known: new Set(['some']), withheldBefore: new Set(['some']) }

    expect(chosen([all, few, many, some], [split], known)).toEqual(['few', 'many', 'some'])
  })
})
