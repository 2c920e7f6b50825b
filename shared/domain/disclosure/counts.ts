import type {
  Answered,
  CategoryCount,
  CodeCount,
  Count,
  KindCount,
  PublishedSummary,
  Withheld,
} from '../figures/summary.ts'

/** Whether a place of the published summary holds a count: just what may be a number or withheld. */
type IsCount<Part> = [Count] extends [Part] ? ([Part] extends [Count] ? true : false) : false

/** The same shape with something else in the place of each count. */
type Mapped<Part, Leaf> =
  IsCount<Part> extends true
    ? Leaf
    : Part extends string
      ? Part
      : Part extends readonly (infer Each)[]
        ? readonly Mapped<Each, Leaf>[]
        : Part extends object
          ? { readonly [Name in keyof Part]: Mapped<Part[Name], Leaf> }
          : Part

type Quality = Omit<PublishedSummary['dataQuality'], 'withheldCounts' | 'counts'>
type Counted = Omit<PublishedSummary, 'version' | 'themes' | 'dataQuality'> & {
  readonly dataQuality: Quality
}

/** Everything counted in a published summary but its themes, with something in the place of each count. */
export type CountTree<Leaf> = Mapped<Counted, Leaf>

type Row<Kind, Leaf> = Mapped<Kind, Leaf>
export type CodeRow<Leaf> = Row<CodeCount<Withheld>, Leaf>
export type CategoryRow<Leaf> = Row<CategoryCount<Withheld>, Leaf>
export type KindRow<Leaf> = Row<KindCount<Withheld>, Leaf>
export type AnsweredRow<Leaf> = Row<Answered<Withheld>, Leaf>

/** Called with where the count stands, such as `actions/vetting_review/count`, and the count. */
type Change<Leaf> = (path: string, count: Count) => Leaf

const answered =
  <Leaf>(at: Change<Leaf>) =>
  (path: string, row: Answered<Withheld>): AnsweredRow<Leaf> => ({
    referralsMade: at(`${path}/referralsMade`, row.referralsMade),
    returnedOnTime: at(`${path}/returnedOnTime`, row.returnedOnTime),
    returnedLate: at(`${path}/returnedLate`, row.returnedLate),
    outstanding: at(`${path}/outstanding`, row.outstanding),
    notYetDue: at(`${path}/notYetDue`, row.notYetDue),
  })

const coded =
  <Leaf>(at: Change<Leaf>) =>
  (path: string, rows: readonly CodeCount<Withheld>[]): readonly CodeRow<Leaf>[] =>
    rows.map(({ code, label, count }) => ({ code, label, count: at(`${path}/${code}/count`, count) }))

const categories =
  <Leaf>(at: Change<Leaf>) =>
  (path: string, rows: readonly CategoryCount<Withheld>[]): readonly CategoryRow<Leaf>[] =>
    rows.map(({ code, label, actual, potential }) => ({
      code,
      label,
      actual: at(`${path}/${code}/actual`, actual),
      potential: at(`${path}/${code}/potential`, potential),
    }))

const kinds =
  <Leaf>(at: Change<Leaf>) =>
  (path: string, rows: readonly KindCount<Withheld>[]): readonly KindRow<Leaf>[] =>
    rows.map(({ code, label, referrals, actual, potential }) => ({
      code,
      label,
      referrals: at(`${path}/${code}/referrals`, referrals),
      actual: at(`${path}/${code}/actual`, actual),
      potential: at(`${path}/${code}/potential`, potential),
    }))

const response = <Leaf>(
  from: CountTree<Count>['response'],
  at: Change<Leaf>,
): CountTree<Leaf>['response'] => ({
  ...answered(at)('response', from),
  responseRate: from.responseRate,
  withdrawn: at('response/withdrawn', from.withdrawn),
  redirected: at('response/redirected', from.redirected),
})

const evidence = <Leaf>(
  from: CountTree<Count>['evidenceOfCorruption'],
  at: Change<Leaf>,
): CountTree<Leaf>['evidenceOfCorruption'] => ({
  actual: at('evidenceOfCorruption/actual', from.actual),
  potential: at('evidenceOfCorruption/potential', from.potential),
  none: at('evidenceOfCorruption/none', from.none),
  unable_to_determine: at('evidenceOfCorruption/unable_to_determine', from.unable_to_determine),
  no_outcome_yet: at('evidenceOfCorruption/no_outcome_yet', from.no_outcome_yet),
})

const timeliness = <Leaf>(
  { workingDaysToFirstReturn: first, workingDaysToOutcome: outcome }: CountTree<Count>['timeliness'],
  at: Change<Leaf>,
): CountTree<Leaf>['timeliness'] => ({
  workingDaysToFirstReturn: {
    count: at('timeliness/workingDaysToFirstReturn', first.count),
    median: first.median,
    p90: first.p90,
  },
  workingDaysToOutcome: {
    count: at('timeliness/workingDaysToOutcome', outcome.count),
    median: outcome.median,
    p90: outcome.p90,
  },
})

const dataQuality = <Leaf>(
  from: CountTree<Count>['dataQuality'],
  at: Change<Leaf>,
): CountTree<Leaf>['dataQuality'] => ({
  organisationsWithReferrals: from.organisationsWithReferrals,
  organisationsInScope: from.organisationsInScope,
  cutOff: from.cutOff,
  returnedAfterCutOff: at('dataQuality/returnedAfterCutOff', from.returnedAfterCutOff),
  referralsWithoutRecordedRisk: at(
    'dataQuality/referralsWithoutRecordedRisk',
    from.referralsWithoutRecordedRisk,
  ),
  codeListVersions: from.codeListVersions,
})

const codedAnswers = <Leaf>(figures: CountTree<Count>, at: Change<Leaf>) => ({
  corruptionCategories: categories(at)('corruptionCategories', figures.corruptionCategories),
  otherConcerns: coded(at)('otherConcerns', figures.otherConcerns),
  actions: coded(at)('actions', figures.actions),
  disciplinaryActions: coded(at)('disciplinaryActions', figures.disciplinaryActions),
  criminalOutcomes: coded(at)('criminalOutcomes', figures.criminalOutcomes),
  intelligenceValue: coded(at)('intelligenceValue', figures.intelligenceValue),
  subjectTypes: kinds(at)('subjectTypes', figures.subjectTypes),
  linkTypes: kinds(at)('linkTypes', figures.linkTypes),
})

/**
 * A summary of either version with each count changed; nothing that only the internal version has is carried over.
 * It names every count that there is: the compiler refuses a count added to the summary and not here.
 */
export const mapCounts = <Leaf>(figures: CountTree<Count>, at: Change<Leaf>): CountTree<Leaf> => ({
  reportingYear: figures.reportingYear,
  asAt: figures.asAt,
  countingUnit: figures.countingUnit,
  response: response(figures.response, at),
  responseByMonth: figures.responseByMonth.map((month) => ({
    month: month.month,
    ...answered(at)(`responseByMonth/${month.month}`, month),
  })),
  outstandingByAge: coded(at)('outstandingByAge', figures.outstandingByAge),
  evidenceOfCorruption: evidence(figures.evidenceOfCorruption, at),
  ...codedAnswers(figures, at),
  timeliness: timeliness(figures.timeliness, at),
  dataQuality: dataQuality(figures.dataQuality, at),
})
