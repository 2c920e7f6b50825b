import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** The SDK waits for ever by itself: an answer that is lost would hold the function until its own time is up. */
const longestWait = 10_000

/**
 * A DynamoDB client that leaves out what is undefined, and asks again when an answer takes longer than so many
 * milliseconds. Region and endpoint come from the environment.
 */
export const documentClient = (requestTimeout = longestWait): DynamoDBDocumentClient => {
  const requestHandler = { requestTimeout, throwOnRequestTimeout: true }
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ requestHandler }), {
    marshallOptions: { removeUndefinedValues: true },
  })
  // It copies every answer, value by value, for a logger that nobody has set.
  client.middlewareStack.remove('loggerMiddleware')
  return client
}

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
