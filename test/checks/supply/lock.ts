import * as z from 'zod'
import { isAllowed } from './licences.ts'

const Ranges = z.record(z.string(), z.string()).default({})
const declared = { dependencies: Ranges, devDependencies: Ranges, optionalDependencies: Ranges }

/** A `package.json`, as far as it says what is installed. */
export const Manifest = z.object({ ...declared, allowScripts: z.record(z.string(), z.boolean()).default({}) })
export type Manifest = z.infer<typeof Manifest>

const Locked = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  link: z.boolean().optional(),
  dev: z.boolean().default(false),
  inBundle: z.boolean().default(false),
  hasInstallScript: z.boolean().default(false),
})

/** A `package-lock.json` of the third version. */
export const Lock = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(z.string(), z.unknown()),
})
export type Lock = z.infer<typeof Lock>

const isExact = (range: string) => /^\d+\.\d+\.\d+$/.test(range)
const ranges = (manifest: z.infer<z.ZodObject<typeof declared>>) =>
  Object.entries({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  })

const unpinned = (manifest: Manifest): readonly string[] =>
  ranges(manifest)
    .filter(([, range]) => !isExact(range))
    .map(([name, range]) => `${name} is asked for as ${range}: name one version`)

const otherThanLocked = (manifest: Manifest, { packages }: Lock): readonly string[] => {
  const root = new Map(ranges(z.object(declared).parse(packages[''])))
  return ranges(manifest)
    .filter(([name, range]) => root.get(name) !== range)
    .map(([name]) => `${name} is asked for in another version than is locked: npm install`)
}

const registry = 'https://registry.npmjs.org/'

/** What is wrong with one package that would be installed. */
const faultsOf = (place: string, entry: unknown, scripts: Manifest['allowScripts']): readonly string[] => {
  const { resolved, integrity, license, link, dev, inBundle, hasInstallScript } = Locked.parse(entry)
  const name = place.replace(/^.*node_modules\//, '')
  // What is bundled comes with the package around it, whose hash covers it.
  const isHashed = inBundle || (integrity?.startsWith('sha512-') ?? false)
  const isFromRegistry = link !== true && (resolved?.startsWith(registry) ?? true)
  return [
    ...(isHashed ? [] : [`${place} has no hash`]),
    ...(isFromRegistry ? [] : [`${place} does not come from the registry`]),
    ...(!hasInstallScript || scripts[name] ? [] : [`${place} runs a script when it is installed`]),
    ...(isAllowed(license ?? '', dev ? 'used' : 'deployed')
      ? []
      : [`${place} is under ${license ?? 'no licence'}, which nobody has allowed`]),
  ]
}

/** What is wrong with what would be installed, from the two files alone: no network is needed. Empty when nothing is. */
export const faultsIn = (manifest: Manifest, lock: Lock): readonly string[] => [
  ...unpinned(manifest),
  ...otherThanLocked(manifest, lock),
  ...Object.entries(lock.packages)
    .filter(([place]) => place !== '')
    .flatMap(([place, entry]) => faultsOf(place, entry, manifest.allowScripts)),
]
