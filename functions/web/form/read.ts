import type { APIGatewayProxyEvent } from 'aws-lambda'
import type { DraftValues } from '../../../shared/contracts/draft.ts'
import { headerOf } from '../../../shared/runtime/request.ts'

/** What the pages ask for beside the fields of a form; no draft keeps it. */
export const csrfField = '_csrf'

const mostBytes = 256 * 1024

const grouped = (pairs: Iterable<readonly [string, string]>): DraftValues =>
  Object.fromEntries(
    [...Map.groupBy(pairs, ([name]) => name)].map(([name, all]) => [name, all.map(([, value]) => value)]),
  )

const bytesOf = ({ body, isBase64Encoded }: APIGatewayProxyEvent): Buffer =>
  Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8')

/** A file that a form sends goes by the name of its field, as text. */
const multipart = async (bytes: Buffer, contentType: string): Promise<DraftValues> => {
  const data = await new Response(new Uint8Array(bytes), {
    headers: { 'content-type': contentType },
  }).formData()
  const pairs = await Promise.all(
    [...data].map(async ([name, value]): Promise<readonly [string, string]> => [
      name,
      typeof value === 'string' ? value : await value.text(),
    ]),
  )
  return grouped(pairs)
}

const mostUploaded = 6 * 1024 * 1024

/** The fields of a form that was sent, or nothing when it is no form or too large a one. */
export const readFields = async (event: APIGatewayProxyEvent): Promise<DraftValues | undefined> => {
  const contentType = headerOf(event, 'content-type') ?? ''
  const bytes = bytesOf(event)
  if (contentType.startsWith('multipart/form-data')) {
    return bytes.length > mostUploaded ? undefined : multipart(bytes, contentType).catch(() => undefined)
  }
  const isForm = contentType.startsWith('application/x-www-form-urlencoded')
  if (!isForm || bytes.length > mostBytes) return undefined
  return grouped(new URLSearchParams(bytes.toString('utf8')))
}
