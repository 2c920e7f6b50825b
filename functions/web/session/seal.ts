import { createHash } from 'node:crypto'
import { CompactEncrypt, compactDecrypt, errors } from 'jose'
import type * as z from 'zod'

/** Makes what is put into a cookie unreadable, and tells what was put there from anything else. */
export type Seal = {
  readonly close: (value: object) => Promise<string>
  /** What was sealed, or nothing where it wasn't sealed here or isn't of the shape. */
  readonly open: <Shape>(schema: z.ZodType<Shape>, sealed: string | undefined) => Promise<Shape | undefined>
}

const encrypted = { alg: 'dir', enc: 'A256GCM' } as const

/** A seal by a secret: encrypted and authenticated (JWE, A256GCM). */
export const sealBy = (secret: string): Seal => {
  const key = createHash('sha256').update(secret).digest()
  return {
    close: (value) =>
      new CompactEncrypt(new TextEncoder().encode(JSON.stringify(value)))
        .setProtectedHeader(encrypted)
        .encrypt(key),
    open: async (schema, sealed) => {
      if (sealed === undefined) return undefined
      try {
        const algorithms = { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] }
        const { plaintext } = await compactDecrypt(sealed, key, algorithms)
        return schema.safeParse(JSON.parse(new TextDecoder().decode(plaintext))).data
      } catch (error) {
        if (error instanceof errors.JOSEError) return undefined
        throw error
      }
    },
  }
}
