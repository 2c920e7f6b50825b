import type { Bucket } from './buckets.ts'
import type { Queue } from './queues.ts'
import type { Table } from './tables.ts'
import type { LambdaFunction } from './functions.ts'
import type { QueueMapping, StreamMapping } from './event-sources.ts'
import type { Schedule } from './schedules.ts'
import type { Api } from './api.ts'

/** What the template deploys, as far as it makes a difference on one machine. */
export type Deployment = {
  readonly tables: readonly Table[]
  readonly buckets: readonly Bucket[]
  readonly queues: readonly Queue[]
  readonly functions: readonly LambdaFunction[]
  readonly queueMappings: readonly QueueMapping[]
  readonly streamMappings: readonly StreamMapping[]
  readonly schedules: readonly Schedule[]
  readonly api: Api
}
