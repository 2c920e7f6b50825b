import { expect, test } from 'vitest'
import { openCheckpoints } from '../../../../infra/local/sources/checkpoints.ts'
import { dataDirectory } from '../support/data-directory.ts'

test('remembers across starts', () => {
  const directory = dataDirectory()
  const first = openCheckpoints(directory, 'mapping', 'stream')
  expect(first.of('shard')).toBeUndefined()
  first.advance('shard', '42')
  expect(openCheckpoints(directory, 'mapping', 'stream').of('shard')).toBe('42')
})

test('only moves on, by number and not by text', () => {
  const checkpoints = openCheckpoints(dataDirectory(), 'mapping', 'stream')
  const far = '900719925474099299'
  const positions = ['9', '10', '9', far, '900719925474099298', 'end', '9999999999999999999']
  const seen = positions.map((position) => {
    checkpoints.advance('shard', position)
    return checkpoints.of('shard')
  })
  expect(seen).toEqual(['9', '10', '10', far, far, 'end', 'end'])
})

test('keeps mappings apart, and starts anew on another stream', () => {
  const directory = dataDirectory()
  openCheckpoints(directory, 'mapping', 'stream').advance('shard', '42')
  expect(openCheckpoints(directory, 'other', 'stream').of('shard')).toBeUndefined()
  expect(openCheckpoints(directory, 'mapping', 'later stream').of('shard')).toBeUndefined()
})
