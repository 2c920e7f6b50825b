import { type Plugin, build } from 'esbuild'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const client = join(root, 'functions/web/client')
const govuk = join(root, 'node_modules/govuk-frontend/dist/govuk')
const moj = join(root, 'node_modules/@ministryofjustice/frontend/moj')

/** Each file by its plain name: where it is now, and what it is. */
export type AssetIndex = Record<string, { readonly file: string; readonly contentType: string }>

const contentTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

/**
 * The typeface of GOV.UK may be used on its own domains only, and no picture of it is ours either: what the style
 * sheets say of them is left out, and the service is written in what every machine has.
 */
const ourOwn = (css: string): string =>
  css
    .replaceAll(/@font-face\{[^}]*\}/g, '')
    .replaceAll(/"?GDS Transport"?,\s*/g, '')
    .replaceAll(/url\("?\/assets\/images\/govuk-crest\.svg"?\)/g, 'none')

const styles: Plugin = {
  name: 'styles',
  setup: (building) => {
    building.onResolve({ filter: /^\/assets\/images\// }, ({ path }) => ({ path: join(moj, path) }))
    building.onLoad({ filter: /frontend\.min\.css$/ }, async ({ path }) => ({
      contents: ourOwn(await readFile(path, 'utf8')),
      loader: 'css',
    }))
  },
}

const entry = `@import "${govuk}/govuk-frontend.min.css";
@import "${moj}/moj-frontend.min.css";
@import "${client}/service.css";
`

/** Style, script and pictures of the pages, each under a name that changes with its content, and the index of them. */
export const buildAssets = async (): Promise<ReadonlyMap<string, string>> => {
  const shared = { bundle: true, minify: true, write: false, outdir: root, legalComments: 'none' } as const
  const [script, style] = await Promise.all([
    build({
      ...shared,
      entryPoints: { service: join(client, 'service.js') },
      format: 'esm',
      target: 'es2020',
      entryNames: '[name]-[hash]',
    }),
    build({
      ...shared,
      stdin: { contents: entry, loader: 'css', resolveDir: root, sourcefile: 'service.css' },
      loader: { '.svg': 'file' },
      publicPath: '/assets',
      entryNames: 'service-[hash]',
      assetNames: '[name]-[hash]',
      plugins: [styles],
      // GOV.UK Frontend keeps a trick for a browser that is no more, which esbuild warns of and keeps too.
      logLevel: 'error',
    }),
  ])
  const icon = await build({
    ...shared,
    entryPoints: [join(client, 'icon.svg')],
    loader: { '.svg': 'copy' },
    entryNames: '[name]-[hash]',
  })
  const files = [script, style, icon].flatMap(({ outputFiles }) =>
    outputFiles.map(({ path, text }) => [basename(path), text] as const),
  )
  const index: AssetIndex = Object.fromEntries(
    files.map(([file]) => {
      const [, name = file, extension = ''] = /^(.+)-[A-Z0-9]{8}\.(\w+)$/.exec(file) ?? []
      return [`${name}.${extension}`, { file, contentType: contentTypes[extension] ?? '' }]
    }),
  )
  return new Map([...files, ['index.json', JSON.stringify(index)]])
}
