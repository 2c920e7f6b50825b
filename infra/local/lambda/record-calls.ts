import { subscribe } from 'node:diagnostics_channel'
import { appendFileSync, mkdirSync } from 'node:fs'
import { ClientRequest } from 'node:http'
import { join } from 'node:path'
import * as z from 'zod'
import { type AwsCall, callsOf } from './aws-calls.ts'

const Created = z.object({ request: z.instanceof(ClientRequest) })

/** Requests to AWS are signed, and the signature names the service. */
const serviceOf = (request: ClientRequest) =>
  /^AWS4-HMAC-SHA256 Credential=[^/]+\/\d+\/[^/]+\/([a-z0-9-]+)\//.exec(
    String(request.getHeader('authorization')),
  )?.[1]

/**
 * Writes down which AWS actions the code of this thread asks for, each once: a line of JSON, `{ action, resource }`, in
 * `<directory>/<function name>.jsonl`. The local engines ask nobody for permission, so this is what a test can hold the
 * template's policies against. It listens to Node's HTTP client, so the functions know nothing of it.
 */
export const recordCalls = (directory: string, functionName: string): void => {
  mkdirSync(directory, { recursive: true })
  const known = new Set<string>()
  const note = ({ action, resource }: AwsCall) => {
    const line = `${JSON.stringify({ action, resource })}\n`
    if (known.has(line)) return
    known.add(line)
    appendFileSync(join(directory, `${functionName}.jsonl`), line)
  }
  subscribe('http.client.request.created', (message) => {
    const { request } = Created.parse(message)
    const service = serviceOf(request)
    if (service === undefined) return
    whenSent(request, (body) => {
      const target = request.getHeader('x-amz-target')?.toString()
      callsOf({ service, target, method: request.method, path: request.path, body }).forEach(note)
    })
  })
}

/** Listens to what is written to a request; told all of it once it ends. */
const whenSent = (request: ClientRequest, told: (body: string) => void) => {
  const chunks: Uint8Array[] = []
  const keep = (chunk: unknown) => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk))
    if (chunk instanceof Uint8Array) chunks.push(chunk)
  }
  const listenTo = (method: 'write' | 'end') => {
    const original: unknown = Reflect.get(request, method)
    if (typeof original !== 'function') return
    Reflect.set(request, method, (...parameters: readonly unknown[]): unknown => {
      keep(parameters[0])
      if (method === 'end') told(Buffer.concat(chunks).toString())
      return Reflect.apply(original, request, parameters)
    })
  }
  listenTo('write')
  listenTo('end')
}
