import type { StreamRecord } from './shards.ts'

/** Records as Lambda hands them to a function (`DynamoDBStreamEvent`). */
export const streamEvent = (records: readonly StreamRecord[], streamArn: string) => ({
  Records: records.map((record) => asJson({ ...record, eventSourceARN: streamArn })),
})

/** Lambda's JSON has bytes in base64 and a moment as seconds since 1970. */
const asJson = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  if (value instanceof Date) return value.getTime() / 1000
  if (Array.isArray(value)) return value.map(asJson)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asJson(item)]))
}

export type GivenUp = {
  readonly records: readonly StreamRecord[]
  readonly streamArn: string
  readonly shardId: string
  readonly functionArn: string
  readonly attempts: number
  readonly at: Date
}

/** What Lambda tells the on-failure destination: where the records are, not what is in them. */
export const accountOf = ({ records, streamArn, shardId, functionArn, attempts, at }: GivenUp) => ({
  requestContext: { functionArn, condition: 'RetryAttemptsExhausted', approximateInvokeCount: attempts },
  responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
  version: '1.0',
  timestamp: at.toISOString(),
  DDBStreamBatchInfo: {
    shardId,
    startSequenceNumber: sequenceNumberOf(records.at(0)),
    endSequenceNumber: sequenceNumberOf(records.at(-1)),
    approximateArrivalOfFirstRecord: records.at(0)?.dynamodb?.ApproximateCreationDateTime?.toISOString(),
    approximateArrivalOfLastRecord: records.at(-1)?.dynamodb?.ApproximateCreationDateTime?.toISOString(),
    batchSize: records.length,
    streamArn,
  },
})

export const sequenceNumberOf = (record: StreamRecord | undefined): string => {
  const number = record?.dynamodb?.SequenceNumber
  if (number === undefined) throw new Error('A stream record came without its sequence number')
  return number
}
