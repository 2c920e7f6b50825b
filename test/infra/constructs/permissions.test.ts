import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { functionNames } from '../../../infra/bundle.ts'
import { expectedPermissions } from './expected-permissions.ts'
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
    .replace(/^Keys([A-Za-z]+?)[0-9A-F]{8}\.Arn$/, 'the $1 key')
    .replace(/^.*NotifyKey.*$/, 'the Notify key')
    .replace(/^.*Unsent.*\.Arn$/, 'reminders-dead.fifo')
    .replace(/^EditionsBucket[0-9A-F]{8}\./, 'the editions.')
    .replace(/^UnusedAccounts.*Missed.*\.Arn$/, 'unused-accounts-dead')
    .replace(/^Recalculation.*Missed.*\.Arn$/, 'recalculation-dead')
    .replace(/^FiguresUpkeepNightly.*Missed.*\.Arn$/, 'reconcile-dead')
    .replace(/^Retention.*Missed.*\.Arn$/, 'retention-dead')
    .replace(/^.*Missed.*\.Arn$/, 'reminder-schedule-dead')
    .replace(/^.*Uncounted.*\.Arn$/, 'figures-uncounted')
    .replace(/^.*ReceiptsToken.*$/, 'the receipts token')
    .replace(/^.*SessionSecret.*$/, 'the session secret')
    .replace(/^CanaryClients.*$/, 'what the walk signs in with')
    .replace(/^ReminderQueue.*\.Arn$/, 'reminders.fifo')
    .replace(/^.*Logs[0-9A-F]{8}\.Arn$/, 'its log')
    .replace(/^.*reminderscheduleLive[0-9A-F]{8}$/, 'reminder-schedule:live')

const allowed = (role: string): readonly string[] => {
  const each = policies
    .filter(({ Roles }) => Roles.map(readable).includes(role))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .flatMap(({ Action, Resource }) =>
      Resource.flatMap((on) => Action.map((action) => `${action} on ${named(readable(on))}`)),
    )
  return [...new Set(each)].toSorted()
}

const traces = new Set(['xray:PutTraceSegments', 'xray:PutTelemetryRecords'])

describe('least privilege', () => {
  test.each(functionNames)('%s may do exactly what its code does', (name) => {
    expect(allowed(declaredFunction(name).role)).toEqual(expectedPermissions[name].toSorted())
  })

  test('the access log can be added to and read, and changed or deleted by no function', () => {
    const actions = functionNames
      .flatMap((name) => allowed(declaredFunction(name).role))
      .filter((each) => each.includes(' on AccessLog.Arn') && each.startsWith('dynamodb:'))
      .map((each) => each.split(' ')[0])
    expect(new Set(actions)).toEqual(new Set(['dynamodb:PutItem', 'dynamodb:Query']))
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
      'lambda:InvokeFunction on reminder-schedule:live',
      'sqs:SendMessage on reminder-schedule-dead',
    ])
  })

  test('no statement has a wildcard, but for the folder of the editions and for traces, which know no resources', () => {
    const folder = '"/editions/*"'
    const parts = policies
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
      .filter(({ Action }) => !Action.every((action) => traces.has(action)))
      .flatMap(({ Action, Resource }) => Action.concat(Resource.map((each) => JSON.stringify(each))))
    expect(parts.length).toBeGreaterThan(40)
    expect(parts.filter((part) => part.replace(folder, '').includes('*'))).toEqual([])
  })

  test('the only policies not written here are those with which AWS itself writes logs, makes backups and moves calls to new versions', () => {
    const managed = [...roles.values()].flatMap(({ ManagedPolicyArns }) => ManagedPolicyArns.map(readable))
    expect(managed).toEqual([
      'arn:AWS::Partition:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited',
      'arn:AWS::Partition:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs',
      'arn:AWS::Partition:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup',
    ])
  })

  test('no policy is longer than IAM takes, with account, region and names as long as they get', () => {
    const longest =
      'arn:aws:service:eu-west-2:000000000000:table/SarOutcomes-DataReferrals00000000-000000000000/index/x'
    const lengths = policies.map(({ PolicyDocument }) => {
      const text = JSON.stringify(PolicyDocument, (_, value: unknown) =>
        z.union([z.object({ Ref: z.string() }), z.object({ 'Fn::GetAtt': z.unknown() })]).safeParse(value)
          .success
          ? longest
          : value,
      )
      return text.length
    })
    expect(Math.max(...lengths)).toBeLessThan(10_240)
  })

  test('every resource that a policy names is in the template', () => {
    const ids = policies
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement.flatMap(({ Resource }) => Resource))
      .map((on) => readable(on).split(/[./]/)[0] ?? '')
    expect(ids.filter((id) => id !== '*' && !(id in template.Resources))).toEqual([])
  })
})
