import * as z from 'zod'
import type { InvocationResult } from '../lambda/sandbox.ts'

const BatchResponse = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).nullish() })
  .nullish()

/**
 * Which items of a batch a function left undone, by AWS's reading of its answer: all of them when it failed, or when
 * it names an item that isn't in the batch; none when it names none, or doesn't report items at all.
 */
export const undoneItems = (
  result: InvocationResult,
  items: readonly string[],
  reportsItemFailures: boolean,
): ReadonlySet<string> => {
  if (!result.ok) return new Set(items)
  if (!reportsItemFailures) return new Set()
  const response = BatchResponse.safeParse(result.payload)
  if (!response.success) return new Set(items)
  const undone = (response.data?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier)
  return new Set(undone.every((item) => items.includes(item)) ? undone : items)
}
