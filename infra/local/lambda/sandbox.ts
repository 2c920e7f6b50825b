import { randomUUID } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import type { LambdaFunction } from '../template/functions.ts'
import type { WriteLog } from './log.ts'
import { type Call, type FunctionError, WorkerMessage, type WorkerSettings } from './protocol.ts'

export type InvocationResult =
  | { readonly ok: true; readonly payload: unknown }
  | { readonly ok: false; readonly timedOut: boolean; readonly error: FunctionError }

export type Sandbox = {
  /** Whether it may be given more to do: not once it crashed, couldn't load or let a call run out of time. */
  readonly usable: () => boolean
  readonly invoke: (event: unknown) => Promise<InvocationResult>
  readonly close: () => Promise<void>
  /** Resolves once the thread is no more. */
  readonly ended: Promise<void>
}

export type SandboxOptions = {
  readonly lambda: LambdaFunction
  readonly environment: Readonly<Record<string, string>>
  readonly clock: SharedArrayBuffer
  readonly log: WriteLog
  readonly recordCallsIn?: string | undefined
}

const nurseryMiB = 16

type Settle = (result: InvocationResult) => void

const failure = (error: FunctionError, timedOut = false): InvocationResult => ({ ok: false, timedOut, error })

/** A thread with a function's code, which takes many calls at once. Loads at once, calls wait until it has. */
export const openSandbox = ({ lambda, environment, clock, log, recordCallsIn }: SandboxOptions): Sandbox => {
  const { file, handler, name: functionName, memoryMiB } = lambda
  const functionArn = lambda.aliasArn ?? lambda.arn
  const workerData: WorkerSettings = {
    file,
    handler,
    functionName,
    functionArn,
    memoryMiB,
    clock,
    recordCallsIn,
  }
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData,
    env: environment,
    // As much as the function has when deployed; a small nursery keeps many idle threads small.
    resourceLimits: { maxOldGenerationSizeMb: memoryMiB, maxYoungGenerationSizeMb: nurseryMiB },
    stdout: true,
    stderr: true,
  })
  log(worker.stdout)
  log(worker.stderr)

  const waiting = new Map<string, Settle>()
  const loaded = Promise.withResolvers<FunctionError | undefined>()
  let usable = true

  const settle = (requestId: string, result: InvocationResult) => {
    waiting.get(requestId)?.(result)
    waiting.delete(requestId)
    if (!usable && waiting.size === 0) void worker.terminate()
  }
  const fail = (error: FunctionError) => {
    usable = false
    loaded.resolve(error)
    ;[...waiting.keys()].forEach((requestId) => settle(requestId, failure(error)))
  }
  const hear = (message: WorkerMessage) => {
    if (message.kind === 'loaded') loaded.resolve(undefined)
    else if (message.kind === 'not loaded') fail(message.error)
    else if (message.kind === 'failed') settle(message.requestId, failure(message.error))
    else settle(message.requestId, { ok: true, payload: JSON.parse(message.result) })
  }
  worker.on('message', (message: unknown) => hear(WorkerMessage.parse(message)))
  worker.on('error', (error) => {
    log(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    fail({ errorType: 'Runtime.UnhandledError', errorMessage: String(error) })
  })
  const ended = Promise.withResolvers<void>()
  worker.on('exit', () => {
    fail({ errorType: 'Runtime.ExitError', errorMessage: 'The function ended its process' })
    ended.resolve()
  })

  const timeoutMilliseconds = lambda.timeoutSeconds * 1000
  const timeOut = (requestId: string) => {
    usable = false
    const errorMessage = `${requestId} Task timed out after ${lambda.timeoutSeconds.toFixed(2)} seconds`
    settle(requestId, failure({ errorType: 'Sandbox.Timedout', errorMessage }, true))
  }

  return {
    ended: ended.promise,
    usable: () => usable,
    invoke: async (event) => {
      const notLoaded = await loaded.promise
      if (notLoaded) return failure(notLoaded)
      const call: Call = { requestId: randomUUID(), event: JSON.stringify(event), timeoutMilliseconds }
      const result = Promise.withResolvers<InvocationResult>()
      waiting.set(call.requestId, result.resolve)
      const timer = setTimeout(timeOut, timeoutMilliseconds, call.requestId)
      worker.postMessage(call, [])
      return result.promise.finally(() => clearTimeout(timer))
    },
    close: async () => {
      usable = false
      await worker.terminate()
    },
  }
}
