import { expect } from 'vitest'
import { giveReferralOutcome } from '../../../shared/actions/give-outcome.ts'
import { withdrawReferral } from '../../../shared/actions/withdraw-referral.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { referenceData } from '../../../shared/runtime/reference-data.ts'
import { referralStore, sarRegister } from '../../../shared/store/referral-store.ts'
import { test } from '../../support/engine.ts'
import {
  anOutcome,
  forceOfficer,
  given,
  inLondon,
  registering,
  rulesAt,
  ukfiuOfficer,
} from '../../support/referrals.ts'

const id = 'R-7K3M-9QXD'
const begun = given(registering({ organisation: 'kent', referredOn: '2026-04-07' }, { id })).history[0]

/** An answer that is so long, and another each time. */
const answerOf = (length: number, place: number) =>
  anOutcome({ rationale: '🙂'.repeat(length), learning: `${place} ${'🙂'.repeat(length - 10)}` })

test('a history that can hold no more takes no more answers, and is still to be withdrawn', async ({
  tables,
}) => {
  await sarRegister(tables).register(begun, rulesAt('kent'))
  const clock = { now: () => inLondon('2026-04-08') }
  const dependencies = { referrals: referralStore(tables), reference: referenceData, clock }
  const give = giveReferralOutcome(dependencies)
  const correctUntilRefused = async (
    length: number,
    version: number,
  ): Promise<{ readonly problem: Refusal; readonly version: number }> => {
    const answer = await give(forceOfficer('kent'), id, answerOf(length, version), version)
    return answer.ok ? correctUntilRefused(length, version + 1) : { problem: answer.problem, version }
  }
  const long = await correctUntilRefused(2000, 1)
  const { problem, version } = await correctUntilRefused(20, long.version)
  expect(long.version).toBeGreaterThan(15)
  expect(problem).toMatchObject({ kind: 'not_in_this_state', status: 'outcome_received' })
  const withdrawal = { reason: 'other', rationale: 'It has been corrected too often. '.repeat(60) } as const
  expect(await withdrawReferral(dependencies)(ukfiuOfficer, id, withdrawal)).toMatchObject({
    ok: true,
    value: { referral: { status: 'withdrawn', version: version + 1 } },
  })
})
