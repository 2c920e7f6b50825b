import { expect, test } from 'vitest'
import { referralsNamedIn } from '../../../../shared/domain/figures/named-referrals.ts'
import { publishedSummary } from '../../../support/published-summaries.ts'
import { internalSummary } from '../../../support/summaries.ts'

test('the internal version names each outstanding referral, and the published one nobody', () => {
  const [kent, essex] = internalSummary().organisations
  if (!kent || !essex) throw new Error('The summary should have two organisations at least')
  const outstanding = (...ids: readonly string[]) => ids.map((id) => ({ id, daysOverdue: 1 }))
  const summary = internalSummary(2025, {
    organisations: [
      { ...kent, outstandingReferrals: outstanding('R-0000-0001', 'R-0000-0002') },
      { ...essex, outstandingReferrals: outstanding('R-0000-0003') },
    ],
  })
  expect(referralsNamedIn(summary)).toEqual(['R-0000-0001', 'R-0000-0002', 'R-0000-0003'])
  expect(referralsNamedIn(publishedSummary())).toEqual([])
})
