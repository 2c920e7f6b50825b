import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openFirstStart } from '../../../infra/local/first-start.ts'
import { StartRefused } from '../../../infra/local/start-refused.ts'
import { dataDirectory } from './support/data-directory.ts'

const elsewhere = 'http://127.0.0.1:8000'

/** A first start that was killed while it worked: everything up to the end of the work happened. */
const cutShort = async (directory: string) => {
  const killed = openFirstStart(directory, undefined).once(() => {
    writeFileSync(join(directory, 'half.db'), '')
    writeFileSync(join(directory, 'lock'), '')
    return Promise.reject(new Error('killed'))
  })
  await expect(killed).rejects.toThrow('killed')
}

test('does the work once for a directory', async () => {
  const directory = dataDirectory()
  let times = 0
  const work = () => Promise.resolve(void (times += 1))
  await openFirstStart(directory, undefined).once(work)
  await openFirstStart(directory, undefined).once(work)
  expect(times).toBe(1)
})

test('begins again on an empty directory when it was cut short', async () => {
  const directory = dataDirectory()
  await cutShort(directory)
  const again = openFirstStart(directory, undefined)
  expect(existsSync(join(directory, 'half.db'))).toBe(false)
  expect(existsSync(join(directory, 'lock'))).toBe(true)
  let done = false
  await again.once(() => Promise.resolve(void (done = true)))
  expect(done).toBe(true)
})

test('leaves alone what a finished first start left', async () => {
  const directory = dataDirectory()
  await openFirstStart(directory, undefined).once(() => Promise.resolve())
  writeFileSync(join(directory, 'kept.db'), '')
  openFirstStart(directory, undefined)
  expect(existsSync(join(directory, 'kept.db'))).toBe(true)
})

test('does not begin again over tables that are elsewhere', async () => {
  const directory = dataDirectory()
  await cutShort(directory)
  expect(() => openFirstStart(directory, elsewhere)).toThrow(StartRefused)
  expect(() => openFirstStart(directory, elsewhere)).toThrow(elsewhere)
  expect(existsSync(join(directory, 'half.db'))).toBe(true)
})
