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
    ignorePatterns: ['build', 'cdk.out', '.data', 'docs'],
  }
  return new Stryker(options).runMutationTest()
}

/** A place as Stryker takes it, which counts lines from one and columns from nought. */
const placeOf = ({ fileName, location: { start, end } }: Mutants[number]): string =>
  `${fileName}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`

const tryArea = async ({ name, mutate, tests, further }: Area) => {
  const file = name.replaceAll(/\W+/g, '-')
  const first = await pass(file, mutate, tests)
  const left = first.filter(isAlive)
  const second =
    further.length > 0 && left.length > 0
      ? await pass(`${file}-further`, [...new Set(left.map(placeOf))], [...tests, ...further])
      : left
  const alive = second.filter(isAlive).length
  const noticed = first.filter(isNoticed).length + left.length - alive
  return {
    area: name,
    changes: noticed + alive,
    noticed,
    'per cent': Math.round((1000 * noticed) / (noticed + alive)) / 10,
  }
}

await mkdir('build/mutants', { recursive: true })
const rows = []
for (const area of areas.filter(({ name }) => name.includes(process.argv[2] ?? '')))
  rows.push(await tryArea(area))
console.table(rows)
