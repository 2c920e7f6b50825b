import type { Excused } from './compare.ts'

/** Allowed, and not asked for by code of ours while the tests run the service. */
export const excused: readonly Excused[] = [
  {
    action: /^dynamodb:PutItem$/,
    resource: /:table\/DataSignIns/,
    reason:
      'Cognito asks pre-token, and here is no Cognito: test/functions/pre-token does, against the real store.',
  },
  {
    functionName: /^Recalculation/,
    action: /^dynamodb:(GetItem|UpdateItem)$/,
    resource: /:table\/DataReferrals/,
    reason:
      'A date moves only when the calendar of a deployment has changed: test/shared/actions/recalculate-dates.test.ts changes it.',
  },
  {
    action: /^dynamodb:(DescribeStream|GetRecords|GetShardIterator|ListStreams)$/,
    resource: /\/stream\//,
    reason: 'Lambda reads the stream with the role of the function that it hands the records to.',
  },
  {
    action: /^sqs:(DeleteMessage|GetQueueAttributes|ReceiveMessage)$/,
    resource: /:reminders\.fifo$/,
    reason: 'Lambda takes messages from the queue with the role of the function that it hands them to.',
  },
  {
    action: /^sqs:SendMessage$/,
    resource: /-dead$|:figures-uncounted$/,
    reason: 'Lambda sets aside, with the role of the function, what the function failed.',
  },
]
