import { PutObjectCommand } from '@aws-sdk/client-s3'
import { describe } from 'vitest'
import { localDate } from '../../../shared/domain/dates.ts'
import { reportingYearOf } from '../../../shared/domain/reporting-year.ts'
import { editionFiles, type EditionFile } from '../../../shared/store/edition-files.ts'
import { test } from '../../support/engine.ts'

const edition = { year: reportingYearOf(localDate('2025-06-01')), number: 1 }

const file = (content: string | Uint8Array): EditionFile => ({
  folder: 'approved',
  name: 'OFFICIAL-SENSITIVE-sar-summary-2025-26-edition-1.docx',
  contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  content: typeof content === 'string' ? new TextEncoder().encode(content) : content,
})
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe('a kept file', () => {
  test('is read back byte for byte', async ({ editionsBucket, expect }) => {
    const files = editionFiles(editionsBucket)
    const content = Uint8Array.from({ length: 200_000 }, (_, place) => (place * 7) % 256)
    const kept = await files.keep(edition, file(content))
    expect(await files.read(kept)).toEqual(content)
  })

  test('is remembered by key, hash, size and kind', async ({ editionsBucket, expect }) => {
    const kept = await editionFiles(editionsBucket).keep(edition, file('abc'))
    expect(kept).toEqual({
      folder: 'approved',
      name: 'OFFICIAL-SENSITIVE-sar-summary-2025-26-edition-1.docx',
      key: 'editions/2025-26/001/approved/ba7816bf8f01cfea/OFFICIAL-SENSITIVE-sar-summary-2025-26-edition-1.docx',
      // The hash of "abc" that FIPS 180-2 gives as its first example.
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      bytes: 3,
      contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    })
  })

  test('may be kept again, at the same time too, and is the same file', async ({
    editionsBucket,
    expect,
  }) => {
    const files = editionFiles(editionsBucket)
    const kept = await Promise.all([1, 2, 3, 4].map(() => files.keep(edition, file('abc'))))
    expect(new Set(kept.map((each) => JSON.stringify(each))).size).toBe(1)
    expect(await files.keep(edition, file('abc'))).toEqual(kept[0])
  })

  test('stands beside one of the same name with other content', async ({ editionsBucket, expect }) => {
    const files = editionFiles(editionsBucket)
    const [one, other] = [await files.keep(edition, file('one')), await files.keep(edition, file('other'))]
    expect(text(await files.read(one))).toBe('one')
    expect(text(await files.read(other))).toBe('other')
  })
})

describe('what is not what was kept', () => {
  test('is not given out', async ({ editionsBucket, expect }) => {
    const files = editionFiles(editionsBucket)
    const kept = await files.keep(edition, file('abc'))
    await overwrite(editionsBucket, kept.key)
    await expect(files.read(kept)).rejects.toThrow(/was kept with ba7816bf/)
  })

  test('is not taken for what is to be kept, nor replaced by it', async ({ editionsBucket, expect }) => {
    const files = editionFiles(editionsBucket)
    const { key } = await files.keep(edition, file('abc'))
    await overwrite(editionsBucket, key)
    await expect(files.keep(edition, file('abc'))).rejects.toThrow(/was kept with/)
  })

  test('a file that is gone is a fault', async ({ editionsBucket, expect }) => {
    const files = editionFiles(editionsBucket)
    await expect(files.read({ key: 'editions/nothing', sha256: 'ab'.repeat(32) })).rejects.toThrow()
  })
})

type Bucket = Parameters<typeof editionFiles>[0]

const overwrite = ({ s3, editionsBucket }: Bucket, Key: string) =>
  s3.send(new PutObjectCommand({ Bucket: editionsBucket, Key, Body: 'tampered with' }))
