import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import type { Permission } from './compare.ts'

/** Where the services that tests start write down what their functions ask of AWS. */
export const callsDirectory = fileURLToPath(new URL('../../../build/aws-calls', import.meta.url))

const Line = z.object({ action: z.string(), resource: z.string() })

/** Every call written down in a directory, by the function that asked: each at least once. */
export const recordedIn = (directory: string): readonly Permission[] =>
  existsSync(directory) ? readdirSync(directory).flatMap((file) => callsIn(join(directory, file))) : []

const callsIn = (path: string): readonly Permission[] => {
  const functionName = basename(path, '.jsonl')
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => ({ functionName, ...Line.parse(JSON.parse(line)) }))
}

/** Forgets what earlier tests asked for, so that only the tests to come speak for a permission. */
export const forget = (directory: string): void => rmSync(directory, { recursive: true, force: true })

if (import.meta.main) forget(callsDirectory)
