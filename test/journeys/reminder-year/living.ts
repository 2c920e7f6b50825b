import * as z from 'zod'
import type { ExpectedEmail, File, Happening } from '../../support/expected-reminders.ts'
import type { Service } from '../../support/service.ts'
import { stepTime, unitOf, type Life } from './lives.ts'
import { outcomeRequest } from '../../support/referrals.ts'

const rationale = 'A reason that the file explains in full.'

const plain = {
  subjectType: 'unknown',
  linkType: 'direct',
  identificationBasis: 'other',
  apparentConcern: 'unclear',
  handling: 'P',
}

const outcomeOn = (concludedOn: string) =>
  outcomeRequest({
    subjectConfirmed: 'unable_to_determine',
    evidenceOfCorruption: 'unable_to_determine',
    actions: ['no_action'],
    concludedOn,
    rationale,
  })

const requestOf = (life: Life, { kind, on, next, workingDays }: Life['happened'][number]) => {
  const progress = { stage: 'assessing', nextUpdateOn: next, rationale, detailWithheld: false }
  const requests = {
    acknowledge: ['POST', 'acknowledgement', { personnelConfirmed: 'checking' }],
    progress: ['POST', 'progress-reports', progress],
    outcome: ['PUT', 'outcome', outcomeOn(on)],
    withdraw: ['POST', 'withdrawal', { reason: 'other', rationale }],
    redirect: ['POST', 'redirection', { organisation: life.to, reason: 'moved_force', rationale }],
    extend: ['POST', 'extension', { workingDays, reason: 'complexity', rationale }],
  } as const
  return requests[kind]
}

const isForces = (kind: Happening['kind']): boolean => ['acknowledge', 'progress', 'outcome'].includes(kind)

const referral = z.object({ id: z.string() })
const history = z.object({ items: z.array(z.object({ to: z.string().optional() })) })
const emails = z.object({
  emails: z.array(z.object({ to: z.string(), sentAt: z.string(), body: z.string() })),
})

/** The e-mails that were sent, as they are to be compared. */
export const sentBy = async (service: Service): Promise<ExpectedEmail[]> => {
  const { body } = await service.call('GET', '/local/mailbox')
  return emails.parse(body).emails.map((email) => ({
    to: email.to,
    on: email.sentAt.slice(0, 10),
    about: [...new Set(email.body.match(/R-[0-9A-Z]{4}-[0-9A-Z]{4}/g))].toSorted(),
  }))
}

const must = async (asked: ReturnType<Service['call']>, status: number) => {
  const reply = await asked
  if (reply.status !== status)
    throw new Error(`${reply.status} in place of ${status}: ${JSON.stringify(reply.body)}`)
  return reply.body
}

/** Lives everything in a service, each step on its day; keeps the files of what was done. */
export const livingIn = (service: Service, lives: readonly Life[]) => {
  const files = new Map<Life, File>()
  const opened: File[] = []
  const tokens = new Map<string, Promise<string>>()
  const tokenOf = (client: string) => {
    const token = tokens.get(client) ?? service.token(client)
    tokens.set(client, token)
    return token
  }

  const register = async (life: Life) => {
    const { sarReference, organisation, unit, referredOn, registeredOn, urgent } = life
    const body = {
      ...plain,
      sarReference,
      organisation,
      referredOn,
      urgent,
    }
    const { id } = referral.parse(
      await must(service.call('POST', '/v1/referrals', body, await tokenOf('ukfiu')), 201),
    )
    files.set(life, {
      id,
      organisation,
      unit,
      referredOn,
      registeredAt: `${registeredOn} ${stepTime}`,
      urgent,
      happened: [],
    })
  }

  const take = async (life: Life, step: Life['happened'][number]) => {
    const file = files.get(life)
    if (!file) throw new Error(`${life.sarReference} was never registered`)
    const [method, path, body] = requestOf(life, step)
    const token = await tokenOf(isForces(step.kind) ? `force-${file.unit}` : 'ukfiu')
    await must(service.call(method, `/v1/referrals/${file.id}/${path}`, body, token), 200)
    files.set(life, { ...file, happened: [...file.happened, step] })
    if (step.kind !== 'redirect') return
    const told = await must(service.call('GET', `/v1/referrals/${file.id}/history`, undefined, token), 200)
    const id = history.parse(told).items.at(-1)?.to
    if (id === undefined) throw new Error(`${file.id} was redirected nowhere`)
    const there = { organisation: life.to, unit: unitOf(life.to), referredOn: step.on, registeredAt: step.at }
    opened.push({ ...there, id, urgent: file.urgent, happened: [] })
  }

  return {
    files: (): File[] => [...files.values(), ...opened],
    /** Everything of a day, at once. */
    live: (day: string) =>
      Promise.all(
        lives.flatMap((life) => [
          ...(life.registeredOn === day ? [register(life)] : []),
          ...life.happened.filter(({ on }) => on === day).map((step) => take(life, step)),
        ]),
      ),
  }
}
