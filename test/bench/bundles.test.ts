import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { bundleSizes, type BundleSize } from './support/bundles.ts'

const KB = 1000
let sizes: readonly BundleSize[] = []
beforeAll(async () => {
  sizes = await bundleSizes()
})

/** What must be loaded before a request can be answered, in kilobytes: minified, and gzipped. */
const most = {
  referrals: [500, 160],
  returns: [495, 158],
  reports: [515, 160],
  assessments: [570, 181],
  web: [910, 293],
} as const

test.each(Object.entries(most))(
  '%s starts with at most %j kilobytes of code',
  (name, [minified, gzipped]) => {
    const size = sizes.find((each) => each.name === name)
    expect(size?.atStart).toBeLessThanOrEqual(minified * KB)
    expect(size?.gzipped).toBeLessThanOrEqual(gzipped * KB)
  },
)

test('no function carries the messages of zod in other languages', async () => {
  for (const { files } of sizes) {
    for (const file of files) expect(await readFile(file, 'utf8')).not.toContain('Entrée invalide')
  }
})

test('no function imports a module of Node as ESM, which would load undici with node:http', async () => {
  for (const { files } of sizes) {
    for (const file of files) expect(await readFile(file, 'utf8')).not.toMatch(/\bfrom ?"node:/)
  }
})
