import { expect, test } from 'vitest'
import { publishedThemes } from '../../../../shared/domain/disclosure/themes.ts'
import { withheld, type Count } from '../../../../shared/domain/figures/summary.ts'
import { figuresOf } from '../../../properties/disclosure-tables.ts'
import { many } from './made-up.ts'

const label = 'Theft and fraud'
const theme = (organisations: Count) => ({ code: 'theft_and_fraud', label, organisations })

/** The published counts of a year with so many organisations and so much evidence of that category. */
const countsWith = (actual: Count, potential: Count = 0, organisationsWithReferrals = 45) => {
  const figures = figuresOf(many(1))
  const others = { code: 'vulnerability', label: 'Vulnerability', actual: 90, potential: 90 }
  return {
    ...figures,
    corruptionCategories: [others, { code: 'theft_and_fraud', label, actual, potential }],
    dataQuality: { ...figures.dataQuality, organisationsWithReferrals },
  }
}

const shown = (organisations: Count, counts: ReturnType<typeof countsWith>, ...earlier: Count[]) =>
  publishedThemes(
    [theme(organisations)],
    counts,
    earlier.map((before) => [{ ...theme(7), code: 'vulnerability' }, theme(before)]),
  ).map((published) => published.organisations)

test('a theme has its number of organisations where the shown counts of its own category come to it', () => {
  expect(shown(6, countsWith(6))).toEqual([6])
  expect(shown(6, countsWith(5, 1))).toEqual([6])
  expect(shown(6, countsWith(5))).toEqual(['c'])
  expect(shown(6, countsWith(5, withheld))).toEqual(['c'])
})

test('a theme is named where those come to three', () => {
  expect(shown(6, countsWith(3))).toEqual(['c'])
  expect(shown(6, countsWith(2))).toEqual([])
  expect(shown(6, countsWith(withheld, withheld))).toEqual([])
})

test('three or four organisations are withheld, and five are not', () => {
  expect([3, 4, 5].flatMap((organisations) => shown(organisations, countsWith(60)))).toEqual(['c', 'c', 5])
})

test('no number is withheld that can only be three', () => {
  expect(shown(3, countsWith(60, 0, 4))).toEqual(['c'])
  expect(shown(3, countsWith(60, 0, 3))).toEqual([])
})

test('a number that an earlier edition withheld stays withheld, and another theme’s is no matter', () => {
  expect(shown(6, countsWith(60), withheld)).toEqual(['c'])
  expect(shown(6, countsWith(60), 6, withheld)).toEqual(['c'])
  expect(shown(6, countsWith(60), 6, 7)).toEqual([6])
  expect(
    publishedThemes([theme(6)], countsWith(60), [[{ ...theme(withheld), code: 'vulnerability' }]]),
  ).toEqual([theme(6)])
})

test('a number that is withheld already stays so', () => {
  expect(shown(withheld, countsWith(60))).toEqual(['c'])
})
