import { describe, expect, test } from 'vitest'
import {
  alternativeTo,
  answers,
  type Freedom,
  type Wanted,
} from '../../../../shared/domain/disclosure/alternatives.ts'
import { above, cell, fixed, system, total } from './small-systems.ts'

const free = (withheld: readonly string[], possible: readonly string[] = []): Freedom => ({
  withheld: new Set(withheld),
  possible: new Set(possible),
})

const [all, few, many, some] = [cell('all', 42), cell('few', 2), cell('many', 30), cell('some', 10)]
const split = system([all, few, many, some], [total('all', 'few', 'many', 'some')])
const moreThanFour: Wanted = { cell: few, side: 'min', value: 5 }

test('a summary answers where its count is on the wanted side, or just there', () => {
  const at = (value: number) => new Map([['few', value]])
  const atMost: Wanted = { cell: few, side: 'max', value: 5 }

  expect([4, 5, 6].map((value) => answers(at(value), moreThanFour))).toEqual([false, true, true])
  expect([4, 5, 6].map((value) => answers(at(value), atMost))).toEqual([true, true, false])
  expect(answers(new Map([['many', 5]]), moreThanFour)).toBe(false)
})

describe('another summary', () => {
  test('moves withheld counts against one another, and names those that moved', () => {
    const found = alternativeTo(split, free(['few', 'many', 'some']), { cell: many, side: 'max', value: 1 })
    const pair = alternativeTo(split, free(['few', 'many']), { cell: many, side: 'max', value: 1 })

    expect(found?.get('many')).toBe(1)
    expect((found?.get('few') ?? 2) + (found?.get('some') ?? 10)).toBe(41)
    expect(pair).toEqual(
      new Map([
        ['few', 31],
        ['many', 1],
      ]),
    )
  })

  test('is none where the shown counts leave no room', () => {
    expect(alternativeTo(split, free(['few']), moreThanFour)).toBeNull()
    expect(alternativeTo(split, free(['many', 'some']), moreThanFour)).toBeNull()
  })

  test('withholds the cheapest that there is', () => {
    const dear = cell('many', 30, 20)
    const of = (cells: Parameters<typeof system>[0]) => system(cells, [total('all', 'few', 'many', 'some')])
    const choice = free(['few'], ['all', 'many', 'some'])

    expect(alternativeTo(of([cell('all', 42, 400), few, dear, some]), choice, moreThanFour)).toEqual(
      new Map([
        ['few', 5],
        ['some', 7],
      ]),
    )
    expect(alternativeTo(of([all, few, dear, cell('some', 10, 20)]), choice, moreThanFour)).toEqual(
      new Map([
        ['few', 5],
        ['all', 45],
      ]),
    )
  })

  test('finds less as well as more', () => {
    const one: Wanted = { cell: few, side: 'max', value: 1 }

    expect(alternativeTo(split, free(['few'], ['many']), one)).toEqual(
      new Map([
        ['few', 1],
        ['many', 31],
      ]),
    )
  })

  test('takes no withheld count below 1, for a 0 is shown', () => {
    const none: Wanted = { cell: few, side: 'max', value: 0 }
    const pair = system([cell('all', 3), few, cell('one', 1)], [total('all', 'few', 'one')])

    expect(alternativeTo(split, free(['few', 'many']), none)).toBeNull()
    expect(alternativeTo(pair, free(['few', 'one']), { cell: few, side: 'min', value: 3 })).toBeNull()
  })

  test('takes one to 0 that is 0 and was withheld before', () => {
    const gone = cell('gone', 0)
    const pair = system([all, gone, many], [total('all', 'gone', 'many')])
    const one: Wanted = { cell: gone, side: 'min', value: 1 }
    const none: Wanted = { cell: many, side: 'max', value: 1 }
    const still = system([cell('all', 1), gone, cell('one', 1)], [total('all', 'gone', 'one')])

    expect(alternativeTo(pair, free(['gone', 'many']), one)?.get('gone')).toBeGreaterThan(0)
    expect(alternativeTo(pair, free(['gone', 'many']), none)).toEqual(
      new Map([
        ['gone', 29],
        ['many', 1],
      ]),
    )
    expect(alternativeTo(still, free(['gone', 'one']), one)).toBeNull()
  })

  test('keeps one count above the other', () => {
    const pair = (slack: number) => system([some, few], [above('some', 'few', slack)])

    expect(alternativeTo(pair(8), free(['few']), moreThanFour)).toEqual(new Map([['few', 5]]))
    expect(alternativeTo(pair(3), free(['few']), moreThanFour)).toEqual(new Map([['few', 5]]))
    expect(alternativeTo(pair(2), free(['few']), moreThanFour)).toBeNull()
    expect(alternativeTo(pair(2), free(['few', 'some']), moreThanFour)).toEqual(
      new Map([
        ['few', 5],
        ['some', 11],
      ]),
    )
  })

  test('holds to every table at once', () => {
    const [upper, lower] = [cell('upper', 2), cell('lower', 20)]
    const crossed = system(
      [few, many, upper, lower, cell('left', 4), cell('right', 50)],
      [total('left', 'few', 'upper'), total('right', 'many', 'lower')],
    )

    expect(alternativeTo(crossed, free(['few', 'upper', 'many', 'lower']), moreThanFour)).toBeNull()
    expect(alternativeTo(crossed, free(['few', 'left']), moreThanFour)).toEqual(
      new Map([
        ['few', 5],
        ['left', 7],
      ]),
    )
    expect(alternativeTo(system([few], [fixed('few')]), free(['few']), moreThanFour)).toBeNull()
  })

  test('is whole numbers only', () => {
    const halves = system(
      [few, cell('half', 1)],
      [
        {
          equal: true,
          slack: 0,
          terms: new Map([
            ['few', 1],
            ['half', -2],
          ]),
        },
      ],
    )

    expect(alternativeTo(halves, free(['few', 'half']), moreThanFour)).toEqual(
      new Map([
        ['few', 6],
        ['half', 3],
      ]),
    )
  })
})
