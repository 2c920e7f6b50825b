import * as z from 'zod'
import { type Instant, londonDate } from '../../shared/domain/dates.ts'
import { expectStatus } from './expect-status.ts'
import type { Ask, Reply } from './system.ts'
import type { Step } from './walk.ts'

export type WritingWalk = {
  readonly ask: Ask
  readonly organisation: string
  /** The organisation's own system. */
  readonly force: string
  /** Gets a token for a system that may do what UKFIU officers do. */
  readonly ukfiuToken: () => Promise<string>
  /** What is registered is called after it. */
  readonly now: Instant
}

const Referral = z.object({ id: z.string(), status: z.string() })
const History = z.object({ items: z.array(z.unknown()) })

const rationale = 'Registered and answered by the check that the service makes of itself.'

const registrationOn = (today: string, sarReference: string, organisation: string) => ({
  sarReference,
  organisation,
  referredOn: today,
  subjectType: 'unknown',
  linkType: 'direct',
  identificationBasis: 'other',
  apparentConcern: 'unclear',
  glossaryCodes: [],
  handling: 'P',
})

const outcomeOn = (today: string) => ({
  subjectConfirmed: 'unable_to_determine',
  evidenceOfCorruption: 'unable_to_determine',
  actions: ['no_action'],
  criminalOutcome: 'none',
  proceedingType: 'none',
  findingLevel: 'not_applicable',
  disciplinaryAction: 'none',
  leftBeforeConclusion: 'no',
  barredList: 'not_applicable',
  intelligenceValue: 'no_value',
  linkAlreadyDeclared: 'not_applicable',
  concludedOn: today,
  rationale,
})

const referralIn = (reply: Reply, status: number) => Referral.parse(expectStatus(status, reply).body)

const isNow = ({ status }: z.infer<typeof Referral>, expected: string) => {
  if (status !== expected) throw new Error(`The referral is ${status} where ${expected} was due`)
}

const at = (id: string, what: string) => `/v1/referrals/${id}/${what}`

/** One referral from its registration to its outcome, and one that is withdrawn: only where figures are nobody's. */
export const walkWriting = async (
  step: Step,
  { ask, organisation, force, ukfiuToken, now }: WritingWalk,
): Promise<void> => {
  const today = londonDate(now)
  const ukfiu = await step('token-ukfiu', ukfiuToken)
  const register = (which: string) =>
    ask({
      method: 'POST',
      path: '/v1/referrals',
      token: ukfiu,
      body: registrationOn(today, `CANARY-${which}-${Date.parse(now)}`, organisation),
    })

  await step('board', async () => expectStatus(200, await ask({ path: '/v1/non-responses', token: ukfiu })))
  const { id } = await step('register', async () => referralIn(await register('A'), 201))
  await step('acknowledge', async () => {
    const body = { personnelConfirmed: 'checking' }
    const reply = await ask({ method: 'POST', path: at(id, 'acknowledgement'), token: force, body })
    isNow(referralIn(reply, 200), 'awaiting_first_return')
  })
  await step('outcome', async () => {
    const reply = await ask({ method: 'PUT', path: at(id, 'outcome'), token: force, body: outcomeOn(today) })
    isNow(referralIn(reply, 200), 'outcome_received')
  })
  await step('history', async () => {
    const { items } = History.parse((await ask({ path: at(id, 'history'), token: ukfiu })).body)
    if (items.length !== 3) throw new Error(`The history has ${items.length} events where 3 were due`)
  })
  await step('withdraw', async () => {
    const other = referralIn(await register('B'), 201)
    const body = { reason: 'other', rationale }
    const reply = await ask({ method: 'POST', path: at(other.id, 'withdrawal'), token: ukfiu, body })
    isNow(referralIn(reply, 200), 'withdrawn')
  })
}
