/**
 * Audits what the service is made of: `npm run audit:supply`. Writes the list of materials of what is deployed and of
 * all that is used (CycloneDX) into `build/materials`, and asks the registry for known vulnerabilities and for the
 * signature of each package. Ends with 1 where something is wrong, and with 3 where the registry did not answer, so
 * that nobody takes silence for an answer.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { auditOf, npm, type Part, signaturesOf } from './supply/npm.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = join(root, 'build', 'materials')

/** The packages as they are locked, so that the list is the same on every machine. */
const listed = (name: string, ...more: readonly string[]): Part => {
  const { status, stdout, stderr } = npm('sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', ...more)
  if (status !== 0) return { kind: 'failed', said: stderr.trim() }
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${name}.cdx.json`)
  writeFileSync(file, stdout)
  return { kind: 'passed', said: file }
}

process.chdir(root)
const parts: readonly (readonly [string, Part])[] = [
  ['Materials, deployed', listed('deployed', '--omit', 'dev')],
  ['Materials, all', listed('all')],
  ['Vulnerabilities, deployed', auditOf(npm('audit', '--omit', 'dev', '--json'))],
  ['Vulnerabilities, all', auditOf(npm('audit', '--json'))],
  ['Signatures', signaturesOf(npm('audit', 'signatures', '--json'))],
]
parts.forEach(([name, { kind, said }]) => console.log(`${name}: ${kind}: ${said}`))

const kinds = new Set(parts.map(([, { kind }]) => kind))
if (kinds.has('not looked at')) process.exitCode = 3
if (kinds.has('failed')) process.exitCode = 1
