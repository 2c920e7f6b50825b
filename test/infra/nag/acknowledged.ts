import type { Stage } from '../../../infra/stages.ts'

type Acknowledged = {
  /** The rule of cdk-nag, with what it found in brackets where it says so. */
  readonly rule: RegExp
  /** The constructs where the finding is expected; anywhere else it fails the test. */
  readonly where: RegExp
  /** Only there; everywhere without it. */
  readonly stage?: Stage
  readonly reason: string
}

const functionRole = /\/Role\/DefaultPolicy\/Resource$/
const lambda = /\/(?<name>[a-z-]+)\/Function\/Resource$/
const openMethod =
  /^SarOutcomes\/Api\/Rest\/Default\/(GET|health\/GET|v1\/openapi\.json\/GET|v1\/delivery-receipts\/POST|\{proxy\+\}\/(GET|POST))\/Resource$/
const liveStage = /^SarOutcomes\/Api\/Rest\/DeploymentStage\.live\/Resource$/
const editionsBucket = /^SarOutcomes\/Editions\/Bucket\/Resource$/
const secret = /\/(NotifyKey|ReceiptsToken|SessionSecret)\/Resource$/

/** Everything that the rule packs find and that is to stay, with the reason why. */
export const acknowledged: readonly Acknowledged[] = [
  {
    rule: /^NIST\.800\.53\.R5-IAMNoInlinePolicy$/,
    where: functionRole,
    reason:
      'Each policy belongs to one role that belongs to one function, and goes with it. A managed policy could be attached to a second role; test/infra/constructs/permissions.test.ts lists every permission of every role.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::\*\]$/,
    where: functionRole,
    reason:
      'X-Ray knows no resources: sending traces can be allowed on everything or not at all. No other action is allowed on everything, which permissions.test.ts holds.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::<EditionsBucket\w+\.Arn>\/editions\/\*\]$/,
    where: /\/(assessments|web)\/Role\/DefaultPolicy\/Resource$/,
    reason:
      'Files of editions have the year, number and hash in their names. The bucket itself refuses to delete or replace any of them.',
  },
  {
    rule: /^AwsSolutions-IAM4\[Policy::.*AmazonAPIGatewayPushToCloudWatchLogs\]$/,
    where: /^SarOutcomes\/Api\/Rest\/CloudWatchRole\/Resource$/,
    reason:
      'API Gateway has one role for logs per account and region, and AWS asks for this policy of its own on it. No function has it.',
  },
  {
    rule: /^AwsSolutions-IAM4\[Policy::.*AWSBackupServiceRolePolicyForBackup\]$/,
    where: /^SarOutcomes\/Backups\/Plan\/Tables\/Role\/Resource$/,
    reason:
      'AWS Backup changes what it needs as it changes how it copies tables, and keeps this policy up to date. The role can back up; it cannot restore.',
  },
  {
    rule: /^AwsSolutions-IAM4\[Policy::.*AWSCodeDeployRoleForLambdaLimited\]$/,
    where: /^SarOutcomes\/Rollouts\/Role\/Resource$/,
    reason:
      'CodeDeploy moves the aliases and looks at alarms with this role, and AWS keeps its policy to what that takes. Only CodeDeploy can be it, and no function has it.',
  },
  {
    rule: /^NIST\.800\.53\.R5-CloudWatchAlarmAction$/,
    where: /^SarOutcomes\/Alarms\/[a-z-]+-new-version\/Resource$/,
    reason:
      'CodeDeploy reads this alarm while a new version takes over and goes back when it rings. The same fault tells people by the alarm on the faults of the function.',
  },
  {
    rule: /^NIST\.800\.53\.R5-LambdaInsideVPC$/,
    where: lambda,
    reason:
      'The functions reach DynamoDB, S3, SQS and Secrets Manager, where IAM decides, and GOV.UK Notify, which is on the internet. They listen on nothing. A VPC would add a NAT gateway and endpoints to run and would decide nothing that IAM does not.',
  },
  {
    rule: /^NIST\.800\.53\.R5-LambdaDLQ$/,
    where: lambda,
    reason:
      'What is set aside when a function fails is named where the work comes from: the scheduled runs have a failure destination, the stream and the queue a dead-letter queue, each with an alarm. The others are waited for by a person or by Cognito, who are told at once. rebuild is invoked by hand.',
  },
  {
    rule: /^NIST\.800\.53\.R5-LambdaConcurrency$/,
    where: lambda,
    reason:
      'How many run at once is limited where the work comes from: 50 requests a second at the API stage, five batches at the queue, one per shard at the stream, one run a day at the schedules. A reservation would take from the account what others may need, and new accounts have too little to reserve.',
  },
  {
    rule: /^AwsSolutions-SQS3$/,
    where: /\/(Missed|Uncounted)\/Queue\/Resource$/,
    reason:
      'These are dead-letter queues themselves, of schedules and of the stream, which the rule does not see.',
  },
  {
    rule: /^(AwsSolutions-SMG4|NIST\.800\.53\.R5-SecretsManagerRotationEnabled)$/,
    where: secret,
    reason:
      'GOV.UK Notify has no interface to renew a key or a token: a person makes the new one on its pages, as docs/runbook.md says. Renewing what seals the cookies signs everybody out, so a person chooses the hour.',
  },
  {
    rule: /^(AwsSolutions-SMG4|NIST\.800\.53\.R5-SecretsManagerRotationEnabled)$/,
    where: /^SarOutcomes\/Canary\/Clients\/Resource$/,
    reason:
      'The user pool makes what the walk signs in with, and a new client has a new secret: docs/runbook.md says how. It may see what one organisation sees of its own.',
  },
  {
    rule: /^(AwsSolutions-S1|NIST\.800\.53\.R5-S3BucketLoggingEnabled)$/,
    where: editionsBucket,
    reason:
      'Server access logs are delivered without a promise to be complete, into another bucket to guard. Who read an edition is in the access log of the service; what an administrator does is in CloudTrail data events (docs/decisions/014-editions.md, docs/deploy.md).',
  },
  {
    rule: /^NIST\.800\.53\.R5-S3BucketReplicationEnabled$/,
    where: editionsBucket,
    reason:
      'The files are locked, versioned and stored in three zones. A second region would be outside what the data protection impact assessment covers, and each document can be made again from the frozen report beside it.',
  },
  {
    rule: /^AwsSolutions-(APIG4|COG4)$/,
    where: openMethod,
    reason:
      'The pages know who is there by a sealed cookie and send everybody else to sign in. Delivery receipts carry a token of their own that the function compares. Health and the published contract say nothing about anybody. Every other method has the Cognito authorizer: test/infra/constructs/api.test.ts.',
  },
  {
    rule: /^AwsSolutions-APIG2$/,
    where: /^SarOutcomes\/Api\/Rest\/Resource$/,
    reason:
      'Every body, path and query is parsed by the strict schemas of shared/contracts before anything is done with it, and refused with words that say what to change. API Gateway could hold it against a copy of them only.',
  },
  {
    rule: /^(AwsSolutions-APIG6|NIST\.800\.53\.R5-APIGWExecutionLoggingEnabled)$/,
    where: liveStage,
    reason:
      'Execution logs write whole addresses and headers, and so names, SAR references and tokens. The access log has every request by route, status and opaque ids, and the functions log their faults.',
  },
  {
    rule: /^NIST\.800\.53\.R5-APIGWCacheEnabledAndEncrypted$/,
    where: liveStage,
    reason:
      'Nothing is to be cached: an answer depends on who asks and is in the access log each time it leaves. Every answer with content of a case says no-store.',
  },
  {
    rule: /^NIST\.800\.53\.R5-APIGWSSLEnabled$/,
    where: liveStage,
    reason:
      'A client certificate is for HTTP backends. Behind these methods are functions, which API Gateway invokes under IAM.',
  },
  {
    rule: /^AwsSolutions-COG8$/,
    where: /^SarOutcomes\/Identity\/UserPool\/Resource$/,
    reason:
      'What the Plus plan adds watches over passwords. People of the forces and of the centre sign in with their own organisation, which Plus does not see; the few local accounts have no sign-up and a second factor that is required.',
  },
  {
    rule: /^NIST\.800\.53\.R5-DynamoDBInBackupPlan$/,
    where: /^SarOutcomes\/Data\/\w+\/Resource$/,
    stage: 'development',
    reason:
      'A development deployment holds made-up data only and is to be deleted whole. It has point-in-time recovery all the same.',
  },
]
