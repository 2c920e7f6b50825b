import { describe, expect, test } from 'vitest'
import { problem, problemOf } from '../../../shared/contracts/problem.ts'
import { invalidField, type Refusal } from '../../../shared/domain/refusal.ts'

const refusals: readonly (readonly [Refusal, number, RegExp])[] = [
  [invalidField('/referredOn', 'Must be today or earlier.'), 422, /each field named in errors/],
  [{ kind: 'not_permitted' }, 403, /role/],
  [{ kind: 'not_found' }, 404, /nothing here that you can see/],
  [
    { kind: 'not_in_this_state', status: 'withdrawn', detail: 'Nothing more can be done.' },
    409,
    /withdrawn.*Nothing more/,
  ],
  [{ kind: 'already_registered_differently', id: 'R-0000-0001' }, 409, /R-0000-0001/],
  [{ kind: 'version_required', current: 3 }, 428, /If-Match.*"3"/],
  [{ kind: 'version_stale', current: 3 }, 412, /"3"/],
]

describe('every refusal is a problem document', () => {
  test.each(refusals)('%j is %i', (refusal, status, words) => {
    expect(problemOf(refusal)).toMatchObject({
      type: expect.any(String),
      title: expect.stringMatching(/^[A-Z]/),
      status,
      detail: expect.stringMatching(words),
    })
  })

  test('only what is wrong with fields has errors, and those are the fields', () => {
    expect(problemOf(invalidField('/a', 'Must be b.')).errors).toEqual([
      { pointer: '/a', detail: 'Must be b.' },
    ])
    expect(problemOf({ kind: 'not_found' })).not.toHaveProperty('errors')
  })

  test('another force is told no more of a referral than that there is nothing', () => {
    expect(problemOf({ kind: 'not_found' }).detail).not.toMatch(/referral|organisation|force/i)
  })

  test('titles are those of HTTP', () => {
    expect([400, 404, 409, 412, 413, 415, 422, 428].map((status) => problem(status, 'x').title)).toEqual([
      'Bad Request',
      'Not Found',
      'Conflict',
      'Precondition Failed',
      'Payload Too Large',
      'Unsupported Media Type',
      'Unprocessable Entity',
      'Precondition Required',
    ])
  })
})
