import * as z from 'zod'
import type { Resource } from './document.ts'
import { account, type Reference, region, type Resolve } from './resolver.ts'
import { unsupported } from './unsupported.ts'

export type Names = {
  /** The address under which queues are found, without the queue's name. */
  readonly queuesUrl: string
}

const arn = (service: string, resource: string) => `arn:aws:${service}:${region}:${account}:${resource}`

/**
 * What a resource is known by on this machine: the name that the template gives it, otherwise its logical id (with
 * `.fifo` where the service wants it), and ARNs in a made-up account.
 */
export const referenceTo = (id: string, resource: Resource, names: Names, resolve: Resolve): Reference => {
  const named = (property: string) =>
    z.string().optional().parse(resolve(resource.Properties[property])) ?? id
  switch (resource.Type) {
    case 'AWS::DynamoDB::Table':
    case 'AWS::DynamoDB::GlobalTable':
      return tableReference(named('TableName'))
    case 'AWS::SQS::Queue':
      return queueReference(queueName(named('QueueName'), resource), names)
    case 'AWS::S3::Bucket': {
      const name = bucketName(named('BucketName'))
      return { ref: name, attributes: { Arn: `arn:aws:s3:::${name}` } }
    }
    case 'AWS::Lambda::Function':
      return { ref: named('FunctionName'), attributes: { Arn: functionArn(named('FunctionName')) } }
    case 'AWS::Lambda::Version': {
      const name = z.string().parse(resolve(resource.Properties['FunctionName']))
      return { ref: `${functionArn(name)}:${id}`, attributes: { Version: id } }
    }
    case 'AWS::Lambda::Alias': {
      const [of, name] = ['FunctionName', 'Name'].map((key) =>
        z.string().parse(resolve(resource.Properties[key])),
      )
      return { ref: aliasArn(of ?? '', name ?? ''), attributes: {} }
    }
    case 'AWS::SecretsManager::Secret':
      return { ref: arn('secretsmanager', `secret:${named('Name')}`), attributes: {} }
    case 'AWS::IAM::Role':
      return { ref: id, attributes: { Arn: `arn:aws:iam::${account}:role/${id}` } }
    case 'AWS::Cognito::UserPool':
      return { ref: id, attributes: { Arn: arn('cognito-idp', `userpool/${id}`), ProviderURL: '' } }
    case 'AWS::Cognito::UserPoolClient':
    case 'AWS::Cognito::UserPoolDomain':
      return { ref: id, attributes: {} }
    case 'AWS::Cognito::UserPoolResourceServer':
      return { ref: named('Identifier'), attributes: {} }
    case 'AWS::ApiGateway::RestApi':
      return { ref: id, attributes: { RootResourceId: rootOf(id) } }
    case 'AWS::ApiGateway::Stage':
      return { ref: named('StageName'), attributes: {} }
    case 'AWS::ApiGateway::Resource':
    case 'AWS::ApiGateway::Authorizer':
    case 'AWS::Scheduler::ScheduleGroup':
      return { ref: id, attributes: { ResourceId: id } }
    default:
      return needed(id, resource)
  }
}

/** The id that an API's root resource goes by. */
export const rootOf = (apiId: string) => `${apiId}/`

export const functionArn = (name: string) => arn('lambda', `function:${name}`)
export const aliasArn = (name: string, alias: string) => `${functionArn(name)}:${alias}`
export const queueArn = (name: string) => arn('sqs', name)
export const streamArn = (tableName: string) => arn('dynamodb', `table/${tableName}/stream/local`)
export const scheduleArn = (name: string) => arn('scheduler', `schedule/default/${name}`)

/** S3 takes no capital letters. */
export const bucketName = (name: string) => name.toLowerCase()

export const queueName = (name: string, { Properties }: Pick<Resource, 'Properties'>) =>
  Properties['FifoQueue'] === true && !name.endsWith('.fifo') ? `${name}.fifo` : name

const tableReference = (name: string): Reference => ({
  ref: name,
  attributes: { Arn: arn('dynamodb', `table/${name}`), StreamArn: streamArn(name) },
})

const queueReference = (name: string, { queuesUrl }: Names): Reference => ({
  ref: `${queuesUrl}/${name}`,
  attributes: { Arn: queueArn(name), QueueName: name, QueueUrl: `${queuesUrl}/${name}` },
})

const needed = (id: string, { Type }: Resource): never => {
  throw unsupported(`${Type} ${id}`, 'a reference to it from what runs locally')
}
