import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { type FunctionName, functionNames } from '../../../infra/bundle.ts'
import { declaredFunction } from './functions.ts'
import { oneOrMore, readable, resourcesOf, template } from './synthesized.ts'

const policies = [
  ...resourcesOf(
    'AWS::IAM::Policy',
    z.object({
      Roles: z.array(z.unknown()),
      PolicyDocument: z.object({
        Statement: z.array(
          z.object({
            Effect: z.literal('Allow'),
            Action: oneOrMore(z.string()),
            Resource: oneOrMore(z.unknown()),
          }),
        ),
      }),
    }),
  ).values(),
]

const roles = resourcesOf(
  'AWS::IAM::Role',
  z.object({ ManagedPolicyArns: z.array(z.unknown()).default([]), Policies: z.undefined().optional() }),
)

/** The ids of tables, queues and the like as people call them. */
const named = (resource: string) =>
  resource
    .replace(/^Data([A-Za-z]+?)[0-9A-F]{8}\./, '$1.')
    .replace(/^.*NotifyKey.*$/, 'the Notify key')
    .replace(/^.*Unsent.*\.Arn$/, 'reminders-dead.fifo')
    .replace(/^Recalculation.*Missed.*\.Arn$/, 'recalculation-dead')
    .replace(/^.*Missed.*\.Arn$/, 'reminder-schedule-dead')
    .replace(/^.*Uncounted.*\.Arn$/, 'figures-uncounted')
    .replace(/^.*ReceiptsToken.*$/, 'the receipts token')
    .replace(/^ReminderQueue.*\.Arn$/, 'reminders.fifo')
    .replace(/^.*Logs[0-9A-F]{8}\.Arn$/, 'its log')
    .replace(/^.*reminderscheduleFunction.*\.Arn$/, 'reminder-schedule')

const allowed = (role: string): readonly string[] =>
  policies
    .filter(({ Roles }) => Roles.map(readable).includes(role))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .flatMap(({ Action, Resource }) =>
      Resource.flatMap((on) => Action.map((action) => `${action} on ${named(readable(on))}`)),
    )
    .toSorted()

const log = ['logs:CreateLogStream on its log', 'logs:PutLogEvents on its log']
const decrypt = ['kms:Decrypt on Key.Arn', 'kms:DescribeKey on Key.Arn']
const encrypt = [
  ...decrypt,
  'kms:Encrypt on Key.Arn',
  'kms:GenerateDataKey on Key.Arn',
  'kms:ReEncryptFrom on Key.Arn',
  'kms:ReEncryptTo on Key.Arn',
]

