import { setTimeout } from 'node:timers/promises'
import type { FunctionHost } from '../lambda/function-host.ts'
import type { Activity } from './activity.ts'

/** Something that offers a function its events, in its own time, until it is stopped. */
export type Source = {
  readonly name: string
  /** Whether it has nothing more to offer and nothing under way. */
  readonly isEmpty: () => Promise<boolean>
  /** Has it look for events now, and offer what it holds back to fill a batch. */
  readonly hurry: () => void
  readonly stop: () => Promise<void>
}

export type SourceParts = {
  readonly invoke: FunctionHost['invoke']
  readonly activity: Activity
  readonly say: (line: string) => void
}

const pauseAfterTroubleMilliseconds = 200

/** Does a round again and again until told to stop; trouble with an engine is told and followed by a pause. */
export const repeat = async (
  round: () => Promise<void>,
  { name, signal, say }: { name: string; signal: AbortSignal; say: (line: string) => void },
): Promise<void> => {
  while (!signal.aborted) {
    try {
      await round()
    } catch (error) {
      if (signal.aborted) return
      say(`${name}: ${String(error)}`)
      await pause(pauseAfterTroubleMilliseconds, signal)
    }
  }
}

/** Waits so many milliseconds, or until the signal. */
export const pause = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
  try {
    await setTimeout(milliseconds, undefined, { signal })
  } catch {
    // Woken early: what follows looks at the signal itself.
  }
}
