import { type Metafile, build } from 'esbuild'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openApi } from '../shared/contracts/openapi/document.ts'

/** Every Lambda of the service: each is the folder `functions/<name>` with its `handler` in `index.ts`. */
export const functionNames = [
  'referrals',
  'returns',
  'reports',
  'reminder-schedule',
  'reminder-sender',
  'delivery-receipts',
  'aggregator',
  'recalculation',
] as const
export type FunctionName = (typeof functionNames)[number]

const root = fileURLToPath(new URL('..', import.meta.url))

/** Where `bundle` writes by default: `<name>/index.mjs` for each function. */
export const bundleDirectory = join(root, 'build/functions')

/** CommonJS packages call `require` for Node's own modules, and an ESM file has none. */
const requireForCommonJs =
  "import{createRequire as r__}from'node:module';const require=r__(import.meta.url);\n"

/**
 * Bundles every function into one minified ESM file each, in a single esbuild run, and answers with esbuild's
 * metafile (sizes in bytes). `entries` is the folder of function folders. A source map lies beside each file for
 * reading a stack trace; it does not go into what is deployed. Beside the reports lies the contract that they publish.
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
  await writeIfChanged(join(outputs, 'reports/openapi.json'), JSON.stringify(openApi()))
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

/** Leaves an equal file alone: two processes may bundle at once, and neither may see the other's half a file. */
const writeIfChanged = async (path: string, text: string) => {
  const before = await readFile(path, 'utf8').catch(() => undefined)
  if (before === text) return
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.${process.pid}`, text)
  await rename(`${path}.${process.pid}`, path)
}

if (import.meta.main) {
  const { outputs } = await bundle()
  const sizes = Object.entries(outputs).filter(([file]) => file.endsWith('.mjs'))
  console.table(
    Object.fromEntries(sizes.map(([file, { bytes }]) => [file, { KiB: Math.round(bytes / 1024) }])),
  )
}
