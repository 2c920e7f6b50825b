import { ok } from '../result.ts'
import { nothingToChange, record, type CommandContext, type Decision } from './command.ts'
import type { History, Recorded, ReferralChange, ReferralErased } from './events.ts'
import type { Erasure } from './moves.ts'
import { isErased, type Referral } from './referral.ts'
import type { Registration } from './registration.ts'
import { ifReviewDue } from './review.ts'
import type { ProgressReport } from './returns.ts'
import type { Written } from './written.ts'

/** What was written is gone; what was never written stays absent. */
const gone = (text: Written | undefined): null | undefined => (text === undefined ? undefined : null)

const bareRegistration = (registration: Registration<Written>): Registration<Written> =>
  registration.handling === 'C'
    ? { ...registration, sarReference: null, handlingConditions: null }
    : { ...registration, sarReference: null }

const bareReport = (report: ProgressReport<Written>): ProgressReport<Written> =>
  report.detailWithheld ? { ...report, rationale: gone(report.rationale) } : { ...report, rationale: null }

/** An event without what somebody wrote: codes, dates and who did it stay. A new kind of event has to say here what it loses. */
const bare = (event: Recorded<ReferralChange>): Recorded<ReferralChange> => {
  switch (event.type) {
    case 'acknowledged': {
      const localReference = gone(event.acknowledgement.localReference)
      return { ...event, acknowledgement: { ...event.acknowledgement, localReference } }
    }
    case 'progress_reported':
      return { ...event, report: bareReport(event.report) }
    case 'outcome_given': {
      const learning = gone(event.outcome.learning)
      return { ...event, outcome: { ...event.outcome, rationale: null, learning } }
    }
    case 'redirected':
      return { ...event, redirection: { ...event.redirection, rationale: null } }
    case 'withdrawn':
      return { ...event, withdrawal: { ...event.withdrawal, rationale: null } }
    case 'date_extended':
      return { ...event, extension: { ...event.extension, rationale: null } }
    case 'retained':
      return { ...event, retention: { ...event.retention, rationale: null } }
    case 'dates_recalculated':
    case 'reminded':
    case 'erased':
      return event
  }
}

/**
 * The history that stands instead of a whole one once a referral is erased: the SAR reference and every text are null,
 * in every version; codes, dates and who did what are as before; and the erasure is its end.
 */
export const erasedHistory = (
  [registered, ...changes]: History,
  erasure: Recorded<ReferralErased>,
): History => [
  { ...registered, registration: bareRegistration(registered.registration) },
  ...changes.map(bare),
  erasure,
]

/**
 * The UKFIU erases a closed referral whose review has come up. Erased already, it stays as it is. What goes with it is
 * `erasedHistory`'s to say.
 */
export const erase = (
  referral: Referral,
  erasure: Erasure,
  context: CommandContext,
): Decision<ReferralErased> =>
  isErased(referral)
    ? nothingToChange
    : ifReviewDue(referral, 'erase', context, () =>
        ok(record(referral, { type: 'erased', erasure }, context)),
      )
