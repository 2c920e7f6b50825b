import { describe, expect, test } from 'vitest'
import { cellError, importColumns, parseRow, type ImportRow } from '../../../shared/contracts/import.ts'
import { registrationBody } from '../../../shared/contracts/requests.ts'
import { aRegistration } from '../../support/referrals.ts'

const row: ImportRow = {
  sarReference: 'sar-2026/000417',
  organisation: 'kent',
  referredOn: '2026-04-07',
  subjectType: 'police_officer',
  linkType: 'direct',
  identificationBasis: 'employer_stated_in_sar',
  apparentConcern: 'possible_corruption',
  handling: 'P',
}

const refused = (cells: ImportRow) => {
  const parsed = parseRow({ ...row, ...cells })
  return parsed.ok ? [] : parsed.errors.map(({ column }) => column)
}

describe('a row of an import', () => {
  test('is the registration that its cells say', () => {
    expect(parseRow(row)).toEqual({ ok: true, registration: aRegistration() })
  })

  test('may say everything that a registration may', () => {
    const whole = {
      ...row,
      glossaryCodes: 'XXS99XX; XXGPSXX XXD7XX',
      severity: 'high',
      reliability: 'low',
      handling: 'C',
      handlingConditions: 'Ask first.',
      marking: 'OFFICIAL',
      urgent: 'TRUE',
      restricted: 'false',
      containsHmrcInformation: 'true',
    }
    expect(parseRow(whole)).toEqual({
      ok: true,
      registration: aRegistration({
        glossaryCodes: ['XXS99XX', 'XXGPSXX', 'XXD7XX'],
        risk: { severity: 'high', reliability: 'low' },
        handling: 'C',
        handlingConditions: 'Ask first.',
        marking: 'OFFICIAL',
        urgent: true,
        restricted: false,
        containsHmrcInformation: true,
      }),
    })
  })

  test('an empty cell says nothing', () => {
    const empty = Object.fromEntries(importColumns.map((column) => [column, row[column] ?? '  ']))
    expect(parseRow(empty)).toEqual({ ok: true, registration: aRegistration() })
  })

  test('has a column for every field of a registration', () => {
    const known = new Set<string>(importColumns)
    const fields = Object.keys(
      registrationBody.parse(aRegistration({ risk: {}, handling: 'C', handlingConditions: 'x' })),
    )
    expect(fields.filter((field) => field !== 'risk' && !known.has(field))).toEqual([])
  })
})

describe('what is wrong is told by its column', () => {
  test.each([
    ['sarReference', { sarReference: 'x' }],
    ['referredOn', { referredOn: '07/04/2026' }],
    ['subjectType', { subjectType: 'Police officer' }],
    ['glossaryCodes', { glossaryCodes: 'XXS99XX nonsense' }],
    ['severity', { severity: 'HIGH' }],
    ['handlingConditions', { handling: 'C' }],
    ['urgent', { urgent: 'maybe' }],
    ['marking', { marking: 'SECRET' }],
  ])('%s', (column, cells) => {
    expect(refused(cells)).toEqual([column])
  })

  test('all of it at once', () => {
    expect(refused({ sarReference: 'x', linkType: 'none', urgent: 'maybe' })).toEqual([
      'sarReference',
      'linkType',
      'urgent',
    ])
  })

  test.each([
    ['/referredOn', 'referredOn'],
    ['/risk/severity', 'severity'],
    ['/glossaryCodes/3', 'glossaryCodes'],
  ])('%s is the column %s', (pointer, column) => {
    expect(cellError({ pointer, detail: 'x' })).toEqual({ column, detail: 'x' })
  })
})
