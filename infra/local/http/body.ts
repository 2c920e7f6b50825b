import type { IncomingMessage } from 'node:http'
import * as z from 'zod'

/** Reads a request's body; `undefined` when it is longer than `limit` bytes, and the rest is then left unread. */
export const readBody = async (request: IncomingMessage, limit: number): Promise<Buffer | undefined> => {
  if (Number(request.headers['content-length'] ?? 0) > limit) return undefined
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = z.instanceof(Buffer).parse(chunk)
    length += bytes.length
    if (length > limit) return undefined
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}
