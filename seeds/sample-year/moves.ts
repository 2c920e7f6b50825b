import type { LocalDate } from '../../shared/domain/dates.ts'
import type { Redirection } from '../../shared/domain/referral/moves.ts'
import {
  extendedBy,
  extensionReasonShares,
  moves,
  movesAfter,
  redirectReasonShares,
  withdrawalReasonShares,
} from './move-assumptions.ts'
import type { Random } from './random.ts'
import type { SampleStep } from './sample-referral.ts'
import { timeOn, type WorkingDays } from './working-days.ts'
import { extensionSentences, redirectSentences, withdrawalSentences } from './wording/moves.ts'

type Steps = readonly SampleStep[]
type Wait = { readonly soonest: number; readonly latest: number }

const waited = (random: Random, { soonest, latest }: Wait): number => random.whole(soonest, latest)

/** With the first-return date now and then put off, a few days before it, where it is acknowledged and not answered. */
export const withExtension = (random: Random, steps: Steps, days: WorkingDays, due: LocalDate): Steps => {
  const place = days.all.indexOf(due) - waited(random, movesAfter.extended)
  const at = timeOn(random, days.all[place] ?? due)
  const said = steps.filter((step) => step.at < at).map(({ kind }) => kind)
  const isWaiting = said.includes('acknowledge') && said.length === 1
  if (!random.happens(moves.extended) || !isWaiting) return steps
  const reason = random.byShare(extensionReasonShares)
  const rationale = random.oneOf(extensionSentences[reason])
  const extension = { workingDays: random.oneOf(extendedBy), reason, rationale }
  return [...steps, { at, kind: 'extend' as const, extension }].toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

/** Now and then withdrawn some days after it was registered, and nothing after that. */
export const withWithdrawal = (
  random: Random,
  steps: Steps,
  ukfiuDays: WorkingDays,
  registeredOn: LocalDate,
): Steps => {
  if (!random.happens(moves.withdrawn)) return steps
  const at = timeOn(random, ukfiuDays.after(registeredOn, waited(random, movesAfter.withdrawn)))
  const reason = random.byShare(withdrawalReasonShares)
  const withdrawal = { reason, rationale: random.oneOf(withdrawalSentences[reason]) }
  return [...steps.filter((step) => step.at < at), { at, kind: 'withdraw', withdrawal }]
}

/** A redirection to an organisation, some days after an answer. */
export const redirectionAfter = (
  random: Random,
  answeredOn: LocalDate,
  organisation: string,
  ukfiuDays: WorkingDays,
): { readonly on: LocalDate; readonly step: SampleStep } => {
  const on = ukfiuDays.after(answeredOn, waited(random, movesAfter.redirected))
  const reason = random.byShare(redirectReasonShares)
  const redirection: Redirection = {
    organisation,
    reason,
    rationale: random.oneOf(redirectSentences[reason]),
  }
  return { on, step: { at: timeOn(random, on), kind: 'redirect', redirection } }
}
