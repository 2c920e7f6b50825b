import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { expectFigures, deliveries } from './counting.ts'
import { anything, beginnings, setTime } from './commands.ts'
import { look, walk, type Real } from './asking.ts'
import { people } from './people.ts'
import { startService, type Service } from './service.ts'
import { someBeginning } from './wishes.ts'
import type { World } from './world.ts'

let service: Service

beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.close())

const number = (name: string): number | undefined =>
  process.env[name] === undefined ? undefined : Number(process.env[name])

const runs = number('PROPERTY_RUNS') ?? 20
const seconds = number('PROPERTY_SECONDS') ?? 45

/** A failure prints a seed and a path: with PROPERTY_SEED and PROPERTY_PATH set to them it happens again at once. */
const replayed = () => {
  const [seed, path] = [number('PROPERTY_SEED'), process.env['PROPERTY_PATH']]
  return { ...(seed !== undefined && { seed }), ...(path !== undefined && { path }) }
}

/** At the end everybody looks at everything, and walks through their list. */
const everybodyLooks = async (world: World, real: Real) => {
  for (const { id } of world.cards)
    await Promise.all(people.map((person) => look(world, real, person, id)))
  await Promise.all(people.map((person) => walk(world, real, person, {}, person.role === 'ukfiu' ? 100 : 2)))
}

test(
  'no sequence of commands by anybody breaks the lifecycle, shows what it should not, or loses anything',
  { timeout: (seconds + 60) * 1000 },
  async () => {
    const commands = fc.commands([anything], { maxCommands: 70, size: 'max' })
    await fc.assert(
      fc
        .asyncProperty(someBeginning, beginnings, commands, deliveries, async (from, first, more, order) => {
          const world: World = { cards: [], now: 0 }
          const real: Real = { service, seen: new Map() }
          setTime(world, Date.UTC(2024, 1, 1 + from.days, 0, from.minutes))
          await fc.asyncModelRun(() => ({ model: world, real }), [...first, ...more])
          await everybodyLooks(world, real)
          await expectFigures(service, world.cards, order)
          expect(world.cards.length).toBeGreaterThanOrEqual(0)
        })
        .beforeEach(async () => {
          vi.useFakeTimers({ toFake: ['Date'] })
          await service.reset()
        })
        .afterEach(() => {
          vi.useRealTimers()
        }),
      { numRuns: runs, interruptAfterTimeLimit: seconds * 1000, ...replayed() },
    )
  },
)