const expected: Record<FunctionName, readonly string[]> = {
  referrals: [
    'dynamodb:GetItem on Referrals.Arn',
    'dynamodb:PutItem on AccessLog.Arn',
    'dynamodb:PutItem on Referrals.Arn',
    'dynamodb:PutItem on SarRegister.Arn',
    'dynamodb:Query on SarRegister.Arn',
    'dynamodb:UpdateItem on Referrals.Arn',
    ...encrypt,
    ...log,
    'sqs:SendMessage on reminders.fifo',
  ],
  returns: [
    'dynamodb:GetItem on Contacts.Arn',
    'dynamodb:GetItem on Referrals.Arn',
    'dynamodb:PutItem on AccessLog.Arn',
    'dynamodb:PutItem on Contacts.Arn',
    'dynamodb:UpdateItem on Referrals.Arn',
    ...encrypt,
    ...log,
    'sqs:SendMessage on reminders.fifo',
  ],
  reports: [
    'dynamodb:GetItem on Contacts.Arn',
    'dynamodb:GetItem on Referrals.Arn',
    'dynamodb:PutItem on AccessLog.Arn',
    'dynamodb:Query on AccessLog.Arn',
    'dynamodb:Query on AccessLog.Arn/index/day',
    'dynamodb:Query on AccessLog.Arn/index/person',
    'dynamodb:Query on Figures.Arn',
    'dynamodb:Query on Referrals.Arn/index/due',
    'dynamodb:Query on Referrals.Arn/index/organisation',
    'dynamodb:Query on SarRegister.Arn',
    ...encrypt,
    ...log,
  ],
  'reminder-schedule': [
    ...log,
    'sqs:SendMessage on reminder-schedule-dead',
    'sqs:SendMessage on reminders.fifo',
  ],
  'reminder-sender': [
    'dynamodb:GetItem on Contacts.Arn',
    'dynamodb:GetItem on Referrals.Arn',
    'dynamodb:Query on Referrals.Arn/index/due',
    'dynamodb:Query on Referrals.Arn/index/reminders',
    'dynamodb:UpdateItem on Contacts.Arn',
    'dynamodb:UpdateItem on Referrals.Arn',
    ...encrypt,
    ...log,
    'secretsmanager:GetSecretValue on the Notify key',
    'sqs:DeleteMessage on reminders.fifo',
    'sqs:GetQueueAttributes on reminders.fifo',
    'sqs:ReceiveMessage on reminders.fifo',
  ],
  'delivery-receipts': [
    'dynamodb:GetItem on Contacts.Arn',
    'dynamodb:UpdateItem on Contacts.Arn',
    ...encrypt,
    ...log,
    'secretsmanager:GetSecretValue on the receipts token',
    'sqs:SendMessage on reminders.fifo',
  ],
  recalculation: [
    'dynamodb:GetItem on Referrals.Arn',
    'dynamodb:GetItem on Upkeep.Arn',
    'dynamodb:PutItem on Upkeep.Arn',
    'dynamodb:Query on Referrals.Arn/index/due',
    'dynamodb:UpdateItem on Referrals.Arn',
    ...encrypt,
    ...log,
    'sqs:SendMessage on recalculation-dead',
  ],
  aggregator: [
    'dynamodb:DescribeStream on Referrals.StreamArn',
    'dynamodb:GetItem on Figures.Arn',
    'dynamodb:GetRecords on Referrals.StreamArn',
    'dynamodb:GetShardIterator on Referrals.StreamArn',
    'dynamodb:ListStreams on Referrals.StreamArn',
    'dynamodb:PutItem on Figures.Arn',
    'dynamodb:UpdateItem on Figures.Arn',
    ...encrypt,
    ...log,
    'sqs:SendMessage on figures-uncounted',
  ],
}

describe('least privilege', () => {
  test.each(functionNames)('%s may do exactly what its code does', (name) => {
    expect(allowed(declaredFunction(name).role)).toEqual(expected[name])
  })

  test('each function has a role of its own', () => {
    expect(new Set(functionNames.map((name) => declaredFunction(name).role)).size).toBe(functionNames.length)
  })

  test('the scheduler may start its function and set aside what it could not start', () => {
    const schedules = resourcesOf(
      'AWS::Scheduler::Schedule',
      z.object({ Target: z.object({ RoleArn: z.unknown() }) }),
    )
    const [role = ''] = [...schedules.values()].map(({ Target }) => readable(Target.RoleArn).split('.')[0])
    expect(allowed(role)).toEqual([
      'lambda:InvokeFunction on reminder-schedule',
      'sqs:SendMessage on reminder-schedule-dead',
    ])
  })

  test('no statement has a wildcard', () => {
    const parts = policies
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
      .flatMap(({ Action, Resource }) => Action.concat(Resource.map((each) => JSON.stringify(each))))
    expect(parts.length).toBeGreaterThan(40)
    expect(parts.filter((part) => part.includes('*'))).toEqual([])
  })

  test('the only policy not written here is the one with which API Gateway writes logs for the account', () => {
    const managed = [...roles.values()].flatMap(({ ManagedPolicyArns }) => ManagedPolicyArns.map(readable))
    expect(managed).toEqual([
      'arn:AWS::Partition:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs',
    ])
  })

  test('every resource that a policy names is in the template', () => {
    const ids = policies
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement.flatMap(({ Resource }) => Resource))
      .map((on) => readable(on).split(/[./]/)[0] ?? '')
    expect(ids.filter((id) => !(id in template.Resources))).toEqual([])
  })
})
