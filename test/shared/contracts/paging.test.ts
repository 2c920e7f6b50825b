import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cursorAt, referralPageQuery } from '../../../shared/contracts/paging.ts'
import { errorsOf, refusing } from './parsing.ts'

const errors = (query: unknown) => errorsOf(referralPageQuery, query)

describe('a page of referrals', () => {
  test('has 25 unless another number is asked for', () => {
    expect(referralPageQuery.parse({})).toMatchObject({ limit: 25 })
  })

  test.each([
    ['1', 1],
    ['100', 100],
    ['007', 7],
  ])('may have %s', (limit, count) => {
    expect(referralPageQuery.parse({ limit })).toMatchObject({ limit: count })
  })

  test.each(['0', '101', '9999'])('may not have %s', (limit) => {
    expect(errors({ limit })).toEqual(refusing('/limit', 'Must be 1 to 100.'))
  })

  test.each(['', '-1', '1.5', '1e2', 'ten', ' 5', '٢٥', '99999'])('%j is no number of it', (limit) => {
    expect(errors({ limit })).toEqual(refusing('/limit', 'Must be a whole number.'))
  })

  test.each(['awaiting_acknowledgement', 'awaiting_update', 'outcome_received', 'withdrawn'])(
    'of status %s',
    (status) => {
      expect(referralPageQuery.parse({ status })).toMatchObject({ status })
    },
  )

  test.each([
    ['status', 'Withdrawn'],
    ['status', ''],
    ['overdue', 'yes'],
    ['overdue', 'OVERDUE'],
    ['referredFrom', '2026-02-30'],
    ['referredTo', 'yesterday'],
    ['cursor', 'x'],
  ])('not by %s %j', (field, value) => {
    expect(errors({ [field]: value })).toEqual(refusing(`/${field}`, /^Must be /))
  })

  test('not by anything else', () => {
    expect(errors({ sarReference: 'SAR-1' })).toEqual(refusing('/sarReference', /Not a field/))
  })
})

const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('a cursor', () => {
  const place = { list: 'open', after: '2026-04-21#R-7K3M-9QXD' } as const

  test('leads to where the page before ended', () => {
    expect(referralPageQuery.parse({ cursor: cursorAt(place) })).toMatchObject({ place })
  })

  test('is opaque', () => {
    expect(cursorAt(place)).toMatch(/^[A-Za-z0-9_-]+$/)
    expect(cursorAt(place)).not.toContain('2026')
  })

  const unchanged = 'Must be the "next" of the page before, unchanged.'
  test.each([
    ['empty', ''],
    ['not base64', '%%%'],
    ['not JSON', Buffer.from('nonsense').toString('base64url')],
    ['another shape', made({ list: 'open' })],
    ['another list', made(['all', ''])],
    ['another place', made(['open', 'x'.repeat(20)])],
    ['more', made(['open', '2026', 'more'])],
    ['an injected condition', made(['open', "' OR 1=1"])],
  ])('tampered with is refused: %s', (_, cursor) => {
    expect(errors({ cursor })).toEqual(refusing('/cursor', unchanged))
  })

  test('of any bytes is taken or refused, never a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (cursor) => {
        const parsed = referralPageQuery.safeParse({ cursor })
        expect(parsed.success ? parsed.data.place?.list : 'refused').toMatch(/^(open|closed|refused)$/)
      }),
    )
  })
})
