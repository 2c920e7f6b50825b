import { AsyncLocalStorage } from 'node:async_hooks'

const current = new AsyncLocalStorage<string>()

/**
 * Does some work on behalf of a request. Its id goes with whatever the work sets off: into every log line, with the
 * referral into the stream, with a message through the queue, until an e-mail is handed over.
 */
export const onBehalfOf = <Value>(id: string, work: () => Value): Value => current.run(id, work)

/** The id of the request that is at the bottom of what is being done; undefined where there is none. */
export const correlationId = (): string | undefined => current.getStore()
