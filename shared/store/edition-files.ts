import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { createHash } from 'node:crypto'
import type { KeptFile } from '../contracts/edition-item.ts'
import type { EditionName } from '../domain/editions/edition.ts'
import { paddedNumber } from './editions-store.ts'

/** The bucket's name in this deployment and the client to reach it with. */
export type EditionsBucket = { readonly s3: S3Client; readonly editionsBucket: string }

/** A file of an edition on its way to be kept. */
export type EditionFile = Pick<KeptFile, 'folder' | 'name' | 'contentType'> & { readonly content: Uint8Array }

const hashOf = (content: Uint8Array) => createHash('sha256').update(content)

/** Part of the hash stands in the key, so that two people who freeze or decide at once get in nobody's way. */
const keyOf = ({ year, number }: EditionName, { folder, name }: EditionFile, sha256: string): string =>
  `editions/${year}/${paddedNumber(number)}/${folder}/${sha256.slice(0, 16)}/${name}`

const read = async ({ s3, editionsBucket }: EditionsBucket, key: string): Promise<Uint8Array> => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: editionsBucket, Key: key }))
  if (!Body) throw new Error(`${key} has no content`)
  return Body.transformToByteArray()
}

/** The very bytes of a kept file. Throws when they are missing, or are not what was kept. */
const readKept =
  (bucket: EditionsBucket) =>
  async ({ key, sha256 }: Pick<KeptFile, 'key' | 'sha256'>): Promise<Uint8Array> => {
    const content = await read(bucket, key)
    const found = hashOf(content).digest('hex')
    if (found !== sha256) throw new Error(`${key} has the SHA-256 ${found}, and was kept with ${sha256}`)
    return content
  }

const isNamed = (fault: unknown, ...names: readonly string[]): boolean =>
  fault instanceof Error && names.includes(fault.name)

/** Puts an object where there is none. Answers false when there is one. */
const putNew = async (
  bucket: EditionsBucket,
  key: string,
  file: EditionFile,
  tries = 3,
): Promise<boolean> => {
  const { content, contentType } = file
  const put = new PutObjectCommand({
    Bucket: bucket.editionsBucket,
    Key: key,
    Body: content,
    ContentType: contentType,
    ChecksumSHA256: hashOf(content).digest('base64'),
    IfNoneMatch: '*',
  })
  try {
    await bucket.s3.send(put)
    return true
  } catch (fault) {
    if (isNamed(fault, 'PreconditionFailed')) return false
    // Another put of the same key is under way: S3 asks to try again.
    if (tries > 1 && isNamed(fault, 'ConditionalRequestConflict')) return putNew(bucket, key, file, tries - 1)
    throw fault
  }
}

/**
 * Keeps a file of an edition for as long as the bucket keeps anything, and answers with what its edition is to remember
 * of it. The same content again is the same file. Nothing that was kept is ever replaced: throws where other content
 * lies under its key.
 */
const keep =
  (bucket: EditionsBucket) =>
  async (edition: EditionName, file: EditionFile): Promise<KeptFile> => {
    const sha256 = hashOf(file.content).digest('hex')
    const key = keyOf(edition, file, sha256)
    const isNew = await putNew(bucket, key, file)
    if (!isNew) await readKept(bucket)({ key, sha256 })
    const { folder, name, content, contentType } = file
    return { folder, name, key, sha256, bytes: content.length, contentType }
  }

/** Every access pattern of the files of the editions: there is none that replaces or deletes. */
export const editionFiles = (bucket: EditionsBucket) => ({ keep: keep(bucket), read: readKept(bucket) })
export type EditionFiles = ReturnType<typeof editionFiles>
