import { describe, expect, test } from 'vitest'
import { render } from '../../../../infra/local/notify/render.ts'

const shown = (body: string, personalisation: Parameters<typeof render>[1]) => {
  const rendered = render({ subject: 'S', body }, personalisation)
  return rendered.ok ? rendered.body : rendered.missing
}

describe('rendering', () => {
  test('fills in every placeholder of subject and body', () => {
    const template = { subject: '((n)) for  ((who))', body: 'Dear ((who)),\n\n((n)) and ((n))' }
    expect(render(template, { who: 'Kent', n: 3 })).toEqual({
      ok: true,
      subject: '3 for Kent',
      body: 'Dear Kent,\n\n3 and 3',
    })
  })

  test('takes names whatever their case, spaces, hyphens and underscores', () => {
    expect(shown('((First Name)) ((first_name)) ((FIRST-NAME))', { firstname: 'A' })).toBe('A A A')
  })

  test('makes bullet points of a list in the body and a sentence of it in the subject', () => {
    const template = { subject: '((l))', body: 'These:((l))' }
    expect(render(template, { l: ['a', ' ', null, 'b ', 'c'] })).toEqual({
      ok: true,
      subject: 'a, b and c',
      body: 'These:\n\n* a\n* b\n* c',
    })
    expect(shown('These:((l))', { l: [] })).toBe('These:')
  })

  test.each([
    ['yes', 'Hello friend??!'],
    [true, 'Hello friend??!'],
    ['no', 'Hello'],
    [false, 'Hello'],
    ['', 'Hello'],
  ])('shows a conditional text for %j as %j', (value, expected) => {
    expect(shown('Hello((warm?? friend??!))', { warm: value })).toBe(expected)
  })

  test('names what is missing, once each, and leaves extra values be', () => {
    const template = { subject: '((a))', body: '((b)) ((A)) ((c??text)) ((d))' }
    expect(render(template, { d: 'here', b: null, e: 'extra' })).toEqual({
      ok: false,
      missing: ['A', 'b', 'c'],
    })
  })

  test('does not read a placeholder, or a dollar sign, out of a value', () => {
    expect(shown('((a))', { a: '((b)) $& $1' })).toBe('((b)) $& $1')
  })
})
