/**
 * Holds what the functions did while the tests ran against what the template allows them: `npm run check:permissions`,
 * after the tests. The local engines ask nobody for permission, so an action that nobody allowed would show only when
 * deployed, and one that nothing needs would never show.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { allowedBy } from './permissions/allowed.ts'
import { compare, type Permission } from './permissions/compare.ts'
import { excused } from './permissions/excused.ts'
import { callsDirectory, recordedIn } from './permissions/recorded.ts'

/** Where a function asks for things by itself. Keys are used by these services, logs and traces written by Lambda. */
const services = ['dynamodb', 'sqs', 's3', 'secretsmanager']

const templateFile = fileURLToPath(new URL('../../cdk.out/SarOutcomes.template.json', import.meta.url))

const lineOf = ({ functionName, action, resource }: Permission) =>
  `  ${functionName}: ${action} on ${resource}`

const tell = (what: string, lines: readonly string[]) => {
  if (lines.length === 0) return
  console.error([what, ...new Set(lines)].join('\n'))
  process.exitCode = 1
}

const recorded = recordedIn(callsDirectory)
const allowed = allowedBy(readFileSync(templateFile, 'utf8'), services)
const { refused, unused, staleExcuses } = compare({ recorded, allowed, excused })
tell('Done by a function, and refused when deployed:', refused.map(lineOf))
tell('Allowed, and done by no function while the tests ran (all of them?):', unused.map(lineOf))
tell(
  'Excused, and needs no excuse any more:',
  staleExcuses.map(({ reason }) => `  ${reason}`),
)
console.log(`${recorded.length} recorded calls held against ${allowed.length} permissions.`)
