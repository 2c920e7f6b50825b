import * as z from 'zod'
import { account, region } from '../template/resolver.ts'

/** A request that an AWS client sends: `target` is the operation where a header names it, `body` the text sent. */
export type AwsRequest = {
  readonly service: string
  readonly target: string | undefined
  readonly method: string
  readonly path: string
  readonly body: string
}

/** An action as IAM calls it, on what it is done: `dynamodb:Query` on `arn:aws:dynamodb:…:table/Referrals/index/due`. */
export type AwsCall = { readonly action: string; readonly resource: string }

const Table = z.object({ TableName: z.string(), IndexName: z.string().optional() })
const Batch = z.object({ RequestItems: z.record(z.string(), z.unknown()) })
const Transaction = z.object({ TransactItems: z.array(z.record(z.string(), Table)) })
const Queue = z.object({ QueueUrl: z.string() })
const Secret = z.object({ SecretId: z.string() })

const arn = (service: string, resource: string) => `arn:aws:${service}:${region}:${account}:${resource}`

const onTable = (operation: string, { TableName, IndexName }: z.infer<typeof Table>): AwsCall => ({
  action: `dynamodb:${operation}`,
  resource: arn('dynamodb', `table/${TableName}${IndexName === undefined ? '' : `/index/${IndexName}`}`),
})

/** IAM knows no transactions: it asks for the right to each of their parts. */
const partsOf: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
}

const dynamoDb = (operation: string, body: unknown): readonly AwsCall[] => {
  if (operation.startsWith('Batch')) {
    const { RequestItems } = Batch.parse(body)
    return Object.keys(RequestItems).map((TableName) => onTable(operation, { TableName }))
  }
  if (!operation.startsWith('Transact')) return [onTable(operation, Table.parse(body))]
  return Transaction.parse(body).TransactItems.flatMap((item) =>
    Object.entries(item).map(([part, on]) => onTable(partsOf[part] ?? part, on)),
  )
}

const sqs = (operation: string, body: unknown): AwsCall => {
  const name = Queue.parse(body).QueueUrl.split('/').at(-1) ?? ''
  return { action: `sqs:${operation.replace(/Batch$/, '')}`, resource: arn('sqs', name) }
}

/** As the SDK names operations, where IAM has another word for it; anything else goes by its own name. */
const actionsOfS3: Readonly<Record<string, string>> = {
  HeadObject: 'GetObject',
  ListObjectsV2: 'ListBucket',
  DeleteObjects: 'DeleteObject',
  ListObjectVersions: 'ListBucketVersions',
}

/** Requests about a bucket or many objects name their operation only by what they ask. */
const askedOfS3 = (method: string, query: URLSearchParams) => {
  if (query.has('list-type')) return 'ListObjectsV2'
  if (query.has('versions')) return 'ListObjectVersions'
  return query.has('delete') ? 'DeleteObjects' : `${method} without a name`
}

const s3 = ({ method, path }: AwsRequest): AwsCall => {
  const { pathname, searchParams } = new URL(path, 'http://s3')
  const operation = searchParams.get('x-id') ?? askedOfS3(method, searchParams)
  const versioned = /^(Get|Delete)Object$/.test(operation) && searchParams.has('versionId') ? 'Version' : ''
  const action = actionsOfS3[operation] ?? operation
  return {
    action: `s3:${action}${versioned}`,
    resource: `arn:aws:s3:::${decodeURIComponent(pathname.slice(1)).replace(/\/$/, '')}`,
  }
}

/** What IAM would be asked about a request. A service or operation not known here is told by its name, on nothing. */
export const callsOf = (request: AwsRequest): readonly AwsCall[] => {
  const { service, target = '', body } = request
  const operation = target.split('.').at(-1) ?? ''
  if (service === 's3') return [s3(request)]
  const sent: unknown = body === '' ? {} : JSON.parse(body)
  if (service === 'dynamodb') return dynamoDb(operation, sent)
  if (service === 'sqs') return [sqs(operation, sent)]
  const on = Secret.safeParse(sent).data?.SecretId ?? ''
  return [{ action: `${service}:${operation}`, resource: on }]
}
