import { expect, test } from 'vitest'
import { anotherValue, isSmall, wholeRange } from '../../../../shared/domain/disclosure/needs.ts'
import { cell } from './small-systems.ts'

test('1 to 4 are small', () => {
  expect([0, 1, 4, 5, 60].map(isSmall)).toEqual([false, true, true, false, false])
})

test('another value is one more, or one less, and never less than nothing', () => {
  const [six, none] = [cell('six', 6), cell('none', 0)]

  expect(anotherValue(six)).toEqual([
    [
      { cell: six, side: 'min', value: 7 },
      { cell: six, side: 'max', value: 5 },
    ],
  ])
  expect(anotherValue(none)).toEqual([[{ cell: none, side: 'min', value: 1 }]])
})

test('the whole range is more than 4 and also 1, where it is not 1 already', () => {
  const [three, one] = [cell('three', 3), cell('one', 1)]

  expect(wholeRange(three)).toEqual([
    [{ cell: three, side: 'min', value: 5 }],
    [{ cell: three, side: 'max', value: 1 }],
  ])
  expect(wholeRange(one)).toEqual([[{ cell: one, side: 'min', value: 5 }]])
  expect([wholeRange(cell('none', 0)), wholeRange(cell('five', 5))]).toEqual([[], []])
})
