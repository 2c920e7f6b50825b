import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { takeDataDirectory } from '../../../infra/local/data-directory.ts'
import { StartRefused } from '../../../infra/local/start-refused.ts'
import { dataDirectory } from './support/data-directory.ts'

test('makes the directory, and is one owner at a time', () => {
  const path = join(dataDirectory(), 'a/b')
  const first = takeDataDirectory(path)
  expect(existsSync(path)).toBe(true)
  expect(() => takeDataDirectory(path)).toThrow(/in use by another running service/)
  first.release()
  takeDataDirectory(path).release()
})

test('refuses a place that cannot be written, saying what to do', () => {
  const file = join(dataDirectory(), 'file')
  writeFileSync(file, '')
  expect(() => takeDataDirectory(join(file, 'data'))).toThrow(StartRefused)
  expect(() => takeDataDirectory(join(file, 'data'))).toThrow(/can't be written \(ENOTDIR\).*set DATA_DIR/)
})
