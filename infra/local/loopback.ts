import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http'
import { text } from 'node:stream/consumers'

/** A request as a stand-in sees it: the body read whole, as text. */
export type StandInRequest = {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** The body is sent as JSON. */
export type StandInAnswer = {
  readonly status: number
  readonly body: unknown
  readonly contentType?: string
}

/** How a stand-in answers; with nothing, the connection is cut. */
type Answering = (request: StandInRequest) => Promise<StandInAnswer | undefined> | StandInAnswer | undefined

export type StandIn = { readonly url: string; readonly close: () => Promise<void> }

const origin = 'http://127.0.0.1'

const urlOf = (server: Server): string => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port')
  return `${origin}:${address.port}`
}

const closing = (server: Server) => async () => {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeAllConnections()
  await closed
}

/** A fault of the stand-in's own is told to the console and answered with a bare 500; a caller that left is let go. */
const listenerOf =
  (answer: Answering): RequestListener =>
  async (request, response) => {
    try {
      const url = new URL(request.url ?? '/', origin)
      const body = await text(request)
      const given = await answer({ method: request.method ?? '', url, headers: request.headers, body })
      if (!given) return void response.destroy()
      response.writeHead(given.status, { 'content-type': given.contentType ?? 'application/json' })
      response.end(JSON.stringify(given.body))
    } catch (fault) {
      if (!request.complete) return
      console.error(fault)
      response.writeHead(500).end()
    }
  }

/** Serves an outside service's stand-in to this machine only, on a free port. */
export const serveOnLoopback = (answer: Answering): Promise<StandIn> => {
  const server = createServer(listenerOf(answer))
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve({ url: urlOf(server), close: closing(server) }))
  })
}
