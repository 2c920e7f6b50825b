import { spawnSync } from 'node:child_process'
import * as z from 'zod'

/** How a part of the audit ended: well, badly, or not at all because the registry did not answer what it was asked. */
export type Part =
  | { readonly kind: 'passed'; readonly said: string }
  | { readonly kind: 'failed'; readonly said: string }
  | { readonly kind: 'not looked at'; readonly said: string }

export type Ran = { readonly status: number | null; readonly stdout: string; readonly stderr: string }

/** Runs npm in the current directory and answers with all that it said. */
export const npm = (...parameters: readonly string[]): Ran => {
  const options = { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const
  return spawnSync('npm', [...parameters], options)
}

const Audit = z.object({
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string() })),
})

const json = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What `npm audit --json` found: the names and severities of packages with known vulnerabilities. */
export const auditOf = ({ stdout }: Pick<Ran, 'stdout'>): Part => {
  const audit = Audit.safeParse(json(stdout))
  if (!audit.success) return { kind: 'not looked at', said: 'the registry has no list of vulnerabilities' }
  const found = Object.entries(audit.data.vulnerabilities).map(
    ([name, { severity }]) => `${name} (${severity})`,
  )
  return found.length === 0
    ? { kind: 'passed', said: 'no known vulnerability' }
    : { kind: 'failed', said: found.join(', ') }
}

const Signatures = z.object({ invalid: z.array(z.unknown()), missing: z.array(z.unknown()) })

/** What `npm audit signatures --json` found: packages that the registry has not signed, or not as they are here. */
export const signaturesOf = ({ stdout }: Pick<Ran, 'stdout'>): Part => {
  const signatures = Signatures.safeParse(json(stdout))
  if (!signatures.success) return { kind: 'not looked at', said: 'the registry has no signatures' }
  const { invalid, missing } = signatures.data
  return invalid.length + missing.length === 0
    ? { kind: 'passed', said: 'every package is signed' }
    : { kind: 'failed', said: `${invalid.length} signatures are wrong, ${missing.length} are missing` }
}
