import { expect, test } from 'vitest'
import { callsOf } from '../../../../infra/local/lambda/aws-calls.ts'

const table = (name: string) => `arn:aws:dynamodb:eu-west-2:000000000000:table/${name}`

const sent = (target: string, body: object) =>
  callsOf({
    service: target.startsWith('Dynamo') ? 'dynamodb' : 'sqs',
    target,
    method: 'POST',
    path: '/',
    body: JSON.stringify(body),
  })

test('a query of an index is one of the index, not of its table', () => {
  expect(sent('DynamoDB_20120810.Query', { TableName: 'Referrals', IndexName: 'due' })).toEqual([
    { action: 'dynamodb:Query', resource: table('Referrals/index/due') },
  ])
})

test('a transaction asks for the right to each of its parts', () => {
  const TransactItems = [
    { Put: { TableName: 'A' } },
    { Update: { TableName: 'B' } },
    { ConditionCheck: { TableName: 'C' } },
  ]
  expect(sent('DynamoDB_20120810.TransactWriteItems', { TransactItems })).toEqual([
    { action: 'dynamodb:PutItem', resource: table('A') },
    { action: 'dynamodb:UpdateItem', resource: table('B') },
    { action: 'dynamodb:ConditionCheckItem', resource: table('C') },
  ])
})

test('a batch asks for its right on each of its tables', () => {
  expect(sent('DynamoDB_20120810.BatchWriteItem', { RequestItems: { A: [], B: [] } })).toEqual([
    { action: 'dynamodb:BatchWriteItem', resource: table('A') },
    { action: 'dynamodb:BatchWriteItem', resource: table('B') },
  ])
})

test('messages are sent to the queue of their address, many at a time by the same right as one', () => {
  const QueueUrl = 'http://127.0.0.1:1234/000000000000/reminders.fifo'
  expect(sent('AmazonSQS.SendMessageBatch', { QueueUrl })).toEqual([
    { action: 'sqs:SendMessage', resource: 'arn:aws:sqs:eu-west-2:000000000000:reminders.fifo' },
  ])
})

test.each([
  ['PUT', '/files/editions/a%20b.json?x-id=PutObject', 's3:PutObject', 'files/editions/a b.json'],
  ['GET', '/files/a?versionId=1&x-id=GetObject', 's3:GetObjectVersion', 'files/a'],
  ['DELETE', '/files/a?versionId=1&x-id=DeleteObject', 's3:DeleteObjectVersion', 'files/a'],
  ['GET', '/files/?list-type=2', 's3:ListBucket', 'files'],
  ['GET', '/files?versions', 's3:ListBucketVersions', 'files'],
])('%s %s is %s on %s', (method, path, action, on) => {
  expect(callsOf({ service: 's3', target: undefined, method, path, body: '' })).toEqual([
    { action, resource: `arn:aws:s3:::${on}` },
  ])
})

test('what is not known here keeps its name, which no policy has', () => {
  expect(
    callsOf({ service: 's3', target: undefined, method: 'POST', path: '/files?uploads', body: '' }),
  ).toEqual([{ action: 's3:POST without a name', resource: 'arn:aws:s3:::files' }])
  expect(
    callsOf({ service: 'kms', target: 'TrentService.Decrypt', method: 'POST', path: '/', body: '{}' }),
  ).toEqual([{ action: 'kms:Decrypt', resource: '' }])
})
