import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** A DynamoDB client that leaves out what is undefined. Region and endpoint come from the environment. */
export const documentClient = (): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(new DynamoDBClient({}), { marshallOptions: { removeUndefinedValues: true } })

/** Reads a secret's text when it is first asked for, and again only after that failed. */
export const secretString = (arn: string): (() => Promise<string>) => {
  let known: string | undefined
  return async () => {
    if (known !== undefined) return known
    const { SecretString } = await new SecretsManagerClient({}).send(
      new GetSecretValueCommand({ SecretId: arn }),
    )
    if (SecretString === undefined) throw new Error(`The secret ${arn} holds no text`)
    known = SecretString
    return known
  }
}
