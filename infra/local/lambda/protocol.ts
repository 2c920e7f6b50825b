import * as z from 'zod'

/** What a worker thread is started with. */
export const WorkerSettings = z.strictObject({
  file: z.string(),
  handler: z.string(),
  functionName: z.string(),
  functionArn: z.string(),
  memoryMiB: z.number(),
  clock: z.instanceof(SharedArrayBuffer),
  /** Where to write down which AWS actions the function asks for; nowhere without it. */
  recordCallsIn: z.string().optional(),
})
export type WorkerSettings = z.infer<typeof WorkerSettings>

/** An event on its way to a handler, as JSON, the way Lambda hands it over. */
export const Call = z.strictObject({
  requestId: z.string(),
  event: z.string(),
  timeoutMilliseconds: z.number(),
})
export type Call = z.infer<typeof Call>

export const FunctionError = z.object({ errorType: z.string(), errorMessage: z.string() })
export type FunctionError = z.infer<typeof FunctionError>

/** What a worker says: that it has loaded its code, that it couldn't, or how a call ended. */
export const WorkerMessage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('loaded') }),
  z.strictObject({ kind: z.literal('not loaded'), error: FunctionError }),
  z.strictObject({ kind: z.literal('answered'), requestId: z.string(), result: z.string() }),
  z.strictObject({ kind: z.literal('failed'), requestId: z.string(), error: FunctionError }),
])
export type WorkerMessage = z.infer<typeof WorkerMessage>
