import * as z from 'zod'
import type { sarRegister } from '../../../../shared/store/referral-store.ts'

type Tables = Parameters<typeof sarRegister>[0]

/** What work cost at the table: requests, items looked at for them, and capacity units as the engine counts them. */
export type Cost = {
  readonly reads: number
  readonly writes: number
  readonly items: number
  readonly units: number
}

const capacity = z.object({ CapacityUnits: z.number() })
const answered = z.object({
  ScannedCount: z.number().default(0),
  ConsumedCapacity: z
    .union([capacity, z.array(capacity)])
    .transform((used) => [used].flat())
    .default([]),
})

/** Counts what is asked of the engine from now on. */
export const counting = ({ client }: Tables) => {
  let seen: Cost = { reads: 0, writes: 0, items: 0, units: 0 }
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } })
      const { ScannedCount, ConsumedCapacity } = answered.parse(answer.output)
      const isRead = /Query|Get|Scan/.test(String(context['commandName']))
      const used = ConsumedCapacity.reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0)
      seen = {
        reads: seen.reads + (isRead ? 1 : 0),
        writes: seen.writes + (isRead ? 0 : 1),
        items: seen.items + ScannedCount,
        units: seen.units + used,
      }
      return answer
    },
    { step: 'initialize', name: 'counting', override: true },
  )
  /** What a piece of work cost by itself. */
  return async (work: () => Promise<unknown>): Promise<Cost> => {
    const before = seen
    await work()
    return {
      reads: seen.reads - before.reads,
      writes: seen.writes - before.writes,
      items: seen.items - before.items,
      units: seen.units - before.units,
    }
  }
}
