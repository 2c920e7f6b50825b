import { type Metafile, build } from 'esbuild'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openApi } from '../shared/contracts/openapi/document.ts'
import { pictureFiles } from '../shared/reports/assessment/charts/picture-files.ts'
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
  'web',
  'pre-token',
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

/** CommonJS packages call `require` for Node's own modules, and an ESM file has none. */
const requireForCommonJs =
  "import{createRequire as r__}from'node:module';const require=r__(import.meta.url);\n"

/**
 * Bundles every function into one minified ESM file each, in a single esbuild run, and answers with esbuild's
 * metafile (sizes in bytes). `entries` is the folder of function folders. A source map lies beside each file for
 * reading a stack trace; it does not go into what is deployed. The files of `filesBeside` lie beside their function's,
 * and so do the templates and assets of the pages.
 */
export const bundle = async (entries = join(root, 'functions'), outputs = bundleDirectory) => {
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: functionNames.map((name) => join(entries, name, 'index.ts')),
    outbase: entries,
    outdir: outputs,
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
  })
  await writeFilesBeside(outputs)
  const needRequire = filesNeedingRequire(metafile)
  await Promise.all(
    outputFiles.map(({ path, text }) => {
      const owner = needRequire.has(path.replace(/\.map$/, ''))
      return writeIfChanged(path, owner ? withRequire(path, text) : text)
    }),
  )
  return metafile
}

const filesNeedingRequire = ({ outputs }: Metafile) =>
  new Set(
    Object.entries(outputs)
      .filter(([, { imports }]) => imports.some(({ kind, external }) => kind === 'require-call' && external))
      .map(([file]) => join(root, file)),
  )

/** Adds one line at the top of the code, and one empty line of mappings to its source map so that it still fits. */
const withRequire = (path: string, text: string) =>
  path.endsWith('.map') ? text.replace('"mappings": "', '"mappings": ";') : requireForCommonJs + text

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

if (import.meta.main) {
  const { outputs } = await bundle()
  const sizes = Object.entries(outputs).filter(([file]) => file.endsWith('.mjs'))
  console.table(
    Object.fromEntries(sizes.map(([file, { bytes }]) => [file, { KiB: Math.round(bytes / 1024) }])),
  )
}
