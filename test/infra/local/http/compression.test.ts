import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { compressed } from '../../../../infra/local/http/compression.ts'

const answer = (length: number, headers = {}) => ({ status: 200, headers, body: 'x'.repeat(length) })

test('a long answer is compressed for whoever takes it so', () => {
  const { headers, body } = compressed(answer(2048), 'br, gzip', 1024)
  expect(headers).toEqual({ 'content-encoding': 'gzip' })
  expect(gunzipSync(body).toString()).toBe('x'.repeat(2048))
})

test.each([
  { why: 'is short', sent: answer(1023), takes: 'gzip', from: 1024 },
  { why: 'goes to a caller who says nothing', sent: answer(2048), takes: undefined, from: 1024 },
  { why: 'is encoded already', sent: answer(2048, { 'content-encoding': 'br' }), takes: 'gzip', from: 1024 },
  { why: 'is of an API that compresses nothing', sent: answer(2048), takes: 'gzip', from: undefined },
])('an answer that $why is left alone', ({ sent, takes, from }) => {
  expect(compressed(sent, takes, from)).toBe(sent)
})
