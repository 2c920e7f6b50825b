import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { inTurn } from '../in-turn.ts'

type Forwarded = {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Buffer
}

/** What belongs to one connection, and not to the request that is passed on. */
const ofTheConnection = new Set(['connection', 'content-length', 'expect', 'host', 'transfer-encoding'])

/**
 * Stands before the embedded S3 and adds what it lacks: a put on condition that there is no such object yet
 * (`If-None-Match: *`) is refused where there is one, as S3 does. All else is passed on as it comes.
 */
export const answerPutIfAbsent = (engine: string) => {
  const oneAtATime = inTurn()
  const answer = async (request: IncomingMessage): Promise<Forwarded> => {
    const body = await buffer(request)
    const pass = (method = request.method) => forward(engine, request, method, body)
    if (request.method !== 'PUT' || request.headers['if-none-match'] !== '*') return pass()
    return oneAtATime(async () => ((await pass('HEAD')).status === 200 ? thereIsOne : pass()))
  }
  return (request: IncomingMessage, response: ServerResponse): void => {
    answer(request).then(
      ({ status, headers, body }) => response.writeHead(status, headers.flat()).end(body),
      () => response.destroy(),
    )
  }
}

const forward = async (
  engine: string,
  { url, headers }: IncomingMessage,
  method: string | undefined,
  body: Buffer,
): Promise<Forwarded> => {
  const answered = await fetch(`${engine}${url}`, {
    method: method ?? 'GET',
    headers: passedOn(headers),
    ...(method !== 'GET' && method !== 'HEAD' && { body: Uint8Array.from(body) }),
  })
  return {
    status: answered.status,
    headers: [...answered.headers].filter(([name]) => name !== 'transfer-encoding' && name !== 'connection'),
    body: Buffer.from(await answered.arrayBuffer()),
  }
}

/** Without the condition: asked about an object that is there, the engine would answer 304 or 412 by itself. */
const passedOn = (headers: IncomingHttpHeaders) =>
  Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined || ofTheConnection.has(name) || (name === 'if-none-match' && value === '*')
      ? []
      : [[name, [value].flat().join(', ')]],
  )

const thereIsOne: Forwarded = {
  status: 412,
  headers: [['content-type', 'application/xml']],
  body: Buffer.from(
    '<?xml version="1.0" encoding="UTF-8"?><Error><Code>PreconditionFailed</Code>' +
      '<Message>At least one of the pre-conditions you specified did not hold</Message></Error>',
  ),
}
