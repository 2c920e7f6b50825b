import { describe, expect, test } from 'vitest'
import {
  acknowledgementBody,
  contactsBody,
  extensionBody,
  progressReportBody,
  redirectionBody,
  withdrawalBody,
} from '../../../shared/contracts/requests.ts'
import { acknowledgementRequest, progressRequest } from '../../support/referrals.ts'
import { errorsOf, mistyped, neverACode, refusing } from './parsing.ts'

const because = 'A reason that the file explains in full.'

const bodies = {
  acknowledgement: { schema: acknowledgementBody, whole: acknowledgementRequest() },
  progress: { schema: progressReportBody, whole: progressRequest('2026-06-30') },
  redirection: {
    schema: redirectionBody,
    whole: { organisation: 'essex', reason: 'other', rationale: because },
  },
  withdrawal: { schema: withdrawalBody, whole: { reason: 'duplicate', rationale: because } },
  extension: { schema: extensionBody, whole: { workingDays: 10, reason: 'complexity', rationale: because } },
}
type Body = keyof typeof bodies

const errors = (body: Body, fields: Readonly<Record<string, unknown>> = {}) =>
  errorsOf(bodies[body].schema, { ...bodies[body].whole, ...fields })

test.each(Object.keys(bodies))('%s: as the documentation shows it', (name) => {
  const [, body] = Object.entries(bodies).find(([key]) => key === name) ?? []
  expect(body?.schema.safeParse(body.whole).success).toBe(true)
})

const coded: readonly (readonly [Body, string, string])[] = [
  ['acknowledgement', 'personnelConfirmed', 'yes no checking'],
  ['progress', 'stage', 'assessing under_investigation awaiting_proceedings awaiting_another_body'],
  ['redirection', 'reason', 'not_our_personnel moved_force answered_elsewhere other'],
  ['withdrawal', 'reason', 'registered_in_error duplicate sar_withdrawn other'],
  ['extension', 'reason', 'awaiting_proceedings covert_enquiry awaiting_another_body complexity other'],
]

describe.each(coded)('%s: %s', (body, field, list) => {
  const codes = list.split(' ')

  test.each(codes)('%s', (code) => {
    expect(errors(body, { [field]: code })).toEqual([])
  })

  test.each(mistyped(codes))('not %j: the message names what is valid', (code) => {
    expect(errors(body, { [field]: code })).toEqual(refusing(`/${field}`, `Must be ${codes.join(' or ')}.`))
  })

  test.each(neverACode)('not %s', (_, value) => {
    expect(errors(body, { [field]: value })).toEqual(refusing(`/${field}`, /^Must be /))
  })

  test('is needed', () => {
    expect(errors(body, { [field]: undefined })).toEqual(refusing(`/${field}`, 'This field is needed.'))
  })
})

const texts: readonly (readonly [Body, string, number, number])[] = [
  ['acknowledgement', 'localReference', 1, 40],
  ['progress', 'rationale', 20, 2000],
  ['redirection', 'rationale', 20, 2000],
  ['withdrawal', 'rationale', 20, 2000],
  ['extension', 'rationale', 20, 2000],
]

describe.each(texts)('%s: %s', (body, field, least, most) => {
  test.each([least, most])('of %i characters', (length) => {
    expect(errors(body, { [field]: 'x'.repeat(length) })).toEqual([])
  })

  test.each([least - 1, most + 1])('not of %i', (length) => {
    expect(errors(body, { [field]: 'x'.repeat(length) })).toEqual(
      refusing(`/${field}`, `Must be ${least} to ${most.toLocaleString('en-GB')} characters.`),
    )
  })

  test('is text', () => {
    expect(errors(body, { [field]: 12 })).toEqual(refusing(`/${field}`, 'Must be text.'))
  })
})

