import { expect, test } from 'vitest'
import { mapCounts } from '../../../../shared/domain/disclosure/counts.ts'
import { importanceOf } from '../../../../shared/domain/disclosure/importance.ts'
import { sampleSized } from '../../../properties/disclosure-population.ts'
import { figuresOf } from '../../../properties/disclosure-tables.ts'

test('every count of the summary belongs to a section that has an importance', () => {
  const without: string[] = []
  mapCounts(figuresOf(sampleSized(1)), (path) => {
    if (importanceOf(path) <= 1) without.push(path)
  })

  expect(without).toEqual([])
})

test('the year’s totals come first, and the referrals of a table before its other columns', () => {
  const paths = [
    'response/referralsMade',
    'response/outstanding',
    'evidenceOfCorruption/actual',
    'subjectTypes/police_officer/referrals',
    'responseByMonth/2025-04/referralsMade',
    'subjectTypes/police_officer/actual',
    'responseByMonth/2025-04/outstanding',
  ]

  expect(paths.map(importanceOf)).toEqual([1000, 400, 200, 50, 25, 20, 10])
})
