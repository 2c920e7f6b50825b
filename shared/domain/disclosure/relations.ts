import type { AnsweredRow, CodeRow, CountTree, KindRow } from './counts.ts'

/** What every reader of the tables knows of their counts: the first side equals, or is at least, the other. */
export type Relation<Cell> = {
  readonly holds: 'equals' | 'atLeast'
  readonly whole: readonly Cell[]
  readonly parts: readonly Cell[]
  /** What is always shown, besides the parts. */
  readonly shown?: number
}

const equal = <Cell>(whole: Cell, parts: readonly Cell[]): Relation<Cell> => ({
  holds: 'equals',
  whole: [whole],
  parts,
})
const atLeast = <Cell>(whole: readonly Cell[], parts: readonly Cell[]): Relation<Cell> => ({
  holds: 'atLeast',
  whole,
  parts,
})

const countsOf = <Cell>(rows: readonly CodeRow<Cell>[]): Cell[] => rows.map(({ count }) => count)

/** On time, late, outstanding and not yet due are all the referrals made. */
const answered = <Cell>(row: AnsweredRow<Cell>): Relation<Cell> =>
  equal(row.referralsMade, [row.returnedOnTime, row.returnedLate, row.outstanding, row.notYetDue])

const states = ['referralsMade', 'returnedOnTime', 'returnedLate', 'outstanding', 'notYetDue'] as const

/** The months' columns sum to the year's counts. */
const byMonth = <Cell>({ response, responseByMonth: months }: CountTree<Cell>): Relation<Cell>[] => [
  answered(response),
  ...months.map(answered),
  ...states.map((state) =>
    equal(
      response[state],
      months.map((month) => month[state]),
    ),
  ),
]

/** A table of subjects or of links splits the referrals and, of those, the ones with evidence. */
const byKind = <Cell>(tree: CountTree<Cell>, rows: readonly KindRow<Cell>[]): Relation<Cell>[] => [
  equal(
    tree.response.referralsMade,
    rows.map(({ referrals }) => referrals),
  ),
  equal(
    tree.evidenceOfCorruption.actual,
    rows.map(({ actual }) => actual),
  ),
  equal(
    tree.evidenceOfCorruption.potential,
    rows.map(({ potential }) => potential),
  ),
  ...rows.map(({ referrals, actual, potential }) => atLeast([referrals], [actual, potential])),
]

/** A referral with evidence carries one category or more, each once. */
const byCategory = <Cell>(tree: CountTree<Cell>): Relation<Cell>[] => {
  const { evidenceOfCorruption: evidence, corruptionCategories: rows } = tree
  return [
    atLeast(
      rows.map(({ actual }) => actual),
      [evidence.actual],
    ),
    atLeast(
      rows.map(({ potential }) => potential),
      [evidence.potential],
    ),
    ...rows.map(({ actual }) => atLeast([evidence.actual], [actual])),
    ...rows.map(({ potential }) => atLeast([evidence.potential], [potential])),
  ]
}

/** An outcome has one action or more, each once, and `no_action` only alone. */
const byAction = <Cell>({ actions, timeliness }: CountTree<Cell>): Relation<Cell>[] => {
  const outcomes = timeliness.workingDaysToOutcome.count
  const none = countsOf(actions.filter(({ code }) => code === 'no_action'))
  const taken = countsOf(actions.filter(({ code }) => code !== 'no_action'))
  return [
    atLeast([...none, ...taken], [outcomes]),
    ...taken.map((action) => atLeast([outcomes], [...none, action])),
  ]
}

/** Every outcome has one level of evidence, one disciplinary action, one criminal outcome and one value. */
const byOutcome = <Cell>(tree: CountTree<Cell>): Relation<Cell>[] => {
  const outcomes = tree.timeliness.workingDaysToOutcome.count
  const { actual, potential, none, unable_to_determine: unable } = tree.evidenceOfCorruption
  return [
    equal(outcomes, [actual, potential, none, unable]),
    equal(outcomes, countsOf(tree.disciplinaryActions)),
    equal(outcomes, countsOf(tree.criminalOutcomes)),
    equal(outcomes, countsOf(tree.intelligenceValue)),
    ...countsOf(tree.otherConcerns).map((concern) => atLeast([outcomes], [concern])),
  ]
}

/** An outcome is a return: who gave one has returned, and who is outstanding or not yet due has given none. */
const acrossTables = <Cell>(tree: CountTree<Cell>): Relation<Cell>[] => {
  const { response, evidenceOfCorruption: evidence, dataQuality: quality } = tree
  const returned = tree.timeliness.workingDaysToFirstReturn.count
  const outcomes = tree.timeliness.workingDaysToOutcome.count
  return [
    equal(returned, [response.returnedOnTime, response.returnedLate]),
    equal(response.outstanding, countsOf(tree.outstandingByAge)),
    equal(response.referralsMade, [outcomes, evidence.no_outcome_yet]),
    atLeast([returned], [outcomes]),
    { ...atLeast([response.referralsMade], []), shown: quality.organisationsWithReferrals },
    atLeast([response.referralsMade], [quality.referralsWithoutRecordedRisk]),
    atLeast([response.referralsMade], [quality.returnedAfterCutOff]),
  ]
}

/**
 * All that joins the counts of a summary, of whatever stands in their places. `withdrawn` and `redirected` are in none:
 * no other count includes them.
 */
export const relationsOf = <Cell>(tree: CountTree<Cell>): readonly Relation<Cell>[] => [
  ...byMonth(tree),
  ...acrossTables(tree),
  ...byOutcome(tree),
  ...byKind(tree, tree.subjectTypes),
  ...byKind(tree, tree.linkTypes),
  ...byCategory(tree),
  ...byAction(tree),
]
