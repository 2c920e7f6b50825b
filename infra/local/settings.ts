import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { StartRefused } from './start-refused.ts'

/** The directory of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

const Environment = z.object({
  PORT: z.coerce.number('a number is needed').int().min(1).max(65_535).default(3000),
  DATA_DIR: z.string().min(1).default(join(root, '.data')),
  SAMPLE: z.enum(['default', 'none']).default('default'),
  DYNAMODB_ENDPOINT: z.url().optional(),
  CDK_OUT: z.string().min(1).optional(),
  RECORD_CALLS_IN: z.string().min(1).optional(),
})

export type Settings = {
  readonly port: number
  readonly dataDir: string
  readonly sample: 'default' | 'none'
  /** Another DynamoDB than the embedded one. */
  readonly dynamoDbEndpoint: string | undefined
  /** A directory that the CDK app has already been synthesized into. */
  readonly assembly: string | undefined
  /** A directory in which to write down which AWS actions each function asks for. */
  readonly recordCallsIn: string | undefined
}

/** Takes the settings from environment variables; what is missing or empty has its default. Refuses bad values. */
export const readSettings = (variables: Readonly<Record<string, string | undefined>>): Settings => {
  const given = Object.entries(variables).filter(([, value]) => value !== '')
  const parsed = Environment.safeParse(Object.fromEntries(given))
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    throw new StartRefused(`${problems.join('; ')}. Set it to another value, or leave it out.`)
  }
  const { PORT, DATA_DIR, SAMPLE, DYNAMODB_ENDPOINT, CDK_OUT, RECORD_CALLS_IN } = parsed.data
  return {
    port: PORT,
    dataDir: DATA_DIR,
    sample: SAMPLE,
    dynamoDbEndpoint: DYNAMODB_ENDPOINT,
    assembly: CDK_OUT,
    recordCallsIn: RECORD_CALLS_IN,
  }
}
