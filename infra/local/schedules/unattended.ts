import { setTimeout } from 'node:timers/promises'
import type { FunctionHost } from '../lambda/function-host.ts'
import type { SetAside } from '../sources/failure-destination.ts'
import type { LambdaFunction } from '../template/functions.ts'

export type UnattendedParts = {
  readonly functions: readonly LambdaFunction[]
  readonly invoke: FunctionHost['invoke']
  readonly setAside: SetAside
}

export type UnattendedEvent = {
  readonly functionArn: string
  readonly event: unknown
  readonly deadLetterArn: string | undefined
}

const pauseMilliseconds = 100

/**
 * Runs a function on an event whose answer nobody waits for, as Lambda does: again so many times when it fails, and
 * then the event is set aside in the function's on-failure queue, or else in the dead-letter queue given.
 */
export const runUnattended = async (
  { functions, invoke, setAside }: UnattendedParts,
  { functionArn, event, deadLetterArn }: UnattendedEvent,
): Promise<void> => {
  const whenUnattended = functions.find(
    ({ arn, aliasArn }) => (aliasArn ?? arn) === functionArn,
  )?.whenUnattended
  const attempts = 1 + (whenUnattended?.retries ?? 0)
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const result = await invoke(functionArn, event)
    if (result.ok) return
    if (attempt < attempts) await setTimeout(pauseMilliseconds)
  }
  const queue = whenUnattended?.failedTo ?? deadLetterArn
  if (queue !== undefined) await setAside(queue, { functionArn, attempts, requestPayload: event })
}
