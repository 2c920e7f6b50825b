import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownPath } from '../../../functions/web/session/sign-in.ts'
import { csvOf } from '../../../shared/reports/csv.ts'
import { patience } from '../support/trial.ts'
import { hostileText, runs } from './hostile.ts'

/** What the service writes with text of others in it: tables, and where to go after signing in. */

describe('whatever goes out as', () => {
  test(
    'a table is read back as it was, and no cell begins a formula',
    () => {
      const cells = fc.array(fc.record({ one: hostileText, other: hostileText }), { maxLength: 4 })
      fc.assert(
        fc.property(cells, (rows) => {
          const written = csvOf(['one', 'other'], rows)
          const read = parse(written, { bom: true }).slice(1).flat()
          const meant = rows.flatMap(({ one, other }) => [one, other]).map((cell) => cell.toWellFormed())
          expect(read.map((cell) => cell.replace(/^'/, ''))).toEqual(
            meant.map((cell) => cell.replace(/^'/, '')),
          )
          expect(read.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([])
        }),
        runs,
      )
    },
    patience,
  )

  test(
    'a way back after signing in leads to this service',
    () => {
      const parts = fc.constantFrom(
        '/',
        '\\',
        '//',
        'evil.example',
        '@',
        ':',
        '.',
        '..',
        '\t',
        '\n',
        '%2f',
        'https:',
        '?',
        '#',
      )
      const path = fc.oneof(
        hostileText,
        fc.array(parts, { maxLength: 8 }).map((all) => all.join('')),
      )
      fc.assert(
        fc.property(path, (returnTo) => {
          expect(new URL(ownPath(returnTo), 'https://service.example').origin).toBe('https://service.example')
        }),
        runs,
      )
    },
    patience,
  )
})
