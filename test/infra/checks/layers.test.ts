import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkLayers } from '../../checks/layers.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'layers-'))
})
afterEach(() => rm(folder, { recursive: true }))

const write = async (path: string, text: string) => {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}

const brokenBy = async (from: string, to: string) => {
  await write(
    from,
    `import type { Thing } from '${'../'.repeat(from.split('/').length - 1)}${to}'\nexport type It = Thing\n`,
  )
  await write(to, 'export type Thing = string\n')
  return (await checkLayers(folder)).broken
}

describe('a layer imports only what stands left of it', () => {
  test.each([
    ['shared/domain/a.ts', 'shared/contracts/b.ts', 'shared-domain-looks-left-only'],
    ['shared/contracts/a.ts', 'shared/store/b.ts', 'shared-contracts-looks-left-only'],
    ['shared/store/a.ts', 'shared/reports/b.ts', 'shared-store-looks-left-only'],
    ['shared/actions/a.ts', 'shared/runtime/b.ts', 'shared-actions-looks-left-only'],
    ['shared/runtime/a.ts', 'functions/returns/index.ts', 'shared-runtime-looks-left-only'],
    ['functions/returns/index.ts', 'infra/stack.ts', 'functions-looks-left-only'],
    ['functions/returns/index.ts', 'functions/reports/index.ts', 'one-lambda-does-not-import-another'],
    ['infra/stack.ts', 'test/support/b.ts', 'infra-looks-left-only'],
    ['infra/local/run.ts', 'infra/constructs/api.ts', 'the-template-is-the-only-description'],
    ['infra/stack.ts', 'infra/local/run.ts', 'the-deployment-knows-no-local-runner'],
  ])('%s may not import %s', async (from, to, rule) => {
    expect(await brokenBy(from, to)).toEqual([rule])
  })

  test.each([
    ['shared/contracts/a.ts', 'shared/domain/b.ts'],
    ['shared/actions/a.ts', 'shared/store/b.ts'],
    ['functions/returns/index.ts', 'shared/runtime/b.ts'],
    ['infra/stack.ts', 'shared/store/tables.ts'],
  ])('%s may import %s', async (from, to) => {
    expect(await brokenBy(from, to)).toEqual([])
  })
})

test('the domain may use neither Node nor a library', async () => {
  await write(
    'shared/domain/a.ts',
    "import { readFile } from 'node:fs/promises'\nexport const read = readFile\n",
  )
  expect((await checkLayers(folder)).broken).toEqual(['domain-is-pure'])
})

test('deployed code may use the types of a development package, not the package', async () => {
  const dev = { devDependencies: { esbuild: '1.0.0' } }
  await write('package.json', JSON.stringify({ name: 'sample', ...dev }))
  await write('node_modules/esbuild/package.json', JSON.stringify({ name: 'esbuild', main: 'index.js' }))
  await write('node_modules/esbuild/index.js', 'module.exports = {}\n')
  await write('functions/a/index.ts', "import type { Metafile } from 'esbuild'\nexport type M = Metafile\n")
  expect((await checkLayers(folder)).broken).toEqual([])
  await write('functions/b/index.ts', "import { build } from 'esbuild'\nexport const b = build\n")
  expect((await checkLayers(folder)).broken).toEqual(['deployed-code-uses-no-dev-dependency'])
})

test('an import that leads nowhere is found', async () => {
  await write('shared/domain/a.ts', "export { gone } from './gone.ts'\n")
  expect((await checkLayers(folder)).broken).toEqual(['resolvable'])
})

test('a folder in which nothing was read is not taken for one in order', async () => {
  await write('shared/domain/a.js', 'export const a = 1\n')
  expect((await checkLayers(folder)).modules).toMatchObject({ shared: 0, functions: 0 })
})
