import { describe, expect, test } from 'vitest'
import { listLearning } from '../../../shared/actions/list-learning.ts'
import { localDate } from '../../../shared/domain/dates.ts'
import { reportingYearOf } from '../../../shared/domain/reporting-year.ts'
import { referenceData } from '../../../shared/runtime/reference-data.ts'
import { given, givingOutcome, inLondon, registering, withdrawing } from '../../support/referrals.ts'

const corrupt = { evidenceOfCorruption: 'potential', corruptionCategories: ['infiltration'] }

const situations = [
  given(
    registering({ organisation: 'kent', referredOn: '2026-04-07' }, { id: 'R-0000-0001' }),
    givingOutcome('2026-04-20', { ...corrupt, learning: 'Ask for business interests each year.' }),
  ),
  given(
    registering({ organisation: 'essex', referredOn: '2026-04-07' }, { id: 'R-0000-0002' }),
    givingOutcome('2026-04-21', { learning: 'As first said.' }),
    givingOutcome('2026-05-11', { learning: 'As corrected.' }, 2),
  ),
  given(
    registering({ organisation: 'essex', referredOn: '2026-04-07' }, { id: 'R-0000-0003' }),
    givingOutcome('2026-04-21'),
  ),
  given(
    registering({ organisation: 'surrey', referredOn: '2026-04-07' }, { id: 'R-0000-0004' }),
    givingOutcome('2026-04-21', { learning: 'Taken back with the referral.' }),
    withdrawing('2026-04-22'),
  ),
]

const learning = listLearning({
  referrals: {
    allOfOrganisation: (code, from, to) =>
      Promise.resolve(
        situations.filter(
          ({ referral: { registration } }) =>
            registration.organisation === code &&
            registration.referredOn >= from &&
            registration.referredOn <= to,
        ),
      ),
  },
  reference: referenceData,
  clock: { now: () => inLondon('2026-06-01', '10:00') },
})

describe('learning points', () => {
  test('of this year, as last given, the latest first', async () => {
    expect(await learning({})).toEqual([
      {
        id: 'R-0000-0002',
        organisation: 'essex',
        referredOn: '2026-04-07',
        givenOn: '2026-05-11',
        categories: [],
        learning: 'As corrected.',
      },
      {
        id: 'R-0000-0001',
        organisation: 'kent',
        referredOn: '2026-04-07',
        givenOn: '2026-04-20',
        categories: ['infiltration'],
        learning: 'Ask for business interests each year.',
      },
    ])
  })

  test('of one category', async () => {
    expect((await learning({ category: 'infiltration' })).map(({ id }) => id)).toEqual(['R-0000-0001'])
    expect(await learning({ category: 'vulnerability' })).toEqual([])
  })

  test('of another year', async () => {
    expect(await learning({ year: reportingYearOf(localDate('2025-06-01')) })).toEqual([])
  })
})
