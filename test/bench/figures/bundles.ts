import type { Row } from '../row.ts'
import { bundleSizes } from '../support/bundles.ts'

const api = new Set<string>(['referrals', 'returns', 'reports', 'assessments'])
const KB = (bytes: number) => Math.round(bytes / 1000)

/** Figure 1: what the largest function of the API loads as it starts, and what the pages load. */
export const bundles = async (): Promise<readonly Row[]> => {
  const sizes = await bundleSizes()
  const largest = sizes
    .filter(({ name }) => api.has(name))
    .reduce((one, other) => (one.atStart > other.atStart ? one : other))
  const web = sizes.find(({ name }) => name === 'web')
  const said = ({ name, atStart, gzipped, onDemand }: typeof largest) =>
    `${name}: ${KB(atStart)} KB, ${KB(gzipped)} gzipped; ${KB(onDemand)} KB more on demand`
  return [
    {
      figure: 1,
      what: 'the largest API function, minified and gzipped',
      target: '≤ 250 KB, ≤ 80 KB',
      measured: said(largest),
      met: largest.atStart <= 250_000 && largest.gzipped <= 80_000,
    },
    { figure: 1, what: 'the pages', target: '', measured: web ? said(web) : '', met: null },
  ]
}
