import {
  GetSecretValueCommand,
  ListSecretsCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import type { StandIn } from '../../../infra/local/loopback.ts'
import { openSecrets } from '../../../infra/local/secrets.ts'

const arn = 'arn:aws:secretsmanager:eu-west-2:000000000000:secret:notify-api-key-Ab12Cd'
let secrets: StandIn
let client: SecretsManagerClient

beforeAll(async () => {
  secrets = await openSecrets({ [arn]: 'the key', 'by-name': 'another' })
  client = new SecretsManagerClient({
    endpoint: secrets.url,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
})
afterAll(async () => {
  client.destroy()
  await secrets.close()
})

const read = (id: string) => client.send(new GetSecretValueCommand({ SecretId: id }))

test.each([arn, 'notify-api-key'])('a secret is read by %s', async (id) => {
  expect(await read(id)).toMatchObject({ ARN: arn, Name: 'notify-api-key', SecretString: 'the key' })
})

test('a secret that is known by its name is read by its name and by the ARN it then has', async () => {
  const found = await read('by-name')
  expect(found).toMatchObject({ Name: 'by-name', SecretString: 'another' })
  expect(await read(found.ARN ?? '')).toMatchObject({ SecretString: 'another' })
})

test.each(['notify-api', 'notify-api-key-Ab12Cd', 'the key', '__proto__', `${arn}x`])(
  'there is no secret %s',
  async (id) => {
    await expect(read(id)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: "Secrets Manager can't find the specified secret.",
      $metadata: { httpStatusCode: 400 },
    })
  },
)

test('the variable that points every SDK client at an endpoint points this one', async () => {
  vi.stubEnv('AWS_ENDPOINT_URL_SECRETS_MANAGER', secrets.url)
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  const configured = new SecretsManagerClient({
    region: 'eu-west-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  const found = await configured.send(new GetSecretValueCommand({ SecretId: arn }))
  expect(found.SecretString).toBe('the key')
})

test('nothing else is done', async () => {
  await expect(client.send(new ListSecretsCommand({}))).rejects.toMatchObject({
    name: 'UnknownOperationException',
  })
})

test.each(['', '{', '{}', '{"SecretId":7}'])('a request that says %j is refused', async (body) => {
  const answer = await fetch(secrets.url, {
    method: 'POST',
    headers: { 'x-amz-target': 'secretsmanager.GetSecretValue' },
    body,
  })
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ __type: 'ValidationException' })
})
