import * as z from 'zod'
import { serveOnLoopback, type StandIn, type StandInAnswer, type StandInRequest } from './loopback.ts'

const contentType = 'application/x-amz-json-1.1'
const request = z.object({ SecretId: z.string().min(1) })

const refused = (type: string, message: string): StandInAnswer => ({
  status: 400,
  contentType,
  body: { __type: type, Message: message },
})

/** A secret's full ARN ends in its name, a hyphen and six characters of Secrets Manager's own. */
const nameOf = (id: string): string =>
  id.startsWith('arn:') ? id.replace(/^.*:secret:/, '').replace(/-[A-Za-z0-9]{6}$/, '') : id

const idsOf = (id: string): string[] => [id, nameOf(id)]

const find = (values: Readonly<Record<string, string>>, id: string) =>
  Object.entries(values).find(([known]) => idsOf(known).some((candidate) => idsOf(id).includes(candidate)))

const requestOf = (body: string) => {
  try {
    return request.safeParse(JSON.parse(body))
  } catch {
    return undefined
  }
}

const secretOf = (known: string, value: string) => {
  const name = nameOf(known)
  const arn = known.startsWith('arn:')
    ? known
    : `arn:aws:secretsmanager:eu-west-2:000000000000:secret:${name}-local1`
  return { ARN: arn, Name: name, SecretString: value, VersionStages: ['AWSCURRENT'] }
}

const answer = (
  values: Readonly<Record<string, string>>,
  { headers, body }: StandInRequest,
): StandInAnswer => {
  if (headers['x-amz-target'] !== 'secretsmanager.GetSecretValue') {
    return refused('UnknownOperationException', 'Only GetSecretValue stands here')
  }
  const asked = requestOf(body)
  if (!asked?.success) return refused('ValidationException', 'SecretId must be a name or an ARN')
  const found = find(values, asked.data.SecretId)
  if (!found) return refused('ResourceNotFoundException', "Secrets Manager can't find the specified secret.")
  return { status: 200, contentType, body: secretOf(...found) }
}

/**
 * Opens a stand-in for AWS Secrets Manager that the real SDK client reads from. `values` gives each secret's string
 * by its ARN or its name, and either finds it.
 */
export const openSecrets = (values: Readonly<Record<string, string>>): Promise<StandIn> =>
  serveOnLoopback((asked) => answer(values, asked))
