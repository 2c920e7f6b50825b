import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import * as z from 'zod'
import { restartAt } from '../../support/restart-at.ts'
import { startService, type Service } from '../../support/service.ts'

const emails = z.object({
  emails: z.array(
    z.object({ to: z.string(), sentAt: z.string(), body: z.string(), reference: z.string().nullable() }),
  ),
})
const step = z.object({ owed: z.string(), rung: z.string() })
const history = z.object({
  items: z.array(
    z.object({
      type: z.string(),
      on: z.string().optional(),
      sent: z.array(step).optional(),
      passedOver: z.array(step).optional(),
    }),
  ),
})
const logged = z.looseObject({ message: z.string() })

const registration = {
  subjectType: 'unknown',
  linkType: 'direct',
  identificationBasis: 'other',
  apparentConcern: 'unclear',
  handling: 'P',
}

/** The running service and what a day of it is made of, each step checked. Times are UTC, `2026-06-01T10:00:00Z`. */
export const openOffice = async () => {
  const service = await startService()
  const tokens = new Map<string, string>()
  let registered = 0

  const as = async (client: string, method: string, path: string, body?: unknown) => {
    const token = tokens.get(client) ?? (await service.token(client))
    tokens.set(client, token)
    return service.call(method, path, body, token)
  }
  const must = async (status: number, asked: ReturnType<Service['call']>) => {
    const reply = await asked
    expect([reply.status, reply.body]).toEqual([status, expect.anything()])
    return reply.body
  }
  const register = async (organisation: string, referredOn: string, urgent = false) => {
    registered += 1
    const body = {
      ...registration,
      sarReference: `SAR/${registered}/TEST`,
      organisation,
      referredOn,
      urgent,
    }
    const made = await must(201, as('ukfiu', 'POST', '/v1/referrals', body))
    return z.object({ id: z.string() }).parse(made).id
  }
  const mailbox = async () =>
    emails.parse(await must(200, service.call('GET', '/local/mailbox'))).emails.map((email) => ({
      to: email.to,
      on: email.sentAt.slice(0, 10),
      reference: email.reference,
      about: [...new Set(email.body.match(/R-[0-9A-Z]{4}-[0-9A-Z]{4}/g))].toSorted(),
    }))
  return {
    service,
    as,
    must,
    register,
    mailbox,
    /** In a line each: to whom and about what. */
    mailsTo: async (unit: string) =>
      (await mailbox())
        .filter(({ to }) => to.endsWith(`@${unit}.police.example`))
        .map(({ on, to, about }) => `${on} ${to.replace(/@.*/, '')} ${about.join(' ')}`),
    clockTo: (now: string) => must(200, service.call('POST', '/local/clock', { now })),
    drained: () => must(200, service.call('POST', '/local/drain')),
    /** Days on which nothing ran: the service is ended, and started again at another time. */
    offUntil: async (now: string) => {
      await restartAt(service, now)
      tokens.clear()
    },
    nameContacts: async (
      unit: string,
      contacts: readonly { readonly role: string; readonly email: string }[],
    ) => must(200, as('ukfiu', 'PUT', `/v1/organisations/${unit}/contacts`, { contacts })),
    /** What the history of a referral says was sent and passed over. */
    remindedOf: async (id: string) =>
      history
        .parse(await must(200, as('ukfiu', 'GET', `/v1/referrals/${id}/history`)))
        .items.filter(({ type }) => type === 'reminded')
        .map(({ on, sent = [], passedOver = [] }) => ({
          on,
          sent: sent.map(({ owed, rung }) => `${owed} ${rung}`),
          passedOver: passedOver.map(({ owed, rung }) => `${owed} ${rung}`),
        })),
    /** What a function logged under a message. */
    logged: async (functionName: string, message: string) => {
      const folder = join(service.dataDir, 'log')
      const file = (await readdir(folder)).find((name) => name.includes(functionName.replaceAll('-', '')))
      const text = await readFile(join(folder, file ?? functionName), 'utf8')
      const lines = text.split('\n').filter((line) => line.startsWith('{'))
      return lines.map((line) => logged.parse(JSON.parse(line))).filter((line) => line.message === message)
    },
    close: service.close,
  }
}
export type Office = Awaited<ReturnType<typeof openOffice>>
