import type { TemplateDocument } from './document.ts'
import { unsupported } from './unsupported.ts'

/** What the runner takes its part of the work from. */
const honoured = new Set([
  'AWS::DynamoDB::Table',
  'AWS::DynamoDB::GlobalTable',
  'AWS::S3::Bucket',
  'AWS::SQS::Queue',
  'AWS::Lambda::Function',
  'AWS::Lambda::Version',
  'AWS::Lambda::Alias',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Scheduler::Schedule',
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGateway::Resource',
  'AWS::ApiGateway::Method',
  'AWS::ApiGateway::Authorizer',
  'AWS::ApiGateway::GatewayResponse',
  'AWS::SecretsManager::Secret',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolResourceServer',
])

/** What makes no difference to what the service does on one machine: permissions, encryption, watching, addresses. */
const without = [
  /^AWS::IAM::/,
  /^AWS::KMS::/,
  /^AWS::Logs::/,
  /^AWS::CloudWatch::/,
  /^AWS::Backup::/,
  /^AWS::Budgets::/,
  /^AWS::WAFv2::/,
  /^AWS::CDK::Metadata$/,
  /^AWS::SNS::(Topic|TopicPolicy|Subscription)$/,
  /^AWS::S3::BucketPolicy$/,
  /^AWS::SQS::QueuePolicy$/,
  /^AWS::Lambda::Permission$/,
  /^AWS::CodeDeploy::/,
  /^AWS::Cognito::UserPool(Client|Domain|Group|IdentityProvider)$/,
  /^AWS::ApiGateway::(Account|Deployment|Stage)$/,
  /^AWS::ApiGateway::(DomainName|BasePathMapping)(V2)?$/,
  /^AWS::ApiGateway::DomainNameAccessAssociation$/,
  /^AWS::Scheduler::ScheduleGroup$/,
]

/** Refuses a template with a resource whose work nothing here would do. */
export const refuseUnknownTypes = ({ Resources }: TemplateDocument): void => {
  Object.entries(Resources).forEach(([id, { Type }]) => {
    const known = honoured.has(Type) || without.some((pattern) => pattern.test(Type))
    if (!known) throw unsupported(`${Type} ${id}`, 'this type of resource')
  })
}
