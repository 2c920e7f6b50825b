import { describe, expect, test } from 'vitest'
import { lifecycle, possible, type ReferralCommand } from '../../../../shared/domain/referral/lifecycle.ts'
import { referralStatuses, type ReferralStatus } from '../../../../shared/domain/referral/referral.ts'
import {
  acknowledging,
  after,
  extending,
  given,
  givingOutcome,
  isRefused,
  redirecting,
  registering,
  reportingProgress,
  withdrawing,
  type Changing,
} from '../../../support/referrals.ts'
import { erasing, retaining } from '../../../support/reviews.ts'

const registered = registering({ organisation: 'kent', referredOn: '2026-04-07' })

/** A referral of each status, and each command as somebody would give it then. */
const referrals: Readonly<Record<ReferralStatus, ReturnType<typeof given>>> = {
  awaiting_acknowledgement: given(registered),
  awaiting_first_return: given(registered, acknowledging('2026-04-08')),
  awaiting_update: given(registered, reportingProgress('2026-04-08', '2026-06-30')),
  outcome_received: given(registered, givingOutcome('2026-04-08')),
  redirected: given(registered, redirecting('2026-04-08', 'essex')),
  withdrawn: given(registered, withdrawing('2026-04-08')),
}
const commands: Readonly<Record<ReferralCommand, Changing>> = {
  acknowledge: acknowledging('2026-04-09', { personnelConfirmed: 'checking' }),
  report_progress: reportingProgress('2026-04-09', '2026-07-01'),
  give_outcome: givingOutcome('2026-04-09', { rationale: 'Another reason than the one given before.' }, 2),
  redirect: redirecting('2026-04-09', 'sussex'),
  withdraw: withdrawing('2026-04-09'),
  extend: extending('2026-04-09', 5),
  retain: retaining('2028-04-09', '2029-04-09'),
  erase: erasing('2028-04-09'),
}

/** What becomes of a referral of each status by each command: nothing stands for a refusal. */
const expected: Readonly<Record<ReferralCommand, readonly (ReferralStatus | '')[]>> = {
  acknowledge: ['awaiting_first_return', '', '', '', '', ''],
  report_progress: ['awaiting_update', 'awaiting_update', 'awaiting_update', '', '', ''],
  give_outcome: ['outcome_received', 'outcome_received', 'outcome_received', 'outcome_received', '', ''],
  redirect: ['redirected', 'redirected', 'redirected', 'redirected', '', ''],
  withdraw: ['withdrawn', 'withdrawn', 'withdrawn', 'withdrawn', '', ''],
  extend: ['awaiting_acknowledgement', 'awaiting_first_return', 'awaiting_update', '', '', ''],
  retain: ['', '', '', 'outcome_received', 'redirected', 'withdrawn'],
  erase: ['', '', '', 'outcome_received', 'redirected', 'withdrawn'],
}

const names = Object.entries(lifecycle).flatMap(([name, row]) =>
  referralStatuses.map((status, place) => ({ name, row, status, place })),
)

describe('what each command makes of a referral of each status', () => {
  test.each(names)('$name when $status', ({ name, row, status, place }) => {
    const [, command] = Object.entries(commands).find(([key]) => key === name) ?? []
    const [, results] = Object.entries(expected).find(([key]) => key === name) ?? []
    if (!command || !results) throw new Error(`A command without an expectation: ${name}`)
    const situation = referrals[status]
    const versioned =
      name === 'give_outcome' && status === 'awaiting_acknowledgement' ? byFirstVersion : command
    const result = results[place]
    const decision = situation.when(versioned)
    expect(decision.ok ? after(situation, versioned).status : '').toBe(result)
    expect(row.from.includes(status) ? row.to.replace('same', status) : '').toBe(result)
    expect(possible(row.by, status).includes(row)).toBe(decision.ok)
  })
})

const byFirstVersion = givingOutcome('2026-04-09', {}, 1)

describe('a refusal says what can be done instead', () => {
  test('to a force that acknowledged before', () => {
    expect(referrals.awaiting_first_return.when(commands.acknowledge)).toEqual(
      isRefused({
        detail: "You can't acknowledge it now. You can report progress, or give or correct the outcome.",
      }),
    )
  })

  test('or that nothing can', () => {
    expect(referrals.withdrawn.when(commands.give_outcome)).toEqual(
      isRefused({ detail: "You can't give or correct the outcome now. Nothing more can be done to it." }),
    )
  })

  test("and never names another role's commands", () => {
    expect(possible('force', 'awaiting_acknowledgement').map(({ words }) => words)).toEqual([
      'acknowledge it',
      'report progress',
      'give or correct the outcome',
    ])
    expect(possible('sta_author', 'awaiting_acknowledgement')).toEqual([])
  })
})
