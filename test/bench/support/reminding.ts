import { sendDigests } from '../../../shared/actions/reminders/send-digests.ts'
import { addDays, localDate, londonDate } from '../../../shared/domain/dates.ts'
import { ok } from '../../../shared/domain/result.ts'
import { referenceData } from '../../../shared/runtime/reference-data.ts'
import { contactsStore } from '../../../shared/store/contacts-store.ts'
import { referralStore, sarRegister } from '../../../shared/store/referral-store.ts'
import { loadReferenceContacts } from '../../../seeds/load.ts'
import { clientTo } from '../../support/tables.ts'
import { forceOfficer, inLondon, given, registering, rulesAt } from '../../support/referrals.ts'
import { apart, costOf } from './costs.ts'
import type { MeteredService } from './metered-service.ts'

const referredOn = localDate('2026-06-11')
const organisation = 'essex'

/** Registers so many referrals whose first reminder is due the next morning. */
const registerMany = async ({ tables }: MeteredService, many: number): Promise<void> => {
  const register = sarRegister(tables).register
  const story = (number: number) => {
    const id = `R-2000-${String(number).padStart(4, '0')}`
    return given(registering({ organisation, referredOn, sarReference: `SAR-${id}` }, { id })).history[0]
  }
  for (let from = 0; from < many; from += 20) {
    const numbers = Array.from({ length: Math.min(20, many - from) }, (_, next) => from + next)
    await Promise.all(numbers.map((number) => register(story(number), rulesAt(organisation))))
  }
}

/** What a morning on which so many reminders are due costs an organisation, and the next, on which nothing is. */
export const remindOf = async (service: MeteredService, many: number) => {
  const { tables, metering } = service
  await loadReferenceContacts({ client: tables.client, tables })
  await registerMany(service, many)
  const client = clientTo(metering.endpoint)
  const on = addDays(referredOn, 1)
  const dependencies = {
    referrals: referralStore({ client, referrals: tables.referrals }),
    contacts: contactsStore({ client, contacts: tables.contacts }),
    notifier: {
      findByReference: () => Promise.resolve(undefined),
      sendEmail: () => Promise.resolve(ok({ id: 'sent' })),
    },
    reference: referenceData,
    clock: { now: () => inLondon(on, '08:00') },
    templates: { digest: '', escalation: '', urgent: '', briefing: '' },
    serviceUrl: 'https://sar-outcomes.example',
  }
  const send = async () => {
    const { metered } = await metering.during(() =>
      sendDigests(dependencies)({ kind: 'digest', organisation, on: londonDate(dependencies.clock.now()) }),
    )
    const finding = metered.filter(({ operation }) => operation === 'Query')
    return { ...costOf(metered), found: costOf(finding) }
  }
  const due = await send()
  const nothingDue = await send()
  client.destroy()
  // A page of the work list that all these are in: the access log has an entry for each referral shown.
  const page = await service.request({ route: 'listReferrals', by: forceOfficer(organisation) })
  return { due, nothingDue, fullPage: apart(page.metered) }
}
