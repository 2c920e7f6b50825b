import * as fc from 'fast-check'
import { vi } from 'vitest'
import { daysOn } from '../../support/reference.ts'
import { ask, look, state, walk, type Real } from './asking.ts'
import { people, type Person } from './people.ts'
import { dayOf, written } from './reckoning.ts'
import type { Filters } from './requests.ts'
import { againWished, cardFor, changeWished, registrationWished } from './wished.ts'
import {
  againWish,
  atOnceWish,
  changeWish,
  clockWish,
  listWish,
  lookWish,
  registerWish,
  statementWish,
} from './wishes.ts'
import type { World } from './world.ts'

type Command = fc.AsyncCommand<World, Real, true>

/** A command prints what came of it when it was last run: moments, references and statuses. */
const command = (run: (world: World, real: Real) => Promise<string>): Command => {
  let came = 'not run'
  return {
    check: () => true,
    run: async (world, real) => {
      came = `at ${written(world.now)}, failing`
      came = `\n  at ${written(world.now)} ${await run(world, real)}`
    },
    toString: () => came,
  }
}
