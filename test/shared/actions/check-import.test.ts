import { expect, test } from 'vitest'
import { checkImport } from '../../../shared/actions/check-import.ts'
import { referenceData } from '../../../shared/runtime/reference-data.ts'
import { given, inLondon, registering, registrationRequest, ukfiuOfficer } from '../../support/referrals.ts'

const there = given(registering({ sarReference: 'SAR-THERE', organisation: 'kent' }, { id: 'R-0000-0001' }))

/** Has one referral, and nothing that could change anything. */
const check = checkImport({
  referrals: { find: () => Promise.resolve(there) },
  sarRegister: {
    holdingsOf: (sar) =>
      Promise.resolve(sar === 'SAR-THERE' ? [{ organisation: 'kent', id: 'R-0000-0001' }] : []),
  },
  reference: referenceData,
  clock: { now: () => inLondon('2026-06-01') },
})

const row = (sarReference: string, more: Readonly<Record<string, string>> = {}) => {
  const cells = Object.entries(registrationRequest({ sarReference })).map(([name, value]) => [
    name,
    String(value),
  ])
  return { ...Object.fromEntries(cells), ...more }
}

const outcomes = async (rows: readonly ReturnType<typeof row>[]) => {
  const forecasts = await check(ukfiuOfficer, rows)
  return forecasts.map((each) =>
    each.result === 'refused' ? each.errors.map(({ column }) => column).join(' ') : each.result,
  )
}

test('each row is told what would become of it, by the rules of registering', async () => {
  expect(
    await outcomes([
      row('SAR-NEW'),
      row('SAR-THERE'),
      row('SAR-THERE', { apparentConcern: 'unclear' }),
      row('SAR-FUTURE', { referredOn: '2026-06-02' }),
      row('SAR-NOWHERE', { organisation: 'nowhere' }),
      row('?', { urgent: 'perhaps' }),
      row('SAR-C', { handling: 'C', handlingConditions: 'Ask jane.doe@example.org first.' }),
    ]),
  ).toEqual([
    'new',
    'existing',
    'sarReference',
    'referredOn',
    'organisation',
    'sarReference urgent',
    'handlingConditions',
  ])
})

test('the first of two rows about the same SAR and organisation counts', async () => {
  const twice = [
    row('SAR-1'),
    row('sar-1'),
    row('SAR-1', { linkType: 'same_address' }),
    row('SAR-1', { organisation: 'essex' }),
  ]
  expect(await check(ukfiuOfficer, twice)).toMatchObject([
    { row: 1, result: 'new' },
    { row: 2, result: 'repeated', of: 1 },
    { row: 3, result: 'refused', errors: [{ column: 'sarReference' }] },
    { row: 4, result: 'new' },
  ])
})
