import { londonDate } from '../dates.ts'
import { firstSet } from '../deadline.ts'
import type {
  Acknowledged,
  DateExtended,
  DatesRecalculated,
  History,
  OutcomeGiven,
  ProgressReported,
  Recorded,
  ReferralChange,
  ReferralErased,
  ReferralRetained,
  Registered,
  Reminded,
} from './events.ts'
import { isErased, isOpen, type ClosedReferral, type OpenReferral, type Referral } from './referral.ts'

const begin = (event: Recorded<Registered>): Referral => ({
  status: 'awaiting_acknowledgement',
  id: event.id,
  version: event.version,
  registration: event.registration,
  answeringUnit: event.answeringUnit,
  redirectedFrom: event.redirectedFrom,
  registeredAt: event.at,
  changedAt: event.at,
  originalFirstReturnDueOn: event.firstReturnDue.dueOn,
  acknowledgementDue: event.acknowledgementDue,
  firstReturnDue: event.firstReturnDue,
  firstReturnTakesOverOn: event.firstReturnTakesOverOn,
  timesExtended: 0,
  remindedOfCutOff: false,
})

const outOfPlace = (referral: Referral, event: Recorded<ReferralChange>): never => {
  throw new Error(`${referral.id} version ${event.version}: ${event.type} cannot follow ${referral.status}`)
}

/** What every referral has, moved on to the event's version. */
const common = (referral: Referral, event: Recorded<ReferralChange>) => ({
  id: referral.id,
  version: event.version,
  registration: referral.registration,
  answeringUnit: referral.answeringUnit,
  redirectedFrom: referral.redirectedFrom,
  registeredAt: referral.registeredAt,
  changedAt: event.at,
  originalFirstReturnDueOn: referral.originalFirstReturnDueOn,
})

/** What every closed referral has; what a review decided stands until the next one. */
const closed = (referral: Referral, event: Recorded<ReferralChange>) => ({
  ...common(referral, event),
  closedAt: event.at,
  ...(!isOpen(referral) && referral.retained && { retained: referral.retained }),
})

const acknowledgementOf = (referral: Referral) =>
  'acknowledgement' in referral ? { acknowledgement: referral.acknowledgement } : {}

const firstReturnOf = (referral: Referral, event: ProgressReported | OutcomeGiven) =>
  'firstReturn' in referral ? referral.firstReturn : event.received

const acknowledge = (referral: Referral, event: Recorded<Acknowledged>): Referral =>
  referral.status === 'awaiting_acknowledgement'
    ? {
        ...common(referral, event),
        status: 'awaiting_first_return',
        acknowledgement: event.acknowledgement,
        firstReturnDue: referral.firstReturnDue,
        lastReminder: referral.lastReminder,
        timesExtended: referral.timesExtended,
        remindedOfCutOff: referral.remindedOfCutOff,
        lastExtension: referral.lastExtension,
      }
    : outOfPlace(referral, event)

/** A new date to answer by is something new that is owed, so the ladder starts again. */
const reportProgress = (referral: Referral, event: Recorded<ProgressReported>): Referral =>
  isOpen(referral)
    ? {
        ...common(referral, event),
        status: 'awaiting_update',
        ...acknowledgementOf(referral),
        firstReturn: firstReturnOf(referral, event),
        lastReport: event.report,
        updateDue: event.updateDue,
        timesExtended: referral.timesExtended,
        remindedOfCutOff: referral.remindedOfCutOff,
        lastExtension: referral.lastExtension,
      }
    : outOfPlace(referral, event)

const giveOutcome = (referral: Referral, event: Recorded<OutcomeGiven>): Referral => ({
  ...closed(referral, event),
  status: 'outcome_received',
  ...acknowledgementOf(referral),
  firstReturn: firstReturnOf(referral, event),
  firstOutcome: referral.status === 'outcome_received' ? referral.firstOutcome : event.received,
  given: { outcome: event.outcome, version: event.version, at: event.at, codeLists: event.codeLists },
})

/** Where the ladder stands when it starts again for a referral that was told of before. */
const announced = { owed: 'acknowledgement', rung: 'referred' } as const

