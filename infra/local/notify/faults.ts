import * as z from 'zod'
import { pause } from '../sources/source.ts'
import { type Answer, dailyLimit, rateLimit, serverError } from './answer.ts'

const times = z.int().min(1).max(1000).default(1)
const milliseconds = z.int().min(0).max(60_000)

const kinds = ['none', 'too_many_requests', 'daily_limit', 'server_error', 'slow', 'lost_answer'] as const
const plainKinds = ['none', 'too_many_requests', 'daily_limit', 'server_error'] as const

const Fault = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.enum(plainKinds), times }),
    /** Accepted at once, answered so much later. */
    z.strictObject({ kind: z.literal('slow'), times, milliseconds: milliseconds.default(500) }),
    /** Accepted, and so much later the connection is cut without an answer. */
    z.strictObject({ kind: z.literal('lost_answer'), times, milliseconds: milliseconds.default(0) }),
  ],
  { error: `A fault has a kind, one of ${kinds.join(', ')}.` },
)

/** What the next requests to send come across, in their order; `none` lets so many of them pass. */
export const FaultSetting = z.strictObject({ faults: z.array(Fault).max(1000) })

export type Fault = z.infer<typeof Fault>

export type Faults = {
  /** Replaces what was set before. */
  readonly set: (faults: readonly Fault[]) => void
  /** What is still to come. */
  readonly left: () => readonly Fault[]
  /** Takes the fault that the next request meets; undefined once all have come. */
  readonly take: () => Fault | undefined
}

/** Remembers faults until they have come or the process ends. */
export const openFaults = (): Faults => {
  let waiting: readonly Fault[] = []
  return {
    set: (faults) => void (waiting = faults),
    left: () => waiting,
    take: () => {
      const [first, ...others] = waiting
      if (first) waiting = first.times > 1 ? [{ ...first, times: first.times - 1 }, ...others] : others
      return first
    },
  }
}

/**
 * Answers a request to send as the fault would have it; undefined is no answer at all, and the connection cut. What is
 * refused or fails was not sent; what is answered late or never was. The signal ends every wait.
 */
export const answerUnder = async (
  fault: Fault | undefined,
  send: () => Answer,
  signal: AbortSignal,
): Promise<Answer | undefined> => {
  switch (fault?.kind) {
    case undefined:
    case 'none':
      return send()
    case 'too_many_requests':
      return rateLimit
    case 'daily_limit':
      return dailyLimit
    case 'server_error':
      return serverError
    case 'slow': {
      const answer = send()
      await pause(fault.milliseconds, signal)
      return answer
    }
    case 'lost_answer':
      send()
      await pause(fault.milliseconds, signal)
      return undefined
  }
}
