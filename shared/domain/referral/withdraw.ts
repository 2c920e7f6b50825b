import { unlessIdentities } from '../free-text.ts'
import { ok } from '../result.ts'
import { record, type CommandContext, type Decision } from './command.ts'
import type { ReferralWithdrawn } from './events.ts'
import { ifPossible } from './lifecycle.ts'
import type { Withdrawal } from './moves.ts'
import type { Referral } from './referral.ts'

/** The UKFIU takes a referral back: it is kept and counted as withdrawn. */
export const withdraw = (
  referral: Referral,
  withdrawal: Withdrawal,
  context: CommandContext,
): Decision<ReferralWithdrawn> =>
  ifPossible(referral, 'withdraw', () =>
    unlessIdentities({ rationale: withdrawal.rationale }, () =>
      ok(record(referral, { type: 'withdrawn', withdrawal }, context)),
    ),
  )
