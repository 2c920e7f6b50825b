import { expect, test } from 'vitest'
import { listToRedirect } from '../../../shared/actions/list-to-redirect.ts'
import { referenceData } from '../../../shared/runtime/reference-data.ts'
import {
  acknowledging,
  given,
  givingOutcome,
  inLondon,
  registering,
  withdrawing,
} from '../../support/referrals.ts'

const notOurs = { subjectConfirmed: 'not_our_personnel', evidenceOfCorruption: 'none' }
const of = (organisation: string, id: string) =>
  registering({ organisation, referredOn: '2026-04-07' }, { id })

const situations = [
  given(of('kent', 'R-0000-0001'), givingOutcome('2026-04-20', notOurs)),
  given(of('kent', 'R-0000-0002'), givingOutcome('2026-04-20', notOurs), withdrawing('2026-04-21')),
  given(of('essex', 'R-0000-0003'), acknowledging('2026-04-20', { personnelConfirmed: 'no' })),
  given(of('essex', 'R-0000-0004'), acknowledging('2026-04-20', { personnelConfirmed: 'checking' })),
  given(of('essex', 'R-0000-0005'), givingOutcome('2026-04-20')),
]

test('what an organisation says is not its own waits until it is redirected or withdrawn', async () => {
  const list = listToRedirect({
    referrals: {
      allOfOrganisation: (code) =>
        Promise.resolve(situations.filter(({ referral }) => referral.registration.organisation === code)),
    },
    reference: referenceData,
    clock: { now: () => inLondon('2026-06-01') },
  })
  expect(await list()).toMatchObject([
    { id: 'R-0000-0001', saidIn: 'outcome' },
    { id: 'R-0000-0003', saidIn: 'acknowledgement' },
  ])
})
