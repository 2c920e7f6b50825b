/**
 * Measures what docs/performance.md tells of, prints one table and writes it to `build/bench/results.json`:
 * `npm run bench`, or `npm run bench -- http start` for some of it. What is compared runs in turns, so the ratios hold
 * on a busy machine; milliseconds hold for the machine and the hour.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Row } from './row.ts'

const folder = fileURLToPath(new URL('../../build/bench', import.meta.url))

/** Each loaded by itself: some of it finds its tables in the environment as it is loaded. */
const figures: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  bundles: async () => (await import('./figures/bundles.ts')).bundles(),
  'cold-start': async () => (await import('./figures/cold-start.ts')).coldStart(),
  requests: async () => (await import('./figures/requests.ts')).requests(),
  'live-figures': async () => (await import('./figures/live-figures.ts')).liveFigures(),
  rebuild: async () => (await import('./figures/rebuild.ts')).rebuild(),
  http: async () => (await import('./figures/http.ts')).http(),
  start: async () => (await import('./figures/start.ts')).start(),
  documents: async () => (await import('./figures/documents.ts')).documents(),
  'first-page': async () => (await import('./figures/first-page.ts')).firstPage(),
}

const asked = process.argv.slice(2)
const chosen = Object.entries(figures).filter(([name]) => asked.length === 0 || asked.includes(name))
const rows: Row[] = []
for (const [name, measure] of chosen) {
  const began = performance.now()
  rows.push(...(await measure()))
  console.error(`${name}: ${Math.round((performance.now() - began) / 1000)} s`)
}

const verdict = (met: boolean | null) => (met === null ? '' : met ? 'met' : 'MISSED')
const table = rows
  .toSorted((one, other) => one.figure - other.figure)
  .map(({ figure, what, target, measured, met }) => [String(figure), what, target, measured, verdict(met)])
const header = ['#', 'figure', 'target', 'measured', '']
for (const line of [header, header.map(() => '---'), ...table]) console.log(`| ${line.join(' | ')} |`)

await mkdir(folder, { recursive: true })
const machine = {
  processors: cpus().map(({ model }) => model),
  node: process.version,
  at: new Date().toISOString(),
}
await writeFile(join(folder, 'results.json'), `${JSON.stringify({ machine, rows }, undefined, 2)}\n`)
