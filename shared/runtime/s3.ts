import { S3Client } from '@aws-sdk/client-s3'
import { editionFiles, type EditionFiles } from '../store/edition-files.ts'

/** The files of the editions, over a client of S3 whose region and credentials come from the environment. */
export const openEditionFiles = (editionsBucket: string): EditionFiles =>
  editionFiles({ s3: new S3Client({}), editionsBucket })
