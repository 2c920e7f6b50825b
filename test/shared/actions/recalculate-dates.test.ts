import { describe, expect } from 'vitest'
import { recalculateDates } from '../../../shared/actions/recalculate-dates.ts'
import { registerReferral } from '../../../shared/actions/register-referral.ts'
import { localDate } from '../../../shared/domain/dates.ts'
import { owedOn } from '../../../shared/domain/referral/owed.ts'
import type { ReferenceData } from '../../../shared/domain/rules.ts'
import { referenceData } from '../../../shared/runtime/reference-data.ts'
import { referralStore, sarRegister } from '../../../shared/store/referral-store.ts'
import { upkeepStore } from '../../../shared/store/upkeep-store.ts'
import { quietAnnouncer } from '../../support/announcer.ts'
import { test } from '../../support/engine.ts'
import { aRegistration, inLondon, ukfiuOfficer } from '../../support/referrals.ts'

/** England and Wales get one more bank holiday, as for a coronation. */
const withHoliday = (date: string): ReferenceData => {
  const before = referenceData.calendars['england-and-wales']
  const holidays = new Map([...before.holidays, [localDate(date), 'A day for everybody']])
  const changed = { ...before, version: 'changed', holidays }
  return { ...referenceData, calendars: { ...referenceData.calendars, 'england-and-wales': changed } }
}

type Tables = Parameters<typeof sarRegister>[0] & Parameters<typeof upkeepStore>[0]

const register = async (tables: Tables, organisation: string, place: number) => {
  const dependencies = {
    referrals: referralStore(tables),
    sarRegister: sarRegister(tables),
    reference: referenceData,
    clock: { now: () => inLondon('2026-06-01') },
    randomBytes: (count: number) => new Uint8Array(count).fill(place),
    announcer: quietAnnouncer,
  }
  const registration = aRegistration({ organisation, referredOn: '2026-06-01' })
  const registered = await registerReferral(dependencies)(ukfiuOfficer, registration)
  if (!registered.ok) throw new Error(registered.problem.kind)
  return registered.value.referral
}

const recalculation = (tables: Tables, reference: ReferenceData) =>
  recalculateDates({
    referrals: referralStore(tables),
    upkeep: upkeepStore(tables),
    reference,
    clock: { now: () => inLondon('2026-06-03', '05:00') },
  })

describe('when the bank-holiday calendar changes', () => {
  test('open dates that it moves are worked out again, with an event; others stay', async ({ tables }) => {
    const kent = await register(tables, 'kent', 1)
    const scotland = await register(tables, 'police-scotland', 2)
    const today = localDate('2026-06-03')
    expect(owedOn(kent, today)?.dueOn).toBe('2026-06-15')

    expect(await recalculation(tables, withHoliday('2026-06-08'))()).toBe(1)

    const after = await referralStore(tables).find(kent.id)
    expect(after && owedOn(after.referral, today)?.dueOn).toBe('2026-06-16')
    expect(after?.history.map(({ type }) => type)).toEqual(['registered', 'dates_recalculated'])
    const [moved] = await referralStore(tables).open(kent.answeringUnit, ' ', 1)
    expect(moved?.version).toBe(2)
    expect((await referralStore(tables).find(scotland.id))?.history).toHaveLength(1)
  })

  test('a return is judged by the date that the changed calendar gives, since that is the one shown', async ({
    tables,
  }) => {
    const before = await register(tables, 'kent', 3)
    expect(before.originalFirstReturnDueOn).toBe('2026-07-27')
    await recalculation(tables, withHoliday('2026-06-08'))()
    const after = await referralStore(tables).find(before.id)
    expect(after?.referral.originalFirstReturnDueOn).toBe('2026-07-28')
  })

  test('it is done once: the next morning there is nothing to do, and nothing to read', async ({
    tables,
  }) => {
    const referral = await register(tables, 'kent', 4)
    const changed = withHoliday('2026-06-08')
    await recalculation(tables, changed)()
    expect(await recalculation(tables, changed)()).toBe(0)
    expect((await referralStore(tables).find(referral.id))?.referral.version).toBe(2)
  })

  test('cut short before it could be remembered, it is done again and moves nothing twice', async ({
    tables,
  }) => {
    const referral = await register(tables, 'kent', 5)
    const changed = withHoliday('2026-06-08')
    const forgetful = {
      referrals: referralStore(tables),
      upkeep: {
        calendarsApplied: () => Promise.resolve(undefined),
        rememberCalendars: () => Promise.reject(new Error('The lights went out')),
      },
      reference: changed,
      clock: { now: () => inLondon('2026-06-03', '05:00') },
    }
    await expect(recalculateDates(forgetful)()).rejects.toThrow('The lights went out')
    expect(await recalculation(tables, changed)()).toBe(0)
    expect((await referralStore(tables).find(referral.id))?.referral.version).toBe(2)
  })
})
