import type { LambdaFunction } from '../template/functions.ts'
import { environmentOf } from './environment.ts'
import { openLog } from './log.ts'
import { type InvocationResult, openSandbox, type Sandbox } from './sandbox.ts'

export type FunctionHost = {
  /** Runs a function, found by its ARN or its alias's, and answers what it answered. Never rejects for what the function does. */
  readonly invoke: (functionArn: string, event: unknown) => Promise<InvocationResult>
  readonly close: () => Promise<void>
}

export type HostOptions = {
  readonly functions: readonly LambdaFunction[]
  readonly dataDir: string
  readonly clock: SharedArrayBuffer
  /** Put over what the template gives every function: the addresses of the engines. */
  readonly overrides: Readonly<Record<string, string>>
  /** The directory in which to write down which AWS actions each function asks for; nowhere without it. */
  readonly recordCallsIn?: string | undefined
  /** Told, in a line, of every failed call. */
  readonly say: (line: string) => void
}

/** Hosts each function in a thread of its own, started at its first call and again after a crash or a timeout. */
export const hostFunctions = ({ functions, ...options }: HostOptions): FunctionHost => {
  const hosted = new Map(
    functions.flatMap((lambda) => {
      const host = hostOne({ ...options, lambda })
      return [lambda.arn, lambda.aliasArn ?? lambda.arn].map((arn) => [arn, host] as const)
    }),
  )
  return {
    invoke: (functionArn, event) => {
      const found = hosted.get(functionArn)
      if (!found) throw new Error(`The template has no function ${functionArn}`)
      return found.invoke(event)
    },
    close: async () => {
      await Promise.all([...new Set(hosted.values())].map(({ close }) => close()))
    },
  }
}

type OneOptions = Omit<HostOptions, 'functions'> & { readonly lambda: LambdaFunction }

const hostOne = ({ lambda, dataDir, clock, overrides, recordCallsIn, say }: OneOptions) => {
  const log = openLog(dataDir, lambda.name)
  const environment = environmentOf(lambda, overrides)
  const open = new Set<Sandbox>()
  let current: Sandbox | undefined
  const sandbox = () => {
    if (current?.usable()) return current
    const opened = openSandbox({ lambda, environment, clock, log: log.write, recordCallsIn })
    open.add(opened)
    void opened.ended.then(() => open.delete(opened))
    current = opened
    return opened
  }
  return {
    invoke: async (event: unknown) => {
      const result = await sandbox().invoke(event)
      if (!result.ok) say(`${lambda.name} failed: ${inOneLine(result.error.errorMessage)} (see ${log.file})`)
      return result
    },
    close: async () => {
      await Promise.all([...open].map((one) => one.close()))
      log.close()
    },
  }
}

const inOneLine = (message: string) => {
  const line = message.replaceAll(/\s+/g, ' ')
  return line.length > 160 ? `${line.slice(0, 160)} …` : line
}
