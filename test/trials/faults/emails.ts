import * as z from 'zod'
import organisationsFile from '../../../seeds/organisations.json' with { type: 'json' }
import type { ExpectedEmail, File, Happening } from '../../support/expected-reminders.ts'
import type { Service } from '../../support/service.ts'
import type { Event } from './checks.ts'

const inLondon = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** A moment in UTC as London writes it, `2026-04-07 10:00:05`. */
const londonTime = (instant: string): string => inLondon.format(new Date(instant))

const registration = z.object({
  organisation: z.string(),
  referredOn: z.string(),
  urgent: z.boolean(),
})
const registered = z.object({ id: z.string(), registration })
const reported = z.object({ report: z.object({ nextUpdateOn: z.string() }) })

const kinds: Readonly<Record<string, Happening['kind']>> = {
  acknowledged: 'acknowledge',
  progress_reported: 'progress',
  outcome_given: 'outcome',
}

const happeningOf = (event: Event): Happening[] => {
  const kind = kinds[event.type]
  if (!kind) return []
  const next = reported.safeParse(event).data?.report.nextUpdateOn
  return [{ kind, at: londonTime(event.at), ...(next !== undefined && { next }) }]
}

/** A referral as somebody else's reckoning of reminders takes it. */
export const fileOf = (id: string, [first, ...others]: readonly Event[]): File => {
  const { organisation, referredOn, urgent } = registered.parse({ id, ...first }).registration
  const unit = organisationsFile.organisations.find(({ code }) => code === organisation)?.respondedToBy
  return {
    id,
    organisation,
    unit: unit ?? organisation,
    referredOn,
    registeredAt: londonTime(first?.at ?? ''),
    urgent,
    happened: others.flatMap(happeningOf),
  }
}

const mailbox = z.object({
  emails: z.array(z.object({ to: z.string(), sentAt: z.string(), subject: z.string(), body: z.string() })),
})

/** The e-mails that were sent, each on its London day: the digests, and those about one urgent referral. */
export const sentBy = async (service: Service) => {
  const { emails } = mailbox.parse((await service.call('GET', '/local/mailbox')).body)
  const sent = emails.map(({ to, sentAt, subject, body }) => ({
    to,
    on: londonTime(sentAt).slice(0, 10),
    about: [...new Set(body.match(/R-[0-9A-Z]{4}-[0-9A-Z]{4}/g))].toSorted(),
    isUrgent: subject.includes('urgent referral'),
  }))
  return {
    digests: sent.filter(({ isUrgent }) => !isUrgent),
    urgent: sent.filter(({ isUrgent }) => isUrgent).map(({ on, about }) => `${on} ${about.join(' ')}`),
  }
}

/** Without the e-mail that each urgent referral has of its own. */
export const digestsAmong = (expected: readonly ExpectedEmail[], files: readonly File[]): ExpectedEmail[] =>
  files.reduce(
    (left, { id, urgent, registeredAt }) => {
      const on = registeredAt.slice(0, 10)
      const place = left.findIndex((email) => email.on === on && email.about.join(' ') === id)
      return urgent && place >= 0 ? left.toSpliced(place, 1) : left
    },
    [...expected],
  )

/** Urgent referrals that nobody answered: each has to have been told of on its day. */
export const urgentUnanswered = (files: readonly File[]): readonly string[] =>
  files
    .filter(({ urgent, happened }) => urgent && happened.length === 0)
    .map(({ id, registeredAt }) => `${registeredAt.slice(0, 10)} ${id}`)
