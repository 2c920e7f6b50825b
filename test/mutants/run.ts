/**
 * Changes the domain line by line and asks whether a test notices: `npm run mutants [part of an area's name]`. It takes
 * an hour or two on two cores. The table at the end says how many changes were noticed, by area; `build/mutants`
 * has a report of each pass with every change that was not.
 */
import { Stryker } from '@stryker-mutator/core'
import { mkdir } from 'node:fs/promises'
import { areas, type Area } from './areas.ts'

type Mutants = Awaited<ReturnType<Stryker['runMutationTest']>>

const isAlive = ({ status }: Mutants[number]): boolean => status === 'Survived' || status === 'NoCoverage'
const isNoticed = ({ status }: Mutants[number]): boolean => status === 'Killed' || status === 'Timeout'

const pass = (name: string, mutate: readonly string[], tests: readonly string[]): Promise<Mutants> => {
  process.env['MUTANT_TESTS'] = tests.join(' ')
  const options = {
    mutate: [...mutate],
    testRunner: 'vitest',
    vitest: { configFile: 'test/mutants/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest' as const,
    concurrency: 2,
    timeoutMS: 20_000,
    reporters: ['html', 'json', 'progress-append-only'],
    htmlReporter: { fileName: `build/mutants/${name}.html` },
    jsonReporter: { fileName: `build/mutants/${name}.json` },
    tempDirName: 'build/mutants/tree',
    ignorePatterns: ['build', 'cdk.out', '.data'],
  }
  return new Stryker(options).runMutationTest()
}

/** A place as Stryker takes it: it counts columns from nought there, and from one in what it tells. */
const placeOf = ({ fileName, location: { start, end } }: Mutants[number]): string =>
  `${fileName}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`

/** The same change in both passes. */
const changeOf = (mutant: Mutants[number]): string =>
  [placeOf(mutant), mutant.mutatorName, mutant.replacement].join(' ')

/** What further tests leave of the changes that the first ones left. Throws unless each of them was tried again. */
const leftBy = async (name: string, left: Mutants, tests: readonly string[]): Promise<Mutants> => {
  const again = await pass(name, [...new Set(left.map(placeOf))], tests)
  const found = new Map(again.map((mutant) => [changeOf(mutant), mutant]))
  return left.filter((mutant) => {
    const tried = found.get(changeOf(mutant))
    if (!tried) throw new Error(`Not tried again: ${changeOf(mutant)}`)
    return isAlive(tried)
  })
}

const tryArea = async ({ name, mutate, tests, further }: Area) => {
  const file = name.replaceAll(/\W+/g, '-')
  const all = await pass(file, mutate, tests)
  const noticedFirst = all.filter(isNoticed).length
  const left = all.filter(isAlive)
  const alive =
    further.length > 0 && left.length > 0
      ? await leftBy(`${file}-further`, left, [...tests, ...further])
      : left
  const changes = noticedFirst + left.length
  const noticed = changes - alive.length
  return { area: name, changes, noticed, 'per cent': Math.round((1000 * noticed) / changes) / 10 }
}

await mkdir('build/mutants', { recursive: true })
const rows = []
for (const area of areas.filter(({ name }) => name.includes(process.argv[2] ?? '')))
  rows.push(await tryArea(area))
console.table(rows)
