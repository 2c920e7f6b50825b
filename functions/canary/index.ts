import middy from '@middy/core'
import * as z from 'zod'
import { environments } from '../../shared/contracts/environment.ts'
import { secretString } from '../../shared/runtime/clients.ts'
import { systemClock } from '../../shared/runtime/clock.ts'
import { logger } from '../../shared/runtime/logger.ts'
import { walkReading } from './reads.ts'
import { askAt, clientOfWalk, tokenFor } from './system.ts'
import { walk, type Walked } from './walk.ts'
import { walkWriting } from './writes.ts'

const {
  WALK_ADDRESS: address,
  TOKEN_URL: tokenUrl,
  CANARY_ORGANISATION: organisation,
  CANARY_SECRET_ARN: secretArn,
} = environments.canary.parse(process.env)

/** Without the second client nothing can be registered, and so it is not tried. */
const Clients = z.object({ force: clientOfWalk, ukfiu: clientOfWalk.optional() })
const clients = secretString(secretArn)

const ask = askAt(address)

const walkAll = async (): Promise<Walked> => {
  const { force, ukfiu } = Clients.parse(JSON.parse(await clients()))
  return walk(async (step) => {
    const granted = await walkReading(step, { ask, organisation, token: () => tokenFor(tokenUrl, force) })
    if (ukfiu === undefined) return
    const ukfiuToken = () => tokenFor(tokenUrl, ukfiu)
    await walkWriting(step, { ask, organisation, force: granted, ukfiuToken, now: systemClock.now() })
  })
}

const tell = ({ ok, milliseconds, steps }: Walked, attempt: number) => {
  steps.forEach((taken) => logger.info('A step of the walk', taken))
  if (ok) logger.info('The walk came off', { walked: milliseconds, attempt })
}

/** Twice in a row, a minute apart at the most, is no accident of the network. */
const attempts = 2

/**
 * Walks through the service as people do, from outside, and says of each step how long it took. A walk that fails is
 * tried once more; if that fails too, it is a fault, and its alarm rings. Answers with the last walk.
 */
export const handler = middy().handler(async () => {
  let walked: Walked = await walkAll()
  tell(walked, 1)
  for (let attempt = 2; !walked.ok && attempt <= attempts; attempt += 1) {
    walked = await walkAll()
    tell(walked, attempt)
  }
  const failed = walked.steps.find(({ wrong }) => wrong !== undefined)
  if (failed) logger.error('The walk through the service failed', { ...failed })
  return walked
})
