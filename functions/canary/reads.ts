import * as z from 'zod'
import { expectStatus } from './expect-status.ts'
import type { Ask } from './system.ts'
import type { Step } from './walk.ts'

export type ReadingWalk = {
  readonly ask: Ask
  /** Gets a token for a system of the organisation. */
  readonly token: () => Promise<string>
  /** Whose own work list and statement are asked for. */
  readonly organisation: string
}

const Contract = z.object({ openapi: z.string().startsWith('3.1') })
const Organisations = z.object({ items: z.array(z.object({ code: z.string() })).min(40) })
const Empty = z.object({ items: z.array(z.never()) })
const Problem = z.object({ title: z.string(), status: z.literal(404) })

/** Before there was a service: whatever is asked about it has an answer, and the answer is about nobody. */
const longAgo = { day: '2000-04-01', year: '2000-01' }

/** A reference that no referral has: the last character of a true one may be anything, and this one was never given. */
const nobodys = 'R-0000-0000'

/**
 * What people do first, without a trace in anybody's case: it changes nothing, and no answer shows a referral. Answers
 * with the token, for steps that go on.
 */
export const walkReading = async (step: Step, { ask, token, organisation }: ReadingWalk): Promise<string> => {
  await step('health', async () => expectStatus(200, await ask({ path: '/health' })))
  await step('contract', async () => Contract.parse((await ask({ path: '/v1/openapi.json' })).body))
  await step('page', async () => expectStatus(200, await ask({ path: '/accessibility' })))
  const granted = await step('token', token)
  const get = (path: string) => ask({ path, token: granted })
  await step('organisations', async () => Organisations.parse((await get('/v1/organisations')).body))
  await step('work-list', async () =>
    Empty.parse((await get(`/v1/referrals?referredTo=${longAgo.day}`)).body),
  )
  await step('statement', async () =>
    expectStatus(200, await get(`/v1/organisations/${organisation}/statement?year=${longAgo.year}`)),
  )
  await step('referral', async () => Problem.parse((await get(`/v1/referrals/${nobodys}`)).body))
  return granted
}
