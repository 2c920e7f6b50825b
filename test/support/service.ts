import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { callsDirectory } from '../checks/permissions/recorded.ts'
import { freePort } from '../../infra/local/engines/free-port.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type Reply = { readonly status: number; readonly headers: Headers; readonly body: unknown }

/** The service in a process of its own, started by the command that people start it with. */
export type Service = {
  readonly url: string
  readonly dataDir: string
  readonly pid: () => number
  /** Everything it has printed so far, over all its starts. */
  readonly output: () => string
  /** Ends it as a power cut would; resolves once it is gone. */
  readonly kill9: () => Promise<void>
  /** Ctrl-C: resolves with its exit status. */
  readonly stop: () => Promise<number | null>
  /** Waits until it ends by itself; resolves with its exit status. */
  readonly ended: () => Promise<number | null>
  /** Starts it again on the same data and port; resolves once it takes requests. */
  readonly restart: () => Promise<void>
  /** Ends it if it runs, and deletes its data. */
  readonly close: () => Promise<void>
  /** An access token for a client such as `ukfiu` or `force-kent`. */
  readonly token: (client: string) => Promise<string>
  /** Sends a request, the body as JSON unless it is text, and reads the answer, as JSON where it is. */
  readonly call: (method: string, path: string, body?: unknown, token?: string) => Promise<Reply>
}

export type ServiceOptions = {
  /** What to run instead of the start command, from the repository's directory. */
  readonly program?: string
  /** Over the test's own environment; without `SAMPLE` there is no sample year. */
  readonly environment?: Readonly<Record<string, string | undefined>>
}

const TokenReply = z.object({ access_token: z.string() })

/** Starts the service on a free port over an empty data directory; resolves once it takes requests. */
export const startService = async (options: ServiceOptions = {}): Promise<Service> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'service-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let output = ''
  const start = async () => {
    const started = run(options, { PORT: String(port), DATA_DIR: dataDir })
    ;[started.stdout, started.stderr].forEach((stream) =>
      stream?.on('data', (chunk: Buffer) => (output += chunk.toString())),
    )
    await untilHealthy(url, started, () => output)
    return started
  }
  let child = await start()

  const call: Service['call'] = async (method, path, body, token) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return { status: response.status, headers: response.headers, body: await bodyOf(response) }
  }
  const kill9 = () => end(child, 'SIGKILL')
  return {
    url,
    dataDir,
    call,
    pid: () => child.pid ?? 0,
    output: () => output,
    kill9,
    stop: async () => {
      await end(child, 'SIGINT')
      return child.exitCode
    },
    ended: async () => {
      if (child.exitCode === null) await once(child, 'exit')
      return child.exitCode
    },
    restart: async () => {
      child = await start()
    },
    close: async () => {
      await kill9()
      await rm(dataDir, { recursive: true, maxRetries: 10 })
    },
    token: async (client) => {
      const response = await fetch(`${url}/oauth/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: client,
          client_secret: 'local',
        }),
      })
      return TokenReply.parse(await response.json()).access_token
    },
  }
}

/** Runs the start command; what it prints comes through its pipes. */
export const run = (
  { program = startProgram, environment = {} }: ServiceOptions,
  settings: Readonly<Record<string, string>>,
): ChildProcess =>
  spawn(process.execPath, [program], {
    cwd: root,
    env: { SAMPLE: 'none', ...recorded(program), ...process.env, ...environment, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

const startProgram = 'infra/local/start.ts'

/** What the service's own functions ask of AWS is compared with what they may: `npm run check:permissions`. */
const recorded = (program: string) => (program === startProgram ? { RECORD_CALLS_IN: callsDirectory } : {})

const untilHealthy = async (url: string, child: ChildProcess, output: () => string) => {
  while (!(await isHealthy(url))) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`The service ended before it took requests:\n${output()}`)
    }
    await setTimeout(20)
  }
}

const isHealthy = async (url: string) => {
  try {
    const { status } = await fetch(`${url}/health`)
    return status === 200
  } catch {
    return false
  }
}

const end = async (child: ChildProcess, signal: NodeJS.Signals) => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill(signal)
  await exited
}

const bodyOf = async (response: Response): Promise<unknown> => {
  const text = await response.text()
  return response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text
}
