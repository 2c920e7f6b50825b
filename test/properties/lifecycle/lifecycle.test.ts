import * as fc from 'fast-check'
import { beforeAll, test, vi } from 'vitest'
import * as z from 'zod'
import { expectFigures, deliveries } from './counting.ts'
import { anything, beginnings, setTime } from './commands.ts'
import type { Real } from './asking.ts'
import { look, seeOverdue, walk } from './looking.ts'
import { people } from './people.ts'
import { startService, type Service } from './service.ts'
import { someBeginning } from './wishes.ts'
import type { World } from './world.ts'

let service: Service

beforeAll(async () => {
  service = await startService()
  return service.close
})

/**
 * How much to try is said from outside, and so is what to try again: a failure prints its `seed`, its `path` and its
 * `replayPath`. Given back as PROPERTY_SEED, PROPERTY_PATH and PROPERTY_REPLAY_PATH they lead to it at once.
 */
const settings = z
  .object({
    PROPERTY_RUNS: z.coerce.number().int().positive().default(12),
    /** When this much time has gone, no more runs are begun; a failure is shrunk no further. */
    PROPERTY_SECONDS: z.coerce.number().positive().default(40),
    PROPERTY_SEED: z.coerce.number().int().optional(),
    PROPERTY_PATH: z.string().optional(),
    PROPERTY_REPLAY_PATH: z.string().optional(),
  })
  .parse(process.env)

const seconds = settings.PROPERTY_SECONDS
const replayed = {
  ...(settings.PROPERTY_SEED !== undefined && { seed: settings.PROPERTY_SEED }),
  ...(settings.PROPERTY_PATH !== undefined && { path: settings.PROPERTY_PATH }),
}
const commandSettings = {
  maxCommands: 70,
  size: 'max',
  ...(settings.PROPERTY_REPLAY_PATH !== undefined && { replayPath: settings.PROPERTY_REPLAY_PATH }),
} as const

/** At the end everybody looks at everything, walks through their list, and asks who has not answered. */
const everybodyLooks = async (world: World) => {
  for (const { id } of world.cards)
    await Promise.all(people.map((person) => look(world, service, person, id)))
  await Promise.all(
    people.map(async (person) => {
      await walk(world, service, person, {}, person.role === 'ukfiu' ? 100 : 2)
      await seeOverdue(world, service, person)
    }),
  )
}

test(
  'no sequence of commands by anybody breaks the lifecycle, shows what it should not, or loses anything',
  { timeout: (seconds + 60) * 1000 },
  async () => {
    const commands = fc.commands([anything], commandSettings)
    await fc.assert(
      fc
        .asyncProperty(someBeginning, beginnings, commands, deliveries, async (from, first, more, order) => {
          const world: World = { cards: [], now: 0 }
          const real: Real = { service, seen: new Map() }
          setTime(world, Date.UTC(2024, 1, 1 + from.days, 0, from.minutes))
          await fc.asyncModelRun(() => ({ model: world, real }), [...first, ...more])
          await everybodyLooks(world)
          await expectFigures(service, world.cards, order)
        })
        .beforeEach(async () => {
          vi.useFakeTimers({ toFake: ['Date'] })
          await service.reset()
        })
        .afterEach(() => {
          vi.useRealTimers()
        }),
      { numRuns: settings.PROPERTY_RUNS, interruptAfterTimeLimit: seconds * 1000, ...replayed },
    )
  },
)
