import { readHistory } from '../../../../shared/actions/read-history.ts'
import { readReferral } from '../../../../shared/actions/read-referral.ts'
import type { ReferralView } from '../../../../shared/actions/view.ts'
import { lifecycle, possible, type ReferralCommand } from '../../../../shared/domain/referral/lifecycle.ts'
import { refuse, show, type Serve } from '../../page.ts'
import { dueInWords } from '../../words/ages.ts'

type Move = { readonly text: string; readonly href: string }

/** What a force can do now, first what would settle what it owes. */
const movesFrom = ({ id, status, owed, retention }: ReferralView): readonly Move[] => {
  if (retention?.state === 'erased') return []
  const rows = possible('force', status)
  const move = (command: ReferralCommand, text: string, page: string) =>
    rows.includes(lifecycle[command]) ? [{ text, href: `/referrals/${id}/${page}` }] : []
  const isAnswered = status === 'outcome_received'
  const acknowledge = move('acknowledge', 'Acknowledge', 'acknowledge')
  const answers = [
    ...move('give_outcome', isAnswered ? 'Correct the outcome' : 'Give the outcome', 'outcome'),
    ...move('report_progress', 'Report progress', 'progress'),
  ]
  return owed?.what === 'acknowledgement' ? [...acknowledge, ...answers] : [...answers, ...acknowledge]
}

/** One referral as a force sees it: what is owed and why then, what can be done, and all that happened. */
export const showReferral: Serve = async ({ principal, params, today }, dependencies) => {
  const id = params['id'] ?? ''
  const [found, history] = await Promise.all([
    readReferral(dependencies)(principal, id),
    readHistory(dependencies)(principal, id),
  ])
  if (!found.ok) return refuse(found.problem)
  if (!history.ok) return refuse(history.problem)
  const referral = found.value
  const data = {
    referral,
    organisation: dependencies.reference.organisations.get(referral.organisation)?.name,
    due: referral.owed && dueInWords(referral.owed.dueOn, today),
    moves: movesFrom(referral),
    events: history.value.toReversed(),
    back: '/referrals',
  }
  return show('pages/force/referral.njk', `Referral ${id}`, data, { referrals: [id] })
}
