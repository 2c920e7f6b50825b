import { gzipSync } from 'node:zlib'
import type { Answer } from './answer.ts'

/**
 * An answer as API Gateway compresses it: when the caller takes gzip, the body is long enough, and the function has
 * not encoded it by itself. Without a length that compression begins at, nothing is compressed.
 */
export const compressed = (
  answer: Answer,
  accepted: string | string[] | undefined,
  from: number | undefined,
): Answer => {
  const takesGzip = /\bgzip\b/.test(String(accepted ?? ''))
  const isEncoded = 'content-encoding' in answer.headers
  if (!takesGzip || isEncoded || from === undefined || Buffer.byteLength(answer.body) < from) return answer
  return {
    ...answer,
    headers: { ...answer.headers, 'content-encoding': 'gzip' },
    body: gzipSync(answer.body),
  }
}
