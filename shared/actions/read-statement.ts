import { londonDate, type LocalDate } from '../domain/dates.ts'
import { summarise } from '../domain/figures/summarise.ts'
import type { InternalSummary } from '../domain/figures/summary.ts'
import { invalidField, type Refusal } from '../domain/refusal.ts'
import type { Principal } from '../domain/principal.ts'
import type { Recorded, ReferralEvent } from '../domain/referral/events.ts'
import { owedOn, type Owed } from '../domain/referral/owed.ts'
import type { ReferralStatus } from '../domain/referral/referral.ts'
import {
  cutOffOf,
  firstDayOf,
  lastDayOf,
  reportingYearOf,
  type ReportingYear,
} from '../domain/reporting-year.ts'
import { ok, refused, type Result } from '../domain/result.ts'
import type { ReferenceData } from '../domain/rules.ts'
import type { FiguresStore } from '../store/figures-store.ts'
import type { StoredReferral } from '../store/referral-item.ts'
import type { ReferralStore } from '../store/referral-store.ts'
import type { Clock } from './ports.ts'
import { receiptFor, type Receipt } from './receipt.ts'
import { maySee, standsFor } from './visibility.ts'

export type StatementDependencies = {
  readonly figures: Pick<FiguresStore, 'yearTallies'>
  readonly referrals: Pick<ReferralStore, 'allOfOrganisation'>
  readonly reference: ReferenceData
  readonly clock: Clock
}

/** A referral in a statement: what was asked, what was sent, and the receipt for each. */
export type StatementLine = {
  readonly id: string
  readonly referredOn: LocalDate
  readonly status: ReferralStatus
  readonly owed: Owed | null
  readonly firstReturnDueOn: LocalDate
  readonly firstReturnOn: LocalDate | null
  readonly sent: readonly { readonly what: ReferralEvent['type']; readonly receipt: Receipt }[]
}

/** Everything asked of an organisation in a year and everything it sent, beside the national figures. */
export type Statement = {
  readonly organisation: { readonly code: string; readonly name: string }
  readonly reportingYear: ReportingYear
  readonly asAt: LocalDate
  readonly cutOff: LocalDate
  readonly own: Pick<InternalSummary, 'response' | 'timeliness'>
  readonly national: Pick<
    InternalSummary,
    'response' | 'timeliness' | 'evidenceOfCorruption' | 'corruptionCategories' | 'themes'
  >
  readonly referrals: readonly StatementLine[]
}

const isSent = ({ by }: Recorded<ReferralEvent>): boolean => by.role === 'force'

const lineFor = ({ referral, history }: StoredReferral, today: LocalDate): StatementLine => ({
  id: referral.id,
  referredOn: referral.registration.referredOn,
  status: referral.status,
  owed: owedOn(referral, today),
  firstReturnDueOn: referral.originalFirstReturnDueOn,
  firstReturnOn: 'firstReturn' in referral ? referral.firstReturn.on : null,
  sent: history.filter(isSent).map((event) => ({ what: event.type, receipt: receiptFor(referral, event) })),
})

/** Own and national figures of a year, each from its counters. */
const figuresOf = async (
  { figures, reference }: StatementDependencies,
  code: string,
  year: ReportingYear,
  asAt: LocalDate,
) => {
  const tallies = await figures.yearTallies(year)
  const organisations = [...reference.organisations.values()]
  const cutOff = cutOffOf(year, reference.policy.cutOffs)
  const summary = { year, asAt, cutOff, organisations, unanswered: new Map() }
  const own = tallies.filter(({ organisation }) => organisation === code)
  return {
    own: summarise({ ...summary, tallies: own }),
    national: summarise({ ...summary, tallies }),
  }
}

const statement = async (
  dependencies: StatementDependencies,
  principal: Principal,
  organisation: { readonly code: string; readonly name: string },
  year: ReportingYear,
): Promise<Statement> => {
  const { code, name } = organisation
  const asAt = londonDate(dependencies.clock.now())
  const [{ own, national }, stored] = await Promise.all([
    figuresOf(dependencies, code, year, asAt),
    dependencies.referrals.allOfOrganisation(code, firstDayOf(year), lastDayOf(year)),
  ])
  return {
    organisation: { code, name },
    reportingYear: year,
    asAt,
    cutOff: cutOffOf(year, dependencies.reference.policy.cutOffs),
    own: { response: own.response, timeliness: own.timeliness },
    national: {
      response: national.response,
      timeliness: national.timeliness,
      evidenceOfCorruption: national.evidenceOfCorruption,
      corruptionCategories: national.corruptionCategories,
      themes: national.themes,
    },
    referrals: stored
      .filter(({ referral }) => maySee(principal, referral))
      .map((each) => lineFor(each, asAt))
      .toSorted((one, other) => (one.referredOn + one.id < other.referredOn + other.id ? -1 : 1)),
  }
}

/** An organisation's statement of a reporting year, this year's when none is named, for those who act for it. */
export const readStatement =
  (dependencies: StatementDependencies) =>
  async (principal: Principal, code: string, asked?: ReportingYear): Promise<Result<Statement, Refusal>> => {
    const organisation = dependencies.reference.organisations.get(code)
    if (!organisation || !standsFor(principal, organisation)) return refused({ kind: 'not_found' })
    const thisYear = reportingYearOf(londonDate(dependencies.clock.now()))
    const year = asked ?? thisYear
    if (year > thisYear) return refused(invalidField('/year', `Must have begun: this is ${thisYear}.`))
    return ok(await statement(dependencies, principal, organisation, year))
  }
