import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { Call, type FunctionError, type WorkerMessage, WorkerSettings } from './protocol.ts'
import { recordCalls } from './record-calls.ts'
import { followServiceTime } from './service-date.ts'

type Handler = (event: unknown, context: object) => unknown
const isHandler = (value: unknown): value is Handler => typeof value === 'function'

const settings = WorkerSettings.parse(workerData)
const port = parentPort
const say = (message: WorkerMessage) => port?.postMessage(message)

const errorOf = (error: unknown): FunctionError =>
  error instanceof Error
    ? { errorType: error.name, errorMessage: error.message }
    : { errorType: 'Error', errorMessage: String(error) }

const load = async (): Promise<Handler> => {
  followServiceTime(settings.clock)
  if (settings.recordCallsIn !== undefined) recordCalls(settings.recordCallsIn, settings.functionName)
  const module: unknown = await import(pathToFileURL(settings.file).href)
  const handler: unknown = Reflect.get(Object(module), settings.handler)
  if (isHandler(handler)) return handler
  throw new Error(`index.${settings.handler} is not a function`)
}

const contextOf = ({ requestId, timeoutMilliseconds }: Call) => {
  const deadline = performance.now() + timeoutMilliseconds
  return {
    awsRequestId: requestId,
    functionName: settings.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: settings.functionArn,
    memoryLimitInMB: String(settings.memoryMiB),
    logGroupName: `/aws/lambda/${settings.functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, deadline - performance.now()),
  }
}

/** As Lambda does: nothing becomes null, and what JSON can't say is the function's fault. */
const toJson = (result: unknown) => {
  try {
    return JSON.stringify(result) ?? 'null'
  } catch (error) {
    throw Object.assign(new Error(`Unable to stringify response body: ${errorOf(error).errorMessage}`), {
      name: 'Runtime.MarshalError',
    })
  }
}

const answer = async (handler: Handler, call: Call) => {
  const { requestId } = call
  try {
    const event: unknown = JSON.parse(call.event)
    say({ kind: 'answered', requestId, result: toJson(await handler(event, contextOf(call))) })
  } catch (error) {
    console.error(error)
    say({ kind: 'failed', requestId, error: errorOf(error) })
  }
}

try {
  const handler = await load()
  port?.on('message', (message: unknown) => void answer(handler, Call.parse(message)))
  say({ kind: 'loaded' })
} catch (error) {
  console.error(error)
  say({ kind: 'not loaded', error: errorOf(error) })
}
