import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { StartRefused } from '../start-refused.ts'
import { answersOn, freePort } from './free-port.ts'
import { startLeashed } from './leashed-process.ts'
import { untilUntouched } from './untouched.ts'

export type DynamoDbEngine = {
  readonly endpoint: string
  /** Makes writes to tables with streams keep their speed as the streams grow. Wanted once tables are there. */
  readonly tune: () => void
  /** Resolves, with the reason, if the engine ends without having been told to. */
  readonly failed: Promise<string>
  readonly stop: () => Promise<void>
}

export type DynamoDbOptions = {
  readonly dataDir: string
  /** The address of another engine, to use instead of the embedded one. */
  readonly endpoint?: string | undefined
}

/** Starts the embedded DynamoDB on its file in `dataDir`, or takes the one at the endpoint given. */
export const startDynamoDb = async ({ dataDir, endpoint }: DynamoDbOptions): Promise<DynamoDbEngine> => {
  if (endpoint !== undefined) return elsewhere(endpoint)
  const file = join(dataDir, 'dynamodb.db')
  const program = engineProgram()
  await untilUntouched(file)
  const { port, engine } = await startOnFreePort(program, file)
  let stopping = false
  return {
    endpoint: `http://127.0.0.1:${port}`,
    tune: () => indexStreams(file),
    failed: engine.ended.then((said) => (stopping ? forever : `The DynamoDB engine ended. ${said}`)),
    stop: () => {
      stopping = true
      return engine.stop()
    },
  }
}

const forever = new Promise<never>(() => undefined)

const elsewhere = (endpoint: string): DynamoDbEngine => ({
  endpoint,
  tune: () => undefined,
  failed: forever,
  stop: () => Promise.resolve(),
})

const engineProgram = () => {
  const name = `@dynoxide/${process.platform}-${process.arch}`
  try {
    const program = join(dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`))), 'dynoxide')
    if (existsSync(program)) return program
  } catch {
    // Not installed: the refusal below says what to do.
  }
  throw new StartRefused(
    `No embedded DynamoDB for this machine (${name} is not installed): run one, such as DynamoDB Local, and set ` +
      'DYNAMODB_ENDPOINT to its address.',
  )
}

/** Another process may take the port between finding and using it, hence more than one try. */
const startOnFreePort = async (program: string, file: string, tries = 3) => {
  const port = await freePort()
  const engine = startLeashed(program, [
    'serve',
    '--host',
    '127.0.0.1',
    '--port',
    `${port}`,
    '--db-path',
    file,
  ])
  const problem = await Promise.race([engine.ended, untilAnswering(port)])
  if (problem === undefined) return { port, engine }
  if (tries > 1) return startOnFreePort(program, file, tries - 1)
  throw new StartRefused(`The DynamoDB engine did not start. ${problem}`)
}

const untilAnswering = async (port: number) => {
  const deadline = performance.now() + 10_000
  while (!(await answersOn(port))) {
    if (performance.now() > deadline) return 'It answered nothing for ten seconds.'
    await setTimeout(5)
  }
  return undefined
}

/** Without it the engine reads through a table's whole stream at every write. */
const indexStreams = (file: string) => {
  const database = new DatabaseSync(file, { timeout: 5000 })
  database.exec(
    'CREATE INDEX IF NOT EXISTS local_stream_seq ON _stream_records(table_name, CAST(sequence_number AS INTEGER))',
  )
  database.close()
}
