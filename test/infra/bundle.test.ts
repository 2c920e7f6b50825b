import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { SourceMap } from 'node:module'
import { EOL, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundle, filesBeside, functionNames } from '../../infra/bundle.ts'

const plain = 'export const handler = () => "plain"\n'
const overCommonJs =
  'import os from "./legacy.cjs"\n\nexport const handler = () => os.EOL + "marked"\nexport const later = () => import("./later.ts")\n'

let folder = ''
const output = (name: string) => join(folder, 'out', name, 'index.mjs')
const build = () => bundle(join(folder, 'functions'), join(folder, 'out'))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle-'))
  for (const name of functionNames) {
    await mkdir(join(folder, 'functions', name), { recursive: true })
    await writeFile(join(folder, 'functions', name, 'index.ts'), name === 'returns' ? overCommonJs : plain)
  }
  await writeFile(join(folder, 'functions/returns/later.ts'), 'export const later = "on demand"\n')
  await writeFile(join(folder, 'functions/returns/legacy.cjs'), 'module.exports = require("node:os")\n')
  await build()
})
afterAll(() => rm(folder, { recursive: true }))

test.each(functionNames)('%s becomes one ESM file with a handler', async (name) => {
  const module: unknown = await import(output(name))
  expect(module).toHaveProperty('handler', expect.any(Function))
})

test('code over a CommonJS package reaches the modules of Node, and imports none of them', async () => {
  const { handler }: { handler: () => string } = await import(output('returns'))
  expect(handler()).toBe(`${EOL}marked`)
  expect(await readFile(output('returns'), 'utf8')).not.toMatch(/from ?"node:/)
})

test('what a function that people wait for loads on demand stays in a file of its own', async () => {
  const parts = (await readdir(join(folder, 'out/returns'))).filter((name) => /^later-\w+\.mjs$/.test(name))
  expect(parts).toHaveLength(1)
  expect(await readFile(output('returns'), 'utf8')).not.toContain('on demand')
})

test('a part that an earlier build left behind is not deployed', async () => {
  const old = join(folder, 'out/returns/later-ABCDEFGH.mjs')
  await writeFile(old, plain)
  await build()
  await expect(stat(old)).rejects.toThrow('ENOENT')
})

test('the source map leads to the line that was written', async () => {
  const lines = (await readFile(output('returns'), 'utf8')).split('\n')
  const line = lines.findIndex((text) => text.includes('marked'))
  const map = new SourceMap(JSON.parse(await readFile(`${output('returns')}.map`, 'utf8')))
  const origin = map.findEntry(line, lines[line]?.indexOf('"marked"') ?? -1)
  expect(origin).toMatchObject({
    originalLine: 2,
    originalSource: expect.stringMatching(/returns\/index\.ts$/),
  })
})

test('bundling the same code again leaves the files alone', async () => {
  const before = await stat(output('returns'))
  await build()
  expect(await stat(output('returns'))).toEqual(before)
})

describe('what a function reads at run time', () => {
  test.each(Object.entries(filesBeside))('lies beside the code of %s', async (name, files) => {
    for (const file of files) {
      const written = await readFile(join(folder, 'out', name, file.name))
      expect(written.equals(Buffer.from(await file.content()))).toBe(true)
    }
  })
})
