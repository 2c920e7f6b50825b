import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { openNotify, type NotifyStandIn } from '../../../../infra/local/notify/notify.ts'
import { readTemplate, templateFiles } from '../../../../seeds/emails/templates.ts'
import type { ReminderDependencies } from '../../../../shared/actions/reminders/dependencies.ts'
import { sendReminders } from '../../../../shared/actions/reminders/send.ts'
import type { Contact } from '../../../../shared/contracts/items.ts'
import { reminderMessage } from '../../../../shared/contracts/messages.ts'
import { instantAt, localDate } from '../../../../shared/domain/dates.ts'
import { fold } from '../../../../shared/domain/referral/evolve.ts'
import { contactRoles, type ContactRole } from '../../../../shared/domain/response-policy.ts'
import { notifier } from '../../../../shared/runtime/notifier.ts'
import { referenceData } from '../../../../shared/runtime/reference-data.ts'
import { contactsStore } from '../../../../shared/store/contacts-store.ts'
import { referralStore, sarRegister } from '../../../../shared/store/referral-store.ts'
import { test as withTables } from '../../../support/engine.ts'
import { given, inLondon, registering, rulesAt, type Changing } from '../../../support/referrals.ts'

const templates = {
  digest: '00000000-0000-4000-8000-000000000001',
  escalation: '00000000-0000-4000-8000-000000000002',
  urgent: '00000000-0000-4000-8000-000000000003',
  briefing: '00000000-0000-4000-8000-000000000004',
}

const texts = async () => ({
  [templates.digest]: await readTemplate(templateFiles.REMINDER_TEMPLATE_ID),
  [templates.escalation]: await readTemplate(templateFiles.ESCALATION_TEMPLATE_ID),
  [templates.urgent]: await readTemplate(templateFiles.URGENT_TEMPLATE_ID),
  [templates.briefing]: await readTemplate(templateFiles.BRIEFING_TEMPLATE_ID),
})

/** The organisation's own contacts in the test, and the UKFIU's manager. */
export const holder = (role: ContactRole, email: string): Contact => ({
  role,
  email,
  lastVerifiedOn: localDate('2026-01-05'),
})

const own = (unit: string): Contact[] =>
  contactRoles
    .filter((role) => role !== 'ukfiu_manager')
    .map((role) => holder(role, `${role}@${unit}.police.example`))

/** A reminder e-mail in a line: to whom, of which referrals. */
const told = ({ to, body }: { readonly to: string; readonly body: string }): string =>
  [to.replace(/@.*/, ''), ...[...new Set(body.match(/R-[0-9A-Z]{4}-[0-9A-Z]{4}/g))].toSorted()].join(' ')

type Tables = Parameters<typeof sarRegister>[0] & Parameters<typeof contactsStore>[0]
type Time = { at: string }

/** The office on tables, which may be others than it began with: as after they were restored. */
export const officeOf = (tables: Tables, notify: NotifyStandIn, clock: Time) => {
  const now = () => {
    const [day = '', time] = clock.at.split(' ')
    return instantAt(Date.parse(inLondon(day, time)))
  }
  const contacts = contactsStore(tables)
  const referrals = referralStore(tables)
  const dependencies: ReminderDependencies = {
    referrals,
    contacts,
    notifier: notifier({ apiKey: notify.apiKey, baseUrl: notify.url, patienceMs: 2_000 }),
    reference: referenceData,
    clock: { now },
    templates,
    serviceUrl: 'https://sar.example',
  }
  return {
    dependencies,
    contacts,
    send: (message: object, having: Partial<ReminderDependencies> = {}) =>
      sendReminders({ ...dependencies, ...having })(reminderMessage.parse(message)),
    name: async (unit: string, ...different: readonly Contact[]) => {
      const roles = new Set(different.map(({ role }) => role))
      await contacts.put(unit, [...own(unit).filter(({ role }) => !roles.has(role)), ...different])
      await contacts.put('ukfiu', [holder('ukfiu_manager', 'manager@ukfiu.example')])
    },
    register: async (
      id: string,
      organisation: string,
      referredOn: string,
      fields: object = {},
      ...changes: readonly Changing[]
    ) => {
      const sarReference = `SAR-${organisation}-${id}`.slice(0, 40).toUpperCase()
      const rules = rulesAt(organisation)
      const story = given(
        registering({ organisation, referredOn, sarReference, ...fields }, { id }),
        ...changes,
      )
      await sarRegister(tables).register(story.history[0], rules)
      let referral = fold([story.history[0]])
      for (const event of story.history.slice(1)) {
        if (event.type !== 'registered')
          referral = (await referrals.append(referral, event, rules)) ?? referral
      }
    },
    /** A force or the UKFIU acts. */
    change: async (id: string, command: Changing) => {
      const found = await referrals.find(id)
      const decision = found && command(found.referral)
      if (!found || !decision?.ok || !decision.value) throw new Error(`${id} could not be changed`)
      await referrals.append(
        found.referral,
        decision.value,
        rulesAt(found.referral.registration.organisation),
      )
    },
    /** What the history of a referral says was sent: `2026-06-12 chase`. */
    recorded: async (id: string) => {
      const found = await referrals.find(id)
      return (found?.history ?? []).flatMap((event) =>
        event.type === 'reminded' ? event.sent.map(({ rung }) => `${event.on} ${rung}`) : [],
      )
    },
    /** The e-mails about a unit, in the order of sending. */
    sent: (unit: string) =>
      notify
        .mailbox()
        .filter(({ reference }) => reference?.split('/')[1] === unit)
        .map(told),
  }
}
export type Office = ReturnType<typeof officeOf>

/** A test with everything that a sender of reminders works with: the engine, the stand-in for Notify, and a clock. */
export const test = withTables
  .extend('clock', (): Time => ({ at: '2026-06-12 08:00' }))
  .extend('notify', async ({ dataDir: folder }, { onCleanup }) => {
    const dataDir = await mkdtemp(join(folder, 'notify-'))
    const standIn = await openNotify({ dataDir, templates: await texts(), now: () => new Date() })
    onCleanup(standIn.close)
    return standIn
  })
  .extend('office', ({ tables, notify, clock }) => officeOf(tables, notify, clock))
