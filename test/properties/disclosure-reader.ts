import { wilson } from '../../shared/domain/figures/statistics.ts'
import type { Count, PublishedSummary } from '../../shared/domain/figures/summary.ts'

/*
 * A reader with a solver, who wants to know what was withheld. Written from the published tables and what the service
 * says of them, and sharing nothing with the code that chose what to withhold.
 */

export type Known = { readonly name: string; readonly count: Count }
export type Statement = {
  readonly left: readonly Known[]
  readonly sign: '=' | '>='
  readonly right: readonly Known[]
}

const number = (count: number): Known => ({ name: '', count })
const sum = (left: Known, right: readonly Known[]): Statement => ({ left: [left], sign: '=', right })
const enough = (left: readonly Known[], right: readonly Known[]): Statement => ({ left, sign: '>=', right })

const answers = ['referralsMade', 'returnedOnTime', 'returnedLate', 'outstanding', 'notYetDue'] as const
const levels = ['actual', 'potential', 'none', 'unable_to_determine', 'no_outcome_yet'] as const

/** How many must have been asked and have answered for just this rate. */
const behind = (rate: { value: number; low: number }): readonly [number, number] | undefined =>
  Array.from({ length: 3000 }, (_, asked) => [Math.round(rate.value * asked), asked] as const).find(
    ([answered, asked]) => {
      const found = wilson(answered, asked)
      return (
        found !== null && Math.abs(found.value - rate.value) < 1e-12 && Math.abs(found.low - rate.low) < 1e-12
      )
    },
  )

export type Reading = { readonly cells: readonly Known[]; readonly statements: readonly Statement[] }

/** Everything the tables of one edition say, table by table. */
export const read = (published: PublishedSummary): Reading => {
  const cells: Known[] = []
  const cell = (name: string, count: Count): Known => {
    const found = { name: `x_${name.replaceAll(/[^a-z0-9_]/gi, '_')}`, count }
    cells.push(found)
    return found
  }
  const list = (name: string, rows: readonly { readonly code: string; readonly count: Count }[]) =>
    rows.map(({ code, count }) => ({ code, ...cell(`${name}_${code}`, count) }))
  const year = answers.map((answer) => cell(`year_${answer}`, published.response[answer]))
  const [made = number(0), onTime = number(0), late = number(0), outstanding = number(0)] = year
  cell('withdrawn', published.response.withdrawn)
  cell('redirected', published.response.redirected)
  const months = published.responseByMonth.map((month) =>
    answers.map((answer) => cell(`month_${month.month}_${answer}`, month[answer])),
  )
  const evidence = levels.map((level) => cell(`evidence_${level}`, published.evidenceOfCorruption[level]))
  const [actual = number(0), potential = number(0), , , noOutcome = number(0)] = evidence
  const returned = cell('returned', published.timeliness.workingDaysToFirstReturn.count)
  const outcomes = cell('outcomes', published.timeliness.workingDaysToOutcome.count)
  const categories = published.corruptionCategories.map((row) => ({
    code: row.code,
    actual: cell(`category_${row.code}_actual`, row.actual),
    potential: cell(`category_${row.code}_potential`, row.potential),
  }))
  const kinds = [published.subjectTypes, published.linkTypes].map((rows, place) =>
    rows.map((row) => ({
      referrals: cell(`kind_${place}_${row.code}_referrals`, row.referrals),
      actual: cell(`kind_${place}_${row.code}_actual`, row.actual),
      potential: cell(`kind_${place}_${row.code}_potential`, row.potential),
    })),
  )
  const ages = list('age', published.outstandingByAge)
  const concerns = list('concern', published.otherConcerns)
  const actions = list('action', published.actions)
  const noAction = actions.filter(({ code }) => code === 'no_action')
  const taken = actions.filter(({ code }) => code !== 'no_action')
  const single = [
    list('discipline', published.disciplinaryActions),
    list('criminal', published.criminalOutcomes),
    list('value', published.intelligenceValue),
  ]
  const { responseRate: rate } = published.response
  const asked = rate === null || rate === 'c' ? undefined : behind(rate)
  const organisations = number(published.dataQuality.organisationsWithReferrals)
  const themes = published.themes.map(({ code, organisations: count }) => ({
    named: cell(`theme_${code}`, count),
    category: categories.filter((category) => category.code === code),
  }))
  const statements: Statement[] = [
    sum(made, year.slice(1)),
    ...months.map(([all = number(0), ...parts]) => sum(all, parts)),
    ...year.map((whole, place) =>
      sum(
        whole,
        months.map((month) => month[place] ?? number(0)),
      ),
    ),
    sum(outstanding, ages),
    sum(returned, [onTime, late]),
    sum(outcomes, evidence.slice(0, -1)),
    sum(made, [outcomes, noOutcome]),
    ...single.map((parts) => sum(outcomes, parts)),
    enough([returned], [outcomes]),
    ...kinds.flatMap((rows) => [
      sum(
        made,
        rows.map((row) => row.referrals),
      ),
      sum(
        actual,
        rows.map((row) => row.actual),
      ),
      sum(
        potential,
        rows.map((row) => row.potential),
      ),
      ...rows.map((row) => enough([row.referrals], [row.actual, row.potential])),
    ]),
    enough(
      categories.map((row) => row.actual),
      [actual],
    ),
    enough(
      categories.map((row) => row.potential),
      [potential],
    ),
    ...categories.flatMap((row) => [enough([actual], [row.actual]), enough([potential], [row.potential])]),
    ...concerns.map((named) => enough([outcomes], [named])),
    ...taken.map((named) => enough([outcomes], [...noAction, named])),
    enough(actions, [outcomes]),
    enough([made], [cell('without_risk', published.dataQuality.referralsWithoutRecordedRisk)]),
    enough([made], [cell('after_cut_off', published.dataQuality.returnedAfterCutOff)]),
    enough([made], [organisations]),
    ...themes.flatMap(({ named, category }) => [
      enough([named], [number(3)]),
      enough([organisations], [named]),
      enough(
        category.flatMap((row) => [row.actual, row.potential]),
        [named],
      ),
    ]),
    ...(asked
      ? [sum(number(asked[0]), [onTime, late]), sum(number(asked[1] - asked[0]), [outstanding])]
      : []),
  ]
  return { cells, statements }
}
