import { describe, expect } from 'vitest'
import { acknowledgeReferral } from '../../../shared/actions/acknowledge-referral.ts'
import { registerReferral } from '../../../shared/actions/register-referral.ts'
import type { ReminderMessage } from '../../../shared/contracts/messages.ts'
import { referenceData } from '../../../shared/runtime/reference-data.ts'
import { referralStore, sarRegister } from '../../../shared/store/referral-store.ts'
import { test } from '../../support/engine.ts'
import { aRegistration, forceOfficer, inLondon, ukfiuOfficer } from '../../support/referrals.ts'

type Tables = Parameters<typeof sarRegister>[0]

/** A service that is cut off while it announces so many times, and what it asked for when it was not. */
const serviceOn = (tables: Tables, cuts: number) => {
  const asked: ReminderMessage[] = []
  let left = cuts
  const send = (messages: readonly ReminderMessage[]) => {
    left -= 1
    if (left >= 0) return Promise.reject(new Error('Cut off'))
    asked.push(...messages)
    return Promise.resolve()
  }
  const dependencies = {
    referrals: referralStore(tables),
    sarRegister: sarRegister(tables),
    reference: referenceData,
    clock: { now: () => inLondon('2026-06-01') },
    randomBytes: (count: number) => new Uint8Array(count).fill(7),
    announcer: { queue: { send }, onFault: () => undefined },
  }
  const register = () => {
    const registration = aRegistration({ urgent: true, referredOn: '2026-06-01' })
    return registerReferral(dependencies)(ukfiuOfficer, registration)
  }
  return { dependencies, register, asked }
}

describe('an urgent registration that is sent again', () => {
  test('is announced when the first could not be: the unit does not wait for the morning', async ({
    tables,
  }) => {
    const { register, asked } = serviceOn(tables, 1)
    const first = await register()
    expect(asked).toEqual([])
    const again = await register()
    expect([first.ok, again.ok]).toEqual([true, true])
    const referral = first.ok ? first.value.referral.id : ''
    expect(asked).toEqual([{ kind: 'urgent', organisation: 'kent', referral }])
  })

  test('is not announced once the force has it', async ({ tables }) => {
    const { register, asked, dependencies } = serviceOn(tables, 1)
    const first = await register()
    const id = first.ok ? first.value.referral.id : ''
    await acknowledgeReferral(dependencies)(forceOfficer('kent'), id, { personnelConfirmed: 'yes' })
    await register()
    expect(asked).toEqual([])
  })
})
