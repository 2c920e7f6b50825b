import type { InternalSummary } from '../../../../../shared/domain/figures/summary.ts'

/** A summary of a year in which nothing was asked. */
export const emptied = (summary: InternalSummary): InternalSummary => {
  const none = { referralsMade: 0, returnedOnTime: 0, returnedLate: 0, outstanding: 0, notYetDue: 0 }
  return {
    ...summary,
    response: { ...summary.response, ...none, responseRate: null },
    responseByMonth: summary.responseByMonth.map(({ month }) => ({ month, ...none })),
    outstandingByAge: summary.outstandingByAge.map((age) => ({ ...age, count: 0 })),
    evidenceOfCorruption: { actual: 0, potential: 0, none: 0, unable_to_determine: 0, no_outcome_yet: 0 },
    corruptionCategories: summary.corruptionCategories.map((each) => ({ ...each, actual: 0, potential: 0 })),
  }
}
