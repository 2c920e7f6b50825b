import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { lockName } from './data-directory.ts'
import { durableFile } from './durable-file.ts'
import { StartRefused } from './start-refused.ts'

/** Remembers whether what a service starts with has been put in place in a data directory. */
export type FirstStart = {
  /** Does the work unless it has been done, and remembers that it has. */
  readonly once: (work: () => Promise<void>) => Promise<void>
}

const Stored = z.strictObject({ firstStart: z.enum(['under way', 'done']) })

/**
 * Opens what the directory remembers. Where a first start was cut short, nobody has used the service yet: the directory
 * is emptied and it begins again. Refuses to do so where the tables are elsewhere.
 */
export const openFirstStart = (dataDir: string, dynamoDbEndpoint: string | undefined): FirstStart => {
  const file = durableFile(join(dataDir, 'first-start.json'), Stored)
  if (file.read()?.firstStart === 'under way') empty(dataDir, dynamoDbEndpoint)
  const done = file.read()?.firstStart === 'done'
  return {
    once: async (work) => {
      if (done) return
      file.write({ firstStart: 'under way' })
      await work()
      file.write({ firstStart: 'done' })
    },
  }
}

const empty = (dataDir: string, dynamoDbEndpoint: string | undefined) => {
  if (dynamoDbEndpoint !== undefined) {
    throw new StartRefused(
      `The first start was cut short and left half of its data at ${dynamoDbEndpoint}: delete the tables there and ` +
        `${dataDir}, then start again.`,
    )
  }
  readdirSync(dataDir)
    .filter((name) => name !== lockName)
    .forEach((name) => rmSync(join(dataDir, name), { recursive: true }))
}
