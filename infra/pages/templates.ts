import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'

const root = fileURLToPath(new URL('../..', import.meta.url))
const own = join(root, 'functions/web')

/** Where a template is found, by how its name begins; our own are under `functions/web`. */
const placeOf = (name: string): string => {
  if (name.startsWith('govuk/')) return join(root, 'node_modules/govuk-frontend/dist', name)
  if (name.startsWith('moj/')) return join(root, 'node_modules/@ministryofjustice/frontend', name)
  return join(own, name)
}

/** What a template takes from others, by name. A name that begins with a dot is reckoned from the template's own. */
const neededBy = (name: string, source: string): readonly string[] =>
  [...source.matchAll(/\{%-?\s*(?:extends|include|import|from)\s+["']([^"']+)["']/g)].map(
    ([, needed = '']) =>
      needed.startsWith('.') ? new URL(needed, `file:///${name}`).pathname.slice(1) : needed,
  )

/** A relative name is written out: it is looked up as it stands. */
const withWholeNames = (name: string, source: string): string =>
  source.replaceAll(
    /(\{%-?\s*(?:extends|include|import|from)\s+["'])(\.[^"']+)(["'])/g,
    (_, before: string, needed: string, after: string) =>
      before + new URL(needed, `file:///${name}`).pathname.slice(1) + after,
  )

const read = async (names: readonly string[], known = new Map<string, string>()) => {
  for (const name of names) {
    if (known.has(name)) continue
    const source = await readFile(placeOf(name), 'utf8')
    known.set(name, withWholeNames(name, source))
    await read(neededBy(name, source), known)
  }
  return known
}

/** nunjucks hands over a list of one. */
const asEntry = (compiled: unknown): string => {
  const [{ name, template }] = Array.isArray(compiled) ? compiled : [compiled]
  return `${JSON.stringify(name)}:(()=>{${template}})()`
}

/** What a block's own line leaves behind is nothing that a reader needs. */
const environment = new nunjucks.Environment([], { trimBlocks: true, lstripBlocks: true })

/** Every template of the pages and those of the design systems that they use, compiled, as a module of JavaScript. */
export const compileTemplates = async (): Promise<string> => {
  const files = await readdir(own, { recursive: true })
  const sources = await read(files.filter((file) => file.endsWith('.njk')).toSorted())
  const entries = [...sources].map(([name, source]) =>
    nunjucks.precompileString(source, {
      name,
      wrapper: (compiled: unknown) => asEntry(compiled),
      env: environment,
    }),
  )
  return `export const templates={${entries.join(',\n')}}\n`
}
