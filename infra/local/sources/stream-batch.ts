import type { StreamMapping } from '../template/event-sources.ts'
import { undoneItems } from './batch-response.ts'
import type { SetAside } from './failure-destination.ts'
import type { StreamRecord } from './shards.ts'
import { pause, type SourceParts } from './source.ts'
import { accountOf, sequenceNumberOf, streamEvent } from './stream-event.ts'

export type BatchParts = Pick<SourceParts, 'invoke' | 'say'> & {
  readonly mapping: StreamMapping
  readonly streamArn: string
  readonly shardId: string
  readonly setAside: SetAside
  readonly signal: AbortSignal
  readonly now: () => Date
  /** Told of the last record that is done with, whether the function did it or it was given up. */
  readonly doneWith: (sequenceNumber: string) => void
}

const firstPauseMilliseconds = 50
const longestPauseMilliseconds = 1000

/**
 * Offers records to the function until each is done or given up, in order. After a failure it goes on from the first
 * record left undone: in halves where the mapping bisects (a half costs no retry, so that in the end only the bad
 * record is retried and given up), otherwise all of them again.
 */
export const offerBatch = async (
  parts: BatchParts,
  records: readonly StreamRecord[],
  attempts = 1,
): Promise<void> => {
  const { mapping, signal } = parts
  const done = await offerOnce(parts, records)
  if (signal.aborted || done === records.length) return
  const undone = records.slice(done)
  if (mapping.bisects && undone.length > 1) {
    const middle = Math.ceil(undone.length / 2)
    await offerBatch(parts, undone.slice(0, middle))
    if (!signal.aborted) await offerBatch(parts, undone.slice(middle))
    return
  }
  // Some progress makes it another batch, with tries of its own.
  const spent = done > 0 ? 1 : attempts
  if (spent > mapping.retries) return giveUp(parts, undone, spent)
  await pause(Math.min(firstPauseMilliseconds * 2 ** (spent - 1), longestPauseMilliseconds), signal)
  if (!signal.aborted) await offerBatch(parts, undone, spent + 1)
}

/** Answers how many records, from the first, the function has done with. */
const offerOnce = async (parts: BatchParts, records: readonly StreamRecord[]) => {
  const { mapping, streamArn, invoke, doneWith, signal } = parts
  const numbers = records.map(sequenceNumberOf)
  const result = await invoke(mapping.functionArn, streamEvent(records, streamArn))
  // The threads end with the service: a call cut short by that has neither failed nor been done.
  if (signal.aborted && !result.ok) return 0
  const undone = undoneItems(result, numbers, mapping.reportsItemFailures)
  const firstUndone = numbers.findIndex((number) => undone.has(number))
  const done = firstUndone < 0 ? numbers.length : firstUndone
  const last = numbers[done - 1]
  if (last !== undefined) doneWith(last)
  return done
}

const giveUp = async (parts: BatchParts, records: readonly StreamRecord[], attempts: number) => {
  const { mapping, streamArn, shardId, setAside, say, doneWith, now } = parts
  const { functionArn, failedTo } = mapping
  say(`${mapping.id}: gave up on ${records.length} stream record(s) after ${attempts} attempts`)
  if (failedTo !== undefined) {
    const account = accountOf({ records, streamArn, shardId, functionArn, attempts, at: now() })
    await setAside(failedTo, account)
  }
  doneWith(sequenceNumberOf(records.at(-1)))
}
