import { expect, test } from 'vitest'
import { localDate } from '../../../../shared/domain/dates.ts'
import { asAtEndOf } from '../../../../shared/domain/referral/as-at.ts'
import { acknowledging, given, givingOutcome, registering } from '../../../support/referrals.ts'

const { history } = given(
  registering({ organisation: 'kent', referredOn: '2026-06-08' }),
  // A minute before and a minute after midnight in London, which is an hour later than in Greenwich then.
  acknowledging('2026-06-10 23:59'),
  givingOutcome('2026-06-12 00:01', { concludedOn: '2026-06-11' }),
)

test.each([
  ['2026-06-07', undefined],
  ['2026-06-08', 'awaiting_acknowledgement'],
  ['2026-06-09', 'awaiting_acknowledgement'],
  ['2026-06-10', 'awaiting_first_return'],
  ['2026-06-11', 'awaiting_first_return'],
  ['2026-06-12', 'outcome_received'],
])('by the end of %s a referral was %s', (day, status) => {
  expect(asAtEndOf(localDate(day))(history)?.status).toBe(status)
})
