import { type BuildOptions, build } from 'esbuild'
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openApi } from '../shared/contracts/openapi/document.ts'
import { pictureFiles } from '../shared/reports/assessment/charts/picture-files.ts'
import { builtins } from './bundling/builtins.ts'
import { environmentCredentials } from './bundling/credentials.ts'
import { filesOfPages } from './pages/files.ts'

/** Every Lambda of the service: each is the folder `functions/<name>` with its `handler` in `index.ts`. */
export const functionNames = [
  'referrals',
  'returns',
  'reports',
  'assessments',
  'reminder-schedule',
  'reminder-sender',
  'delivery-receipts',
  'aggregator',
  'recalculation',
  'reconcile',
  'rebuild',
  'retention',
  'web',
  'pre-token',
  'canary',
  'unused-accounts',
] as const
export type FunctionName = (typeof functionNames)[number]

const root = fileURLToPath(new URL('..', import.meta.url))

/** A file that a function reads at run time: written as it is made, or copied from an installed package. */
type FileBeside = { readonly name: string; readonly content: () => string | Promise<Uint8Array> }

/** What the charts of a Word document are drawn with, from the packages that bring it. */
const filesOfPictures: readonly FileBeside[] = pictureFiles().map((path) => ({
  name: basename(path),
  content: () => readFile(path),
}))

/** What lies beside a function's code under `functions/<name>`: it reads it with `new URL('<file>', import.meta.url)`. */
export const filesBeside: Readonly<Partial<Record<FunctionName, readonly FileBeside[]>>> = {
  reports: [{ name: 'openapi.json', content: () => JSON.stringify(openApi()) }],
  assessments: filesOfPictures,
}

/** Where `bundle` writes by default: `<name>/index.mjs` for each function. */
export const bundleDirectory = join(root, 'build/functions')

/** What people wait for: each is built by itself, so that what it loads on demand stays in a file of its own. */
const waitedFor: readonly FunctionName[] = ['referrals', 'returns', 'reports', 'assessments', 'web']

const options = {
  absWorkingDir: root,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  minify: true,
  legalComments: 'none',
  sourcemap: 'external',
  sourcesContent: false,
  metafile: true,
  write: false,
  logLevel: 'warning',
  plugins: [builtins, environmentCredentials],
} as const satisfies BuildOptions

const buildTogether = (names: readonly FunctionName[], entries: string, outputs: string) =>
  build({
    ...options,
    entryPoints: names.map((name) => join(entries, name, 'index.ts')),
    outbase: entries,
    outdir: outputs,
  })

const buildInParts = (name: FunctionName, entries: string, outputs: string) =>
  build({
    ...options,
    entryPoints: [join(entries, name, 'index.ts')],
    outdir: join(outputs, name),
    splitting: true,
    chunkNames: '[name]-[hash]',
  })

/**
 * Bundles every function into minified ESM, `<name>/index.mjs` and for some functions what that loads on demand beside
 * it, and answers with what esbuild says of each file written (sizes in bytes), by its path from the repository.
 * `entries` is the folder of function folders. A source map lies beside each file for reading a stack trace; it does not
 * go into what is deployed. The files of `filesBeside` lie beside their function's, and so do the templates and assets
 * of the pages.
 */
export const bundle = async (entries = join(root, 'functions'), outputs = bundleDirectory) => {
  const together = functionNames.filter((name) => !waitedFor.includes(name))
  const [built] = await Promise.all([
    Promise.all([
      buildTogether(together, entries, outputs),
      ...waitedFor.map((name) => buildInParts(name, entries, outputs)),
    ]),
    writeFilesBeside(outputs),
  ])
  const files = built.flatMap(({ outputFiles }) => outputFiles)
  await Promise.all(files.map(({ path, contents }) => writeIfChanged(path, contents)))
  await removeOldParts(outputs, new Set(files.map(({ path }) => path)))
  return Object.fromEntries(built.flatMap(({ metafile }) => Object.entries(metafile.outputs)))
}

const writeFilesBeside = async (outputs: string) => {
  const all = { ...filesBeside, web: [...(await filesOfPages()), ...filesOfPictures] }
  const files = Object.entries(all).flatMap(([owner, beside]) =>
    beside.map(({ name, content }) => ({ path: join(outputs, owner, name), content })),
  )
  await Promise.all(files.map(async ({ path, content }) => writeIfChanged(path, await content())))
}

/** Leaves an equal file alone: two processes may bundle at once, and neither may see the other's half a file. */
const writeIfChanged = async (path: string, content: string | Uint8Array) => {
  const before = await readFile(path).catch(() => undefined)
  if (before?.equals(Buffer.from(content))) return
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.${process.pid}`, content)
  await rename(`${path}.${process.pid}`, path)
}

/** The name of a part changes with its content: what an earlier build left behind is not to be deployed. */
const removeOldParts = async (outputs: string, written: ReadonlySet<string>) => {
  const folders = waitedFor.map((name) => join(outputs, name))
  const found = await Promise.all(
    folders.map(async (folder) => (await readdir(folder)).map((file) => join(folder, file))),
  )
  const old = found.flat().filter((path) => /-[A-Z0-9]{8}\.mjs(\.map)?$/.test(path) && !written.has(path))
  await Promise.all(old.map((path) => rm(path, { force: true })))
}

if (import.meta.main) {
  const sizes = Object.entries(await bundle()).filter(([file]) => file.endsWith('.mjs'))
  console.table(
    Object.fromEntries(sizes.map(([file, { bytes }]) => [file, { KiB: Math.round(bytes / 1024) }])),
  )
}
