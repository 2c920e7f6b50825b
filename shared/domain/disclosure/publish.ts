import {
  withheld,
  type Count,
  type InternalSummary,
  type PublishedSummary,
  type Withheld,
} from '../figures/summary.ts'
import { chooseWithheld } from './choose.ts'
import { mapCounts, type CountTree } from './counts.ts'
import { isSmall } from './needs.ts'
import { systemOf } from './system.ts'
import { publishedThemes } from './themes.ts'

type Figures = Omit<InternalSummary, 'organisations' | 'version'>

const allCounts = (counts: CountTree<Count>): Count[] => {
  const found: Count[] = []
  mapCounts(counts, (_, count) => found.push(count))
  return found
}

/** The rate and its interval give away both what was returned and what is outstanding. */
const rateOf = ({ response, timeliness }: CountTree<Count>): PublishedSummary['response']['responseRate'] =>
  timeliness.workingDaysToFirstReturn.count === withheld || response.outstanding === withheld
    ? withheld
    : response.responseRate

type Spread = PublishedSummary['timeliness']['workingDaysToOutcome']

/** The median or the 90th percentile of a few are the days of one of them. */
const spreadOf = (spread: Spread): Spread =>
  spread.count === withheld || isSmall(spread.count)
    ? { count: spread.count, median: withheld, p90: withheld }
    : spread

const timelinessOf = ({ timeliness }: CountTree<Count>): PublishedSummary['timeliness'] => ({
  workingDaysToFirstReturn: spreadOf(timeliness.workingDaysToFirstReturn),
  workingDaysToOutcome: spreadOf(timeliness.workingDaysToOutcome),
})

const tallyOf = (counts: readonly Count[]) => ({
  withheldCounts: counts.filter((count): count is Withheld => count === withheld).length,
  counts: counts.length,
})

/**
 * The published version of a year's figures, which must have been counted without any referral that carries HMRC
 * information. `published` are the earlier published editions of the same year, in any order: a count withheld in one
 * of them stays withheld. The method is described in docs/disclosure-control.md.
 */
export const publish = (figures: Figures, published: readonly PublishedSummary[]): PublishedSummary => {
  const chosen = chooseWithheld(systemOf(figures, published))
  const counts = mapCounts(figures, (path, count): Count => (chosen.has(path) ? withheld : count))
  const themes = publishedThemes(
    figures.themes,
    counts,
    published.map((edition) => edition.themes),
  )
  const tally = tallyOf([...allCounts(counts), ...themes.map(({ organisations }) => organisations)])
  return {
    ...counts,
    version: 'published',
    response: { ...counts.response, responseRate: rateOf(counts) },
    timeliness: timelinessOf(counts),
    themes,
    dataQuality: { ...counts.dataQuality, ...tally },
  }
}
