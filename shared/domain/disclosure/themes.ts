import { withheld, type Count, type PublishedSummary } from '../figures/summary.ts'
import type { CountTree } from './counts.ts'
import { isSmall } from './needs.ts'

type Themes = PublishedSummary['themes']
type Theme = Themes[number]

/** A theme is listed from so many organisations on, and each of them has a referral with evidence of it. */
const fewest = 3

/** What the published counts of a category say that it has at the least. */
const leastShown = ({ corruptionCategories }: CountTree<Count>, code: string): number =>
  corruptionCategories
    .filter((category) => category.code === code)
    .flatMap(({ actual, potential }) => [actual, potential])
    .reduce((sum: number, count) => sum + (count === withheld ? 0 : count), 0)

const wasWithheld = (code: string, earlier: readonly Themes[]): boolean =>
  earlier.some((themes) => themes.some((theme) => theme.code === code && theme.organisations === withheld))

/**
 * The themes that tell nothing of a withheld count. So many organisations have so many referrals, so that a number of
 * them is shown only where the shown counts of the category come to it, and the theme named only where these come
 * to three; nor is a number withheld that can only be three. What is left out of the list is, then, either no theme or not to be told.
 */
export const publishedThemes = (
  themes: Themes,
  counts: CountTree<Count>,
  earlier: readonly Themes[],
): readonly Theme[] =>
  themes.flatMap((theme): Theme[] => {
    const { code, organisations } = theme
    const least = leastShown(counts, code)
    if (least < fewest) return []
    const isHidden =
      organisations === withheld ||
      isSmall(organisations) ||
      organisations > least ||
      wasWithheld(code, earlier)
    if (!isHidden) return [theme]
    return counts.dataQuality.organisationsWithReferrals > fewest
      ? [{ ...theme, organisations: withheld }]
      : []
  })
