import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import { referralChange } from '../../shared/contracts/stream.ts'
import type { Referral } from '../../shared/domain/referral/referral.ts'
import { fromItem } from '../../shared/store/referral-item.ts'

const idOf = ({ dynamodb }: DynamoDBRecord): string => dynamodb?.Keys?.['id']?.S ?? ''

/** The last change of each referral in a batch, in order: what came before it in the batch it has in its history. */
export const latestOfEach = (records: readonly DynamoDBRecord[]): readonly DynamoDBRecord[] => {
  const last = new Map(records.map((record) => [idOf(record), record]))
  return records.filter((record) => last.get(idOf(record)) === record)
}

/** The changes of each organisation, in order. */
export const byOrganisation = (
  records: readonly DynamoDBRecord[],
): readonly (readonly DynamoDBRecord[])[] => [
  ...Map.groupBy(records, ({ dynamodb }) => dynamodb?.NewImage?.['organisation']?.S ?? '').values(),
]

/** On behalf of which request a referral was changed. */
export const changedIn = ({ dynamodb, eventID = '' }: DynamoDBRecord): string =>
  dynamodb?.NewImage?.['changedIn']?.S ?? eventID

/** The referral as a change left it. Throws on a record that is damaged. */
export const referralIn = (record: DynamoDBRecord): Referral =>
  fromItem(unmarshall(referralChange.parse(record).dynamodb.NewImage)).referral
