import { setTimeout } from 'node:timers/promises'
import type { Activity } from './sources/activity.ts'
import type { Source } from './sources/source.ts'

export type Drained =
  { readonly drained: true } | { readonly drained: false; readonly waitingFor: readonly string[] }

export type DrainParts = {
  readonly sources: readonly Source[]
  readonly activity: Activity
  readonly patienceMilliseconds?: number
}

const pauseMilliseconds = 5

/**
 * Waits until every queue and stream that feeds a function is empty and nothing is under way. Gives up after a minute,
 * naming what isn't empty. Dead-letter queues feed nothing, so what lies in them doesn't count.
 */
export const drain = async ({
  sources,
  activity,
  patienceMilliseconds = 60_000,
}: DrainParts): Promise<Drained> => {
  const deadline = performance.now() + patienceMilliseconds
  for (;;) {
    sources.forEach(({ hurry }) => hurry())
    if (await isQuiet(sources, activity)) return { drained: true }
    if (performance.now() > deadline) {
      const waitingFor = await namesOf(sources)
      return { drained: false, waitingFor: waitingFor.length > 0 ? waitingFor : ['work under way'] }
    }
    await setTimeout(pauseMilliseconds)
  }
}

const isQuiet = async (sources: readonly Source[], activity: Activity) => {
  const { running, begun } = activity.seen()
  // While something is at work there is no need to look, and looking would slow it down.
  if (running > 0) return false
  const names = await namesOf(sources)
  // What began while looking may have filled a source that had already been found empty.
  return names.length === 0 && activity.seen().begun === begun
}

const namesOf = async (sources: readonly Source[]) => {
  const found = await Promise.all(sources.map(async ({ name, isEmpty }) => ((await isEmpty()) ? [] : [name])))
  return found.flat()
}