const extend = (referral: OpenReferral, { owed, due, extension }: DateExtended): OpenReferral => {
  const again = {
    timesExtended: referral.timesExtended + 1,
    lastExtension: { request: extension, on: londonDate(referral.changedAt) },
    lastReminder: referral.lastReminder && announced,
  }
  if (referral.status === 'awaiting_update') return { ...referral, ...again, updateDue: due }
  if (referral.status === 'awaiting_acknowledgement' && owed === 'acknowledgement') {
    return { ...referral, ...again, acknowledgementDue: due }
  }
  return { ...referral, ...again, firstReturnDue: due }
}

const recalculate = (referral: OpenReferral, dates: DatesRecalculated): OpenReferral => {
  if (referral.status === 'awaiting_update') {
    return { ...referral, updateDue: dates.updateDue ?? referral.updateDue }
  }
  const firstReturnDue = dates.firstReturnDue ?? referral.firstReturnDue
  const originalFirstReturnDueOn = firstSet(firstReturnDue)
  if (referral.status === 'awaiting_first_return')
    return { ...referral, firstReturnDue, originalFirstReturnDueOn }
  return {
    ...referral,
    firstReturnDue,
    originalFirstReturnDueOn,
    acknowledgementDue: dates.acknowledgementDue ?? referral.acknowledgementDue,
    firstReturnTakesOverOn: dates.firstReturnTakesOverOn ?? referral.firstReturnTakesOverOn,
  }
}

const remind = (referral: OpenReferral, { sent }: Reminded): OpenReferral => ({
  ...referral,
  lastReminder: sent.findLast(({ rung }) => rung !== 'cut_off') ?? referral.lastReminder,
  remindedOfCutOff: referral.remindedOfCutOff || sent.some(({ rung }) => rung === 'cut_off'),
})

const changeOpen = (
  referral: OpenReferral,
  event: Recorded<DateExtended | DatesRecalculated | Reminded>,
): OpenReferral => {
  const moved = { ...referral, version: event.version, changedAt: event.at }
  switch (event.type) {
    case 'date_extended':
      return extend(moved, event)
    case 'dates_recalculated':
      return recalculate(moved, event)
    case 'reminded':
      return remind(moved, event)
  }
}

const review = (
  referral: ClosedReferral,
  event: Recorded<ReferralRetained | ReferralErased>,
): ClosedReferral => {
  const moved = { ...referral, version: event.version, changedAt: event.at }
  return event.type === 'retained'
    ? { ...moved, retained: event.retention }
    : { ...moved, erased: { ...event.erasure, at: event.at } }
}

const isReview = (
  event: Recorded<ReferralChange>,
): event is Recorded<ReferralRetained> | Recorded<ReferralErased> =>
  event.type === 'retained' || event.type === 'erased'

/** The referral after one more event: the only thing that changes a referral. Throws on an event that cannot be. */
export const evolve = (referral: Referral, event: Recorded<ReferralChange>): Referral => {
  if (isErased(referral)) return outOfPlace(referral, event)
  if (isReview(event)) return isOpen(referral) ? outOfPlace(referral, event) : review(referral, event)
  if (referral.status === 'redirected' || referral.status === 'withdrawn') return outOfPlace(referral, event)
  switch (event.type) {
    case 'acknowledged':
      return acknowledge(referral, event)
    case 'progress_reported':
      return reportProgress(referral, event)
    case 'outcome_given':
      return giveOutcome(referral, event)
    case 'redirected': {
      const redirectedTo = { id: event.to, organisation: event.redirection.organisation }
      return { ...closed(referral, event), status: 'redirected', redirectedTo }
    }
    case 'withdrawn':
      return { ...closed(referral, event), status: 'withdrawn' }
    case 'date_extended':
    case 'dates_recalculated':
    case 'reminded':
      return isOpen(referral) ? changeOpen(referral, event) : outOfPlace(referral, event)
  }
}

/** The referral that a history, or its beginning up to some moment, leads to. */
export const fold = ([registered, ...later]: History): Referral => later.reduce(evolve, begin(registered))
