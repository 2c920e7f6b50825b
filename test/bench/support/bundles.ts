import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { bundle, functionNames, type FunctionName } from '../../../infra/bundle.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Bytes of a function's code: what is loaded as it starts, plain and gzipped, and what is there to be loaded on demand. */
export type BundleSize = {
  readonly name: FunctionName
  readonly atStart: number
  readonly gzipped: number
  readonly onDemand: number
  /** The paths of all its code. */
  readonly files: readonly string[]
}

type Outputs = Awaited<ReturnType<typeof bundle>>

/** A file and all that it imports as it is loaded. */
const loadedWith = (outputs: Outputs, file: string, seen = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(file)) return seen
  seen.add(file)
  const needed = outputs[file]?.imports.filter(
    ({ kind, external }) => kind === 'import-statement' && !external,
  )
  needed?.forEach(({ path }) => loadedWith(outputs, path, seen))
  return seen
}

const sizeOf = async (outputs: Outputs, name: FunctionName): Promise<BundleSize> => {
  const files = Object.keys(outputs).filter((file) => file.includes(`/${name}/`) && file.endsWith('.mjs'))
  const bytes = (some: readonly string[]) => some.reduce((all, file) => all + (outputs[file]?.bytes ?? 0), 0)
  const started = [...loadedWith(outputs, files.find((file) => file.endsWith(`/${name}/index.mjs`)) ?? '')]
  const contents = await Promise.all(started.map((file) => readFile(join(root, file))))
  return {
    name,
    atStart: bytes(started),
    gzipped: contents.reduce((all, content) => all + gzipSync(content).length, 0),
    onDemand: bytes(files) - bytes(started),
    files: files.map((file) => join(root, file)),
  }
}

/** Bundles every function and answers how large each is. */
export const bundleSizes = async (): Promise<readonly BundleSize[]> => {
  const outputs = await bundle()
  return Promise.all(functionNames.map((name) => sizeOf(outputs, name)))
}
