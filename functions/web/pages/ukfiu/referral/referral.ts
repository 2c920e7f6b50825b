import { readHistory, type EventView } from '../../../../../shared/actions/read-history.ts'
import { readReferral } from '../../../../../shared/actions/read-referral.ts'
import type { ReferralView } from '../../../../../shared/actions/view.ts'
import type { LocalDate } from '../../../../../shared/domain/dates.ts'
import { lifecycle, possible, type ReferralCommand } from '../../../../../shared/domain/referral/lifecycle.ts'
import type { ReferenceData } from '../../../../../shared/domain/rules.ts'
import { refuse, show, type Serve } from '../../../page.ts'
import { contactRoleNames } from '../../../words/names.ts'
import { dueInWords } from '../../../words/ages.ts'
import { inSentence } from '../board/lines.ts'
import { isDueForReview } from '../reviews/due.ts'

const mostExtensions = 2

const extensionsIn = (events: readonly EventView[]) =>
  events.filter(({ type }) => type === 'date_extended').length

/** What the UKFIU can do now. */
const movesFrom = (referral: ReferralView, extensions: number, today: LocalDate) => {
  const { id, status, retention } = referral
  const rows = retention?.state === 'erased' ? [] : possible('ukfiu', status)
  const can = (command: ReferralCommand) => rows.includes(lifecycle[command])
  const due = isDueForReview(referral, today)
  return [
    ...(can('retain') && due ? [{ text: 'Keep', href: `/referrals/${id}/retain` }] : []),
    ...(can('erase') && due ? [{ text: 'Erase', href: `/referrals/${id}/erase` }] : []),
    ...(can('redirect') ? [{ text: 'Redirect', href: `/referrals/${id}/redirect` }] : []),
    ...(can('extend') && extensions < mostExtensions
      ? [{ text: 'Put off the date', href: `/referrals/${id}/extend` }]
      : []),
    ...(can('withdraw') ? [{ text: 'Withdraw', href: `/referrals/${id}/withdraw` }] : []),
  ]
}

/** Whether the organisation says that the person isn't theirs: then it waits to be redirected. */
const isToRedirect = ({ status, outcome, acknowledgement, retention }: ReferralView): boolean => {
  if (retention?.state === 'erased') return false
  if (status === 'redirected' || status === 'withdrawn') return false
  return outcome
    ? outcome.subjectConfirmed === 'not_our_personnel'
    : acknowledgement?.personnelConfirmed === 'no'
}

/** Who each step of the ladder goes to, in the middle of a sentence. */
const recipientsOf = ({ policy }: ReferenceData) =>
  Object.fromEntries(
    policy.ladder.map(({ rung, to }) => [
      rung,
      to.map((role) => inSentence(contactRoleNames[role])).join(' and '),
    ]),
  )

/** One referral as the UKFIU sees it: all of it, what can be done, and everything that happened. */
export const showUkfiuReferral: Serve = async ({ principal, params, today }, dependencies) => {
  const id = params['id'] ?? ''
  const [found, history] = await Promise.all([
    readReferral(dependencies)(principal, id),
    readHistory(dependencies)(principal, id),
  ])
  if (!found.ok) return refuse(found.problem)
  if (!history.ok) return refuse(history.problem)
  const referral = found.value
  const { reference } = dependencies
  const name = (code: string) => reference.organisations.get(code)?.name ?? code
  const extensions = extensionsIn(history.value)
  const data = {
    referral,
    organisation: name(referral.organisation),
    alsoWith: (referral.alsoWith ?? []).map(name),
    redirectedTo: referral.redirectedTo && name(referral.redirectedTo.organisation),
    due: referral.owed && dueInWords(referral.owed.dueOn, today),
    moves: movesFrom(referral, extensions, today),
    extensions,
    dueForReview: isDueForReview(referral, today),
    isErased: referral.retention?.state === 'erased',
    toRedirect: isToRedirect(referral),
    recipients: recipientsOf(reference),
    events: history.value.toReversed(),
    back: '/referrals',
  }
  return show('pages/ukfiu/referral/referral.njk', `Referral ${id}`, data, { referrals: [id] })
}
