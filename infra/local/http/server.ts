import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Identity } from '../identity/identity.ts'
import { StartRefused } from '../start-refused.ts'
import { problem, send } from './answer.ts'
import type { Gateway } from './gateway.ts'
import type { LocalRoutes } from './local-routes.ts'

export type ServerParts = {
  readonly identity: Pick<Identity, 'handle'>
  readonly local: LocalRoutes
  readonly gateway: Gateway
  readonly say: (line: string) => void
}

/** The one address of the service: tokens under `/oauth`, the local extras under `/local`, all else are the API and the pages. */
export const serverOf = ({ identity, local, gateway, say }: ServerParts): Server =>
  createServer((request, response) => {
    const url = request.url ?? ''
    if (isUnder(url, '/oauth')) identity.handle(request, response)
    else void answerTo(request, response, { by: isUnder(url, '/local') ? local : gateway, say })
  })

const isUnder = (url: string, path: string) =>
  url === path || url.startsWith(`${path}/`) || url.startsWith(`${path}?`)

const answerTo = async (
  request: IncomingMessage,
  response: ServerResponse,
  { by, say }: { by: Gateway | LocalRoutes; say: (line: string) => void },
) => {
  try {
    send(response, await by(request))
  } catch (error) {
    // A caller who went away in the middle of the body is no fault of the service.
    if (request.destroyed && !request.complete) {
      response.destroy()
      return
    }
    say(`${request.method} ${request.url}: ${String(error)}`)
    send(response, problem(500, 'The service failed. Nothing you sent was the cause; try again later.'))
  }
}

/** Starts listening on 127.0.0.1. Refuses a port that is taken. */
export const listen = async (server: Server, port: number): Promise<void> => {
  server.listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch {
    throw portRefused(port)
  }
}

/** Finds out early whether the port can be had, before everything else is started for nothing. */
export const claimable = async (port: number): Promise<void> => {
  const probe = createServer()
  await listen(probe, port)
  probe.close()
  await once(probe, 'close')
}

const portRefused = (port: number) =>
  new StartRefused(`Port ${port} is in use or not allowed: stop what uses it, or set PORT to another.`)
