import type { EditionFiles } from '../store/edition-files.ts'

/**
 * The files of the editions in the bucket of that name. S3's client is loaded with the first of them: a year's figures
 * are looked at more often than an edition's file.
 */
export const editionFilesIn = (editionsBucket: string): EditionFiles => {
  let files: Promise<EditionFiles> | undefined
  const load = async () => {
    const { openEditionFiles } = await import('./s3.ts')
    return openEditionFiles(editionsBucket)
  }
  const loaded = () => (files ??= load())
  return {
    keep: async (edition, file) => (await loaded()).keep(edition, file),
    read: async (kept) => (await loaded()).read(kept),
  }
}
