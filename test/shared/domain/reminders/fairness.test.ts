import { describe, expect, test } from 'vitest'
import { referenceData } from '../../../../shared/runtime/reference-data.ts'
import { given, registering, reminding } from '../../../support/referrals.ts'
import { next } from './situations.ts'

/** Every day on which anything is sent to an organisation that never answers, and what. */
const planOf = (organisation: string) => {
  let situation = given(registering({ organisation, referredOn: '2025-09-01' }))
  const days: string[] = []
  for (let day = next(situation); day !== undefined; day = next(situation)) {
    situation = situation.and(reminding(day))
    days.push(`${day} ${JSON.stringify(situation.history.at(-1))}`.replace(/calendar[^,]*,/g, ''))
  }
  return days.join('\n')
}

describe('the same rules hold for every organisation', () => {
  test.each([
    ['england-and-wales', 50],
    ['scotland', 1],
    ['northern-ireland', 1],
  ])('those of %s get the same reminders on the same days', (division, count) => {
    const plans = [...referenceData.organisations.values()]
      .filter(({ bankHolidays }) => bankHolidays === division)
      .map(({ code }) => planOf(code))
    expect(plans).toHaveLength(count)
    expect(new Set(plans).size).toBe(1)
    expect(plans[0]?.split('\n').length).toBe(11)
  })

  test('and a division differs only in its holidays', () => {
    const quiet = ['kent', 'police-scotland', 'psni', 'nca', 'border-force', 'btp'].map((organisation) =>
      next(given(registering({ referredOn: '2026-09-01', organisation }), reminding('2026-09-02'))),
    )
    expect(new Set(quiet)).toEqual(new Set(['2026-09-08']))
    const stAndrews = ['kent', 'police-scotland'].map((organisation) =>
      next(given(registering({ referredOn: '2026-11-23', organisation }), reminding('2026-11-24'))),
    )
    expect(stAndrews).toEqual(['2026-11-30', '2026-12-01'])
  })
})