const dates: readonly (readonly [Body, string])[] = [
  ['acknowledgement', 'expectedBy'],
  ['progress', 'nextUpdateOn'],
]
test.each(dates)('%s: %s is a date that exists', (body, field) => {
  expect(errors(body, { [field]: '2028-02-29' })).toEqual([])
  for (const day of ['2026-02-30', '2026-02-29', '30/06/2026', ''])
    expect(errors(body, { [field]: day })).toEqual(
      refusing(`/${field}`, 'Must be a date that exists, written YYYY-MM-DD.'),
    )
})

describe('an acknowledgement', () => {
  test('needs no more than whether the person is confirmed', () => {
    expect(acknowledgementBody.parse({ personnelConfirmed: 'checking' })).toEqual({
      personnelConfirmed: 'checking',
    })
  })
})

describe('a progress report', () => {
  test('tells what it can unless it says that it withholds', () => {
    const { detailWithheld: _, ...told } = progressRequest('2026-06-30')
    expect(progressReportBody.parse(told)).toEqual({ ...told, detailWithheld: false })
    expect(errors('progress', { rationale: undefined })).toEqual(
      refusing('/rationale', 'This field is needed.'),
    )
  })

  test('of a covert enquiry may say only that it goes on', () => {
    expect(progressReportBody.parse({ detailWithheld: true, nextUpdateOn: '2026-06-30' })).toEqual({
      detailWithheld: true,
      nextUpdateOn: '2026-06-30',
    })
  })

  test('but always when it will say more', () => {
    expect(errorsOf(progressReportBody, { detailWithheld: true })).toEqual(
      refusing('/nextUpdateOn', 'This field is needed.'),
    )
  })

  test.each(['yes', 'true', 1, null])('withholds or not, not %j', (detailWithheld) => {
    expect(errors('progress', { detailWithheld })).toEqual(
      refusing('/detailWithheld', 'Must be true or false.'),
    )
  })
})

describe('an extension', () => {
  test.each([1, 2, 19, 20])('of %i working days', (workingDays) => {
    expect(errors('extension', { workingDays })).toEqual([])
  })

  test.each([0, -1, 21, 1e9, 1.5, '10', null, Infinity, Number.NaN])('not of %j', (workingDays) => {
    expect(errors('extension', { workingDays }).map(({ pointer }) => pointer)).toEqual(['/workingDays'])
  })
})

test.each(Object.keys(bodies))('%s: unknown fields are refused', (name) => {
  const [, body] = Object.entries(bodies).find(([key]) => key === name) ?? []
  if (!body) throw new Error(name)
  expect(errorsOf(body.schema, { ...body.whole, note: 'x' })).toEqual(refusing('/note', /Not a field/))
})

const mailbox = { role: 'unit_mailbox', email: 'psd@kent.example' }
const contacts = (...all: readonly unknown[]) => errorsOf(contactsBody, { contacts: all })

describe('contacts', () => {
  test.each(['unit_mailbox', 'head_of_unit', 'deputy_chief_officer', 'chief_officers_office'])(
    'may name a %s',
    (role) => {
      expect(contacts({ ...mailbox, role })).toEqual([])
    },
  )

  test.each(['Unit_mailbox', 'desk', ''])('may not name a %j', (role) => {
    expect(contacts({ ...mailbox, role })).toEqual(
      refusing('/contacts/0/role', /^Must be unit_mailbox or head_of_unit/),
    )
  })

  test('name one holder for each role', () => {
    expect(contacts(mailbox, mailbox)).toEqual(refusing('/contacts', /one holder for each role/))
  })

  test.each([
    'psd',
    'psd@',
    '@kent.example',
    'psd@kent',
    'a b@kent.example',
    'psd@kent.example\nBcc: x@y.example',
    '',
  ])('%j is no address', (email) => {
    expect(contacts({ ...mailbox, email })).toEqual(
      refusing('/contacts/0/email', 'Must be an e-mail address.'),
    )
  })

  test('hold nothing else', () => {
    expect(contacts({ ...mailbox, name: 'Jane Placeholder' })).toEqual(
      refusing('/contacts/0/name', /Not a field/),
    )
  })
})
