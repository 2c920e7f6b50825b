import { withheld, type AnnualSummary } from '../../../domain/figures/summary.ts'
import { monthInWords } from '../../../domain/dates.ts'
import { agreeing, alone, counted, numberInWords, rateInWords, sumOf } from '../words/numbers.ts'
import { responseRateSentence } from '../words/response-rate.ts'
import { listed, sentence } from '../words/text.ts'

/** How many of those due an answer got one, with the rate and its interval. */
export const answeredSentence = ({ response }: AnnualSummary): string => {
  const { returnedOnTime, returnedLate, outstanding, responseRate } = response
  if (responseRate === null)
    return 'No referral has come due for an answer yet, so there is no response rate.'
  const rate = rateInWords(responseRate)
  const of = rate === null ? 'The response rate is withheld.' : `The response rate is ${rate}.`
  return `${of} ${sentence(counted(returnedOnTime, 'first return'))} came on time and ${alone(returnedLate)} late; ${counted(outstanding, 'referral')} ${agreeing(outstanding, 'is', 'are')} outstanding.`
}

/** What an organisation's silence means for the figures that follow. */
export const responseText = (summary: AnnualSummary): readonly string[] => {
  const { notYetDue, referralsMade } = summary.response
  if (referralsMade === 0) return ['No referral was made, so nothing was owed.']
  const waiting =
    notYetDue === 0
      ? []
      : [
          sentence(
            `${counted(notYetDue, 'referral')} ${agreeing(notYetDue, 'is', 'are')} not yet due an answer.`,
          ),
        ]
  return [
    answeredSentence(summary),
    ...waiting,
    'A first return is on time when it came by the date first set for it. Extensions given later do not change that.',
  ]
}

export const monthsText = ({ responseByMonth }: AnnualSummary): readonly string[] => {
  const shown = responseByMonth.flatMap(({ month, outstanding }) =>
    outstanding === withheld ? [] : [{ month, outstanding }],
  )
  const hidden = shown.length < responseByMonth.length
  const most = Math.max(0, ...shown.map(({ outstanding }) => outstanding))
  if (most === 0) return hidden ? [] : ['No month has a referral outstanding.']
  const top = shown.filter(({ outstanding }) => outstanding === most).map(({ month }) => monthInWords(month))
  const each = top.length > 1 ? ' each' : ''
  const shownOf = hidden ? 'Of the counts that are shown, ' : ''
  return [
    sentence(`${shownOf}the most are outstanding from ${listed(top)}: ${counted(most, 'referral')}${each}.`),
  ]
}

export const ageText = ({ outstandingByAge }: AnnualSummary): readonly string[] => {
  const oldest = outstandingByAge.findLast(({ count }) => count !== 0)
  if (!oldest) return ['Nothing is outstanding.']
  if (oldest.count === withheld) return []
  const waited = oldest.label.charAt(0).toLowerCase() + oldest.label.slice(1)
  return [
    `The oldest outstanding referrals are ${waited} past the date on which their first return was due: ${counted(oldest.count, 'referral')}.`,
  ]
}

type Days = AnnualSummary['timeliness']['workingDaysToOutcome']

const daysInWords = (median: Days['median']): string =>
  median === null || median === withheld
    ? ''
    : `${numberInWords(median)} working ${median === 1 ? 'day' : 'days'}`

const medianOf = (what: string, { median }: Days): string => {
  if (median === null) return `No referral has ${what} yet, so there is no median time to it.`
  if (median === withheld) return `The median time to ${what} is withheld.`
  return `Half of the referrals with ${what} had it within ${daysInWords(median)} of being made.`
}

/** The median time to a first return. */
export const medianSentence = ({ timeliness }: AnnualSummary): string =>
  medianOf('a first return', timeliness.workingDaysToFirstReturn)

const ninthOf = (what: string, { p90 }: Days): readonly string[] =>
  p90 === null || p90 === withheld ? [] : [`Nine in ten had ${what} within ${daysInWords(p90)}.`]

export const timelinessText = (summary: AnnualSummary): readonly string[] => {
  const { workingDaysToFirstReturn: first, workingDaysToOutcome: outcome } = summary.timeliness
  return [
    [medianSentence(summary), ...ninthOf('it', first)].join(' '),
    [medianOf('an outcome', outcome), ...ninthOf('it', outcome)].join(' '),
    `${responseRateSentence(summary)} What has not been answered is not in these times, so they look shorter than they are.`,
  ]
}

/** Who is silent, without a word on corruption: the internal version only. */
export const organisationsText = (summary: AnnualSummary): readonly string[] => {
  if (summary.version === 'published') return []
  if (summary.organisations.length === 0) return ['No organisation was asked anything in this year.']
  const silent = summary.organisations.filter(
    ({ returnedOnTime, returnedLate, outstanding }) =>
      sumOf(returnedOnTime, returnedLate) === 0 && outstanding > 0,
  )
  const none =
    silent.length === 0
      ? 'Every organisation with something due has answered at least once.'
      : `${sentence(counted(silent.length, 'organisation'))} ${agreeing(silent.length, 'has', 'have')} something outstanding and ${agreeing(silent.length, 'has', 'have')} answered nothing: ${listed(silent.map(({ name }) => name))}.`
  return [none, 'The table is about answering, not about corruption, and ranks nobody.']
}
