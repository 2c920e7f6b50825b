import { withheld, type AnnualSummary } from '../../../domain/figures/summary.ts'
import { rateInWords } from './numbers.ts'

/** The response rate of the year as one sentence, to stand beside every figure about outcomes. */
export const responseRateSentence = ({ response: { responseRate } }: AnnualSummary): string => {
  if (responseRate === null) return 'Response rate: none, because no referral has come due for an answer.'
  if (responseRate === withheld) return 'Response rate: withheld.'
  return `Response rate: ${rateInWords(responseRate)} of the referrals due an answer.`
}
