import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  acknowledgementBody,
  outcomeBody,
  progressReportBody,
  registrationBody,
} from '../../../shared/contracts/requests.ts'
import {
  acknowledgementRequest,
  outcomeRequest,
  progressRequest,
  registrationRequest,
} from '../../support/referrals.ts'
import { errorsOf } from './parsing.ts'

const bodies = {
  registration: { schema: registrationBody, whole: registrationRequest() },
  acknowledgement: { schema: acknowledgementBody, whole: acknowledgementRequest() },
  outcome: { schema: outcomeBody, whole: outcomeRequest() },
  progress: { schema: progressReportBody, whole: progressRequest('2026-06-30') },
}
const names = ['registration', 'acknowledgement', 'outcome', 'progress'] as const
type Body = keyof typeof bodies

/** Words that programmers say to each other. */
const jargon =
  /invalid input|\b(expected|received|undefined|null|nan|boolean|string|array|regex|pattern|zod|schema)\b|[<>]=/i

const fields = (name: Body) => Object.keys(bodies[name].whole).filter((field) => field !== 'organisation')
const refusalsOf = (name: Body, field: string, value: unknown) =>
  errorsOf(bodies[name].schema, { ...bodies[name].whole, [field]: value })

describe('whatever is sent', () => {
  const sent = fc.constantFrom(...names).chain((name) =>
    fc.record({
      name: fc.constant(name),
      field: fc.constantFrom(...fields(name), 'unknown/field'),
      value: fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.string({ unit: 'grapheme' }), fc.constant(undefined)),
    }),
  )
  test('it is taken or refused, never a fault', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.jsonValue(), (name, body) => {
        expect(Array.isArray(errorsOf(bodies[name].schema, body))).toBe(true)
      }),
    )
  })

  test('a refusal points at the field that is wrong', () => {
    fc.assert(
      fc.property(sent, ({ name, field, value }) => {
        const pointer = `/${field.replaceAll('/', '~1')}`
        for (const error of refusalsOf(name, field, value))
          // Which fields there are depends on these two, so theirs may turn others into strangers.
          expect(
            error.pointer === pointer || error.pointer.startsWith(`${pointer}/`) || isSwitch(field),
          ).toBe(true)
      }),
    )
  })

  test('a refusal is in plain English, a sentence with its full stop', () => {
    fc.assert(
      fc.property(sent, ({ name, field, value }) => {
        for (const { detail } of refusalsOf(name, field, value)) {
          expect(detail).toMatch(/^[A-Z].*\.$/)
          expect(detail).not.toMatch(jargon)
        }
      }),
    )
  })

  test('a refusal repeats nothing that was sent', () => {
    fc.assert(
      fc.property(sent, ({ name, field }) => {
        const secret = 'Jane Placeholder, 07700 900123'
        for (const { detail } of refusalsOf(name, field, [secret])) expect(detail).not.toContain('Jane')
      }),
    )
  })
})

const isSwitch = (field: string): boolean => field === 'handling' || field === 'detailWithheld'
