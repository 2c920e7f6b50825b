import type { FrozenReport } from '../../contracts/frozen-report.ts'
import type { Freezing } from '../../contracts/requests.ts'
import type { KeptFile } from '../../contracts/edition-item.ts'
import { londonDate, type LocalDate } from '../../domain/dates.ts'
import { editionOf, type EditionName } from '../../domain/editions/edition.ts'
import type { Drafted } from '../../domain/editions/events.ts'
import type { Revision } from '../../domain/figures/report.ts'
import { revised } from '../../domain/figures/revision.ts'
import { differences, type Difference } from '../../domain/figures/tally.ts'
import { versions, type Version } from '../../domain/figures/version.ts'
import type { Principal } from '../../domain/principal.ts'
import { invalidField, type Refusal } from '../../domain/refusal.ts'
import type { ReferenceData } from '../../domain/rules.ts'
import type { ReportingYear } from '../../domain/reporting-year.ts'
import { ok, refused, type Result } from '../../domain/result.ts'
import type { StoredEdition } from '../../store/editions-store.ts'
import { reconcileYear } from '../reconcile-figures.ts'
import { assessYear, type Assessed } from './assess-year.ts'
import { earlierYears } from './earlier-years.ts'
import { approvedEditions, frozenName, publishedSoFar, readFrozen } from './frozen.ts'
import { dayAsked, type AssessmentDependencies } from './read-assessment.ts'
import { keepRendered } from './render-edition.ts'
import { inVersion } from './year-figures.ts'

const differ = ({ organisations }: ReferenceData, found: readonly Difference[]): Refusal => {
  const codes = [...new Set(found.map(({ organisation }) => organisation))]
  const named = codes.map((code) => organisations.get(code)?.name ?? code)
  return {
    kind: 'not_possible',
    detail:
      `The counted figures are not what the referrals come to (${named.join(', ')}), so nothing was frozen. ` +
      'Try again in a minute; if it stays, tell the platform team, whose nightly comparison names each count.',
  }
}

const revisionOf = async (
  dependencies: AssessmentDependencies,
  last: StoredEdition | undefined,
  { movements }: Assessed,
  summary: FrozenReport['summary'],
): Promise<Revision | null> => {
  if (!last) return null
  const { summary: before } = await readFrozen(dependencies, last, summary.version)
  const figures = revised(before, summary, movements[summary.version])
  return { revises: last.edition.number, asAt: last.edition.asAt, figures }
}

/** Where the counters differ from the very referrals that are to be frozen; what is only on its way is not told. */
const disagreements = async (
  dependencies: AssessmentDependencies,
  year: ReportingYear,
  { recounted }: Assessed,
): Promise<readonly Difference[]> => {
  const counted = await dependencies.figures.yearTallies(year)
  return differences(year, counted, recounted).length === 0 ? [] : reconcileYear(dependencies)(year)
}

/** Everything that an edition freezes, of both its versions. */
const frozenReports = async (
  dependencies: AssessmentDependencies,
  year: ReportingYear,
  asAt: LocalDate,
  approved: readonly StoredEdition[],
  assessed: Assessed,
): Promise<Readonly<Record<Version, FrozenReport>>> => {
  const last = approved.at(-1)
  const published = await publishedSoFar(dependencies, approved)
  const earlier = await earlierYears(dependencies)(year, asAt)
  const of = async (version: Version): Promise<FrozenReport> => {
    const summary = inVersion(assessed.figures, version, published)
    return {
      summary,
      earlier: await earlier(version),
      revision: await revisionOf(dependencies, last, assessed, summary),
    }
  }
  return { internal: await of('internal'), published: await of('published') }
}

const triesForANumber = 5

const keepAll = async (
  { files }: AssessmentDependencies,
  name: EditionName,
  drafted: Drafted,
  frozen: Readonly<Record<Version, FrozenReport>>,
): Promise<readonly KeptFile[]> => {
  const kept: KeptFile[] = []
  for (const version of versions) {
    const content = Buffer.from(JSON.stringify(frozen[version]))
    const file = { folder: 'frozen', name: frozenName(version), contentType: 'application/json' } as const
    kept.push(await files.keep(name, { ...file, content }))
  }
  return [...kept, ...(await keepRendered(files, name, editionOf(name, [drafted]), frozen))]
}

const create = async (
  dependencies: AssessmentDependencies,
  year: ReportingYear,
  drafted: Drafted,
  frozen: Readonly<Record<Version, FrozenReport>>,
): Promise<StoredEdition> => {
  for (let tries = 0; tries < triesForANumber; tries += 1) {
    const name = { year, number: await dependencies.editions.nextNumber(year) }
    const kept = await keepAll(dependencies, name, drafted, frozen)
    const created = await dependencies.editions.create(name, drafted, kept)
    if (created) return created
  }
  throw new Error(`No number could be had for an edition of ${year}: others were freezing it`)
}

const notEarlier = (asAt: LocalDate, last: StoredEdition | undefined): Result<LocalDate, Refusal> =>
  last && asAt < last.edition.asAt
    ? refused(
        invalidField(
          '/asAt',
          `Must not be before ${last.edition.asAt}: edition ${last.edition.number}, which this one would revise, is as at that day.`,
        ),
      )
    : ok(asAt)

/**
 * Freezes a year's figures as at the end of a London day as a draft: figures, text and every file. Today's end where
 * the day is still going on: with what was recorded so far. Refuses a day that can't be, and, naming where, figures
 * that the counters and the referrals themselves do not agree on.
 */
export const freezeEdition =
  (dependencies: AssessmentDependencies) =>
  async (
    { id, name }: Principal,
    year: ReportingYear,
    { asAt, note }: Freezing,
  ): Promise<Result<StoredEdition, Refusal>> => {
    const { clock } = dependencies
    const day = dayAsked(year, asAt, londonDate(clock.now()))
    if (!day.ok) return day
    const approved = await approvedEditions(dependencies, year)
    const last = approved.at(-1)
    const allowed = notEarlier(asAt, last)
    if (!allowed.ok) return allowed
    const assessed = await assessYear(dependencies)(year, asAt, last?.edition.asAt)
    const found = await disagreements(dependencies, year, assessed)
    if (found.length > 0) return refused(differ(dependencies.reference, found))
    const frozen = await frozenReports(dependencies, year, asAt, approved, assessed)
    const drafted: Drafted = {
      type: 'drafted',
      by: { id, name },
      at: clock.now(),
      asAt,
      note,
      revises: last?.edition.number ?? null,
    }
    return ok(await create(dependencies, year, drafted, frozen))
  }
