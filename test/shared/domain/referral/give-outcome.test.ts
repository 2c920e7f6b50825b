import { describe, expect, test } from 'vitest'
import { codeListVersion } from '../../../../shared/domain/codes.ts'
import {
  acknowledging,
  after,
  anOutcome,
  changesNothing,
  extending,
  given,
  givingOutcome,
  inLondon,
  isRefused,
  isRefusedFor,
  leadsTo,
  redirecting,
  registering,
  reportingProgress,
  withdrawing,
} from '../../../support/referrals.ts'

const registered = registering({ organisation: 'kent', referredOn: '2026-04-07' })
const another = { rationale: 'Further enquiries changed nothing in the finding.' }

const answeredAfterEaster = (organisation: string) =>
  after(given(registering({ organisation, referredOn: '2026-04-02' })), givingOutcome('2026-04-07'))

const concluded = (concludedOn: string, when = '2026-04-20') =>
  given(registered).when(givingOutcome(when, { concludedOn }))

describe('a force gives its outcome', () => {
  test('after acknowledging', () => {
    expect(given(registered, acknowledging('2026-04-08')).when(givingOutcome('2026-04-20'))).toEqual(
      leadsTo({
        type: 'outcome_given',
        version: 3,
        at: inLondon('2026-04-20'),
        by: { id: 'force-kent', name: 'Officer of kent', role: 'force', organisation: 'kent' },
        outcome: anOutcome(),
        received: { on: '2026-04-20', workingDays: 9 },
        codeLists: codeListVersion,
      }),
    )
  })

  test('without acknowledging: the return acknowledges', () => {
    expect(after(given(registered), givingOutcome('2026-04-20')).status).toBe('outcome_received')
  })

  test('after progress reports, and its first return stays the first report', () => {
    const situation = given(registered, reportingProgress('2026-04-20', '2026-06-30'))
    expect(after(situation, givingOutcome('2026-06-15'))).toMatchObject({
      firstReturn: { on: '2026-04-20' },
      firstOutcome: { on: '2026-06-15' },
    })
  })

  test('on the day of referral, after no working day', () => {
    expect(given(registered).when(givingOutcome('2026-04-07'))).toEqual(
      leadsTo({ received: { on: '2026-04-07', workingDays: 0 } }),
    )
  })

  test('at half past eleven on a summer evening, which counts for that day', () => {
    expect(given(registered).when(givingOutcome('2026-06-04 23:30'))).toEqual(
      leadsTo({ at: '2026-06-04T22:30:00.000Z', received: { on: '2026-06-04', workingDays: 40 } }),
    )
  })

  test('and half an hour past midnight for the next', () => {
    expect(given(registered).when(givingOutcome('2026-06-05 00:30'))).toEqual(
      leadsTo({ at: '2026-06-04T23:30:00.000Z', received: { on: '2026-06-05', workingDays: 41 } }),
    )
  })

  test('counted in the working days of its own division', () => {
    expect(answeredAfterEaster('kent')).toMatchObject({ firstReturn: { workingDays: 1 } })
    expect(answeredAfterEaster('police-scotland')).toMatchObject({ firstReturn: { workingDays: 2 } })
  })
})

describe('the same answer sent twice is one answer', () => {
  test('even with an old version, or none', () => {
    const situation = given(registered, givingOutcome('2026-04-20'))
    expect(situation.when(givingOutcome('2026-04-21'))).toEqual(changesNothing)
    expect(situation.when(givingOutcome('2026-04-21', {}, 1))).toEqual(changesNothing)
    expect(situation.when(givingOutcome('2026-04-21', {}, 2))).toEqual(changesNothing)
  })

  test('whatever the order of its lists', () => {
    const actions = ['vetting_review', 'welfare_support']
    const situation = given(registered, givingOutcome('2026-04-20', { actions }))
    expect(situation.when(givingOutcome('2026-04-21', { actions: actions.toReversed() }))).toEqual(
      changesNothing,
    )
  })

  test('but an answer given before the last correction is a new one', () => {
    const situation = given(registered, givingOutcome('2026-04-20'), givingOutcome('2026-04-21', another, 2))
    expect(situation.when(givingOutcome('2026-04-22'))).toEqual(
      isRefused({ kind: 'version_required', current: 3 }),
    )
  })
})

