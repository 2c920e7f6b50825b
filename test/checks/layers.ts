import { cruise, format } from 'dependency-cruiser'
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folders = ['shared', 'functions', 'seeds', 'infra', 'test']

export type LayersReport = {
  readonly text: string
  /** The name of the broken rule, once for each import that breaks it. */
  readonly broken: readonly string[]
  /** How many modules were read in each folder: dependency-cruiser is content to have read none. */
  readonly modules: Readonly<Record<string, number>>
}

/** Holds the source folders under `baseDir` against the rules in `.dependency-cruiser.cjs`. */
export const checkLayers = async (baseDir: string): Promise<LayersReport> => {
  const options = await extractOptions(join(root, '.dependency-cruiser.cjs'))
  const present = folders.filter((folder) => existsSync(join(baseDir, folder)))
  const tsConfig = extractTSConfig(join(root, 'tsconfig.json'))
  const { output } = await cruise(present, { ...options, baseDir }, {}, { tsConfig })
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text')
  const { output: text } = await format(output, { outputType: 'err-long' })
  return {
    text: typeof text === 'string' ? text : '',
    broken: output.summary.violations.map(({ rule }) => rule.name),
    modules: Object.fromEntries(
      folders.map((folder) => [
        folder,
        output.modules.filter(({ source }) => source.startsWith(`${folder}/`) && source.endsWith('.ts'))
          .length,
      ]),
    ),
  }
}

if (import.meta.main) {
  const { text, broken, modules } = await checkLayers(root)
  console.log(text, modules)
  const unread = folders.filter((folder) => !modules[folder])
  if (unread.length > 0) console.error(`No module was read in: ${unread.join(', ')}`)
  if (unread.length > 0 || broken.length > 0) process.exitCode = 1
}
