import * as fc from 'fast-check'
import { hostileText } from './hostile.ts'

const cell = fc.oneof(
  hostileText,
  fc.constantFrom('kent', '2026-06-01', 'direct', 'P', 'true', 'XXS99XX;XXA1XX'),
)
const columns =
  'sarReference organisation referredOn subjectType linkType identificationBasis apparentConcern handling'
const csvLine = (cells: readonly string[]): string =>
  cells.map((text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',')
const goodRow = fc
  .nat(400)
  .map((number) => `FUZZ-${number},kent,2026-06-01,police_officer,direct,other,unclear,P`)

/** A table to import, good and bad rows in it; now and then no table at all. */
export const importTable: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(fc.oneof(goodRow, fc.array(cell, { minLength: 6, maxLength: 10 }).map(csvLine)), {
        maxLength: 6,
      })
      .map((rows) => [columns.replaceAll(' ', ','), ...rows].join('\n')),
  },
  { weight: 1, arbitrary: hostileText },
)