describe('a correction', () => {
  const answered = given(registered, givingOutcome('2026-04-20'))

  test('names the version that it changes', () => {
    expect(answered.when(givingOutcome('2026-04-21', another, 2))).toEqual(
      leadsTo({ type: 'outcome_given', version: 3, received: { on: '2026-04-21', workingDays: 10 } }),
    )
  })

  test('must name one', () => {
    expect(answered.when(givingOutcome('2026-04-21', another))).toEqual(
      isRefused({ kind: 'version_required', current: 2 }),
    )
  })

  test.each([1, 3])('must not name version %i', (version) => {
    expect(answered.when(givingOutcome('2026-04-21', another, version))).toEqual(
      isRefused({ kind: 'version_stale', current: 2 }),
    )
  })

  test('leaves the first answer in the history', () => {
    const { history } = given(
      registered,
      givingOutcome('2026-04-20'),
      givingOutcome('2026-04-21', another, 2),
    )
    expect(history.map((event) => event.type === 'outcome_given' && event.outcome.rationale)).toEqual([
      false,
      anOutcome().rationale,
      another.rationale,
    ])
  })

  test('does not move when the first one came', () => {
    const { referral } = given(
      registered,
      givingOutcome('2026-04-20'),
      givingOutcome('2026-08-03', another, 2),
    )
    expect(referral).toMatchObject({
      firstReturn: { on: '2026-04-20' },
      firstOutcome: { on: '2026-04-20' },
      given: { version: 3, outcome: anOutcome(another) },
    })
  })
})

describe('a first outcome may name the version that it answers', () => {
  test.each([
    [1, true],
    [2, false],
  ])('version %i', (version, accepted) => {
    expect(given(registered).when(givingOutcome('2026-04-20', {}, version)).ok).toBe(accepted)
  })
})

describe('the day on which the enquiry was concluded', () => {
  test.each(['2026-04-07', '2026-04-15', '2026-04-20'])('may be %s', (day) => {
    expect(concluded(day).ok).toBe(true)
  })

  test.each([
    ['before the referral', '2026-04-06'],
    ['tomorrow', '2026-04-21'],
  ])('may not be %s', (_, day) => {
    expect(concluded(day)).toEqual(isRefusedFor({ concludedOn: /from 2026-04-07.* to today \(2026-04-20\)/ }))
  })

  test('today is the London day', () => {
    expect(concluded('2026-06-16', '2026-06-15 23:30').ok).toBe(false)
    expect(concluded('2026-06-16', '2026-06-16 00:30').ok).toBe(true)
  })
})

describe('late stays late', () => {
  const due = '2026-06-04'

  test('an extension does not move the date that the first return is judged by', () => {
    const situation = given(registered, acknowledging('2026-04-08'), extending('2026-06-01', 10))
    expect(situation.owes('2026-06-05')).toMatchObject({ dueOn: '2026-06-18', overdue: false })
    expect(after(situation, givingOutcome('2026-06-10')).originalFirstReturnDueOn).toBe(due)
  })

  test('nor does a correction', () => {
    const { referral } = given(
      registered,
      givingOutcome('2026-06-05'),
      givingOutcome('2026-06-08', another, 2),
    )
    expect(referral).toMatchObject({ originalFirstReturnDueOn: due, firstReturn: { on: '2026-06-05' } })
  })
})

describe('an outcome can not be given', () => {
  test.each([
    ['once redirected', redirecting('2026-04-10', 'essex'), 'redirected'],
    ['once withdrawn', withdrawing('2026-04-10'), 'withdrawn'],
  ])('%s', (_, before, status) => {
    expect(given(registered, before).when(givingOutcome('2026-04-11'))).toEqual(
      isRefused({ kind: 'not_in_this_state', status }),
    )
  })
})

test('the clocks of two machines differ, yet the history never runs backwards', () => {
  expect(
    given(registered, acknowledging('2026-04-08 12:00:01')).when(givingOutcome('2026-04-08 12:00:00')),
  ).toEqual(leadsTo({ at: inLondon('2026-04-08', '12:00:01') }))
})
