import type { Contact } from '../../contracts/items.ts'
import type { LocalDate } from '../../domain/dates.ts'
import type { OpenReferral } from '../../domain/referral/referral.ts'
import {
  cutOffInWords,
  listInWords,
  roleInWords,
  summaryInWords,
  urgentInWords,
} from '../../reports/reminder-text.ts'
import type { OutgoingEmail } from '../ports.ts'
import type { ReminderDependencies } from './dependencies.ts'

type Composing = Pick<ReminderDependencies, 'reference' | 'templates' | 'serviceUrl'>

/** An e-mail but for the name it is sent under. */
export type Composed = Omit<OutgoingEmail, 'reference'>

const nameOf = ({ reference }: Composing, unit: string): string =>
  reference.organisations.get(unit)?.name ?? unit

const about = (
  dependencies: Composing,
  unit: string,
  referrals: readonly OpenReferral[],
  today: LocalDate,
) => ({
  organisation: nameOf(dependencies, unit),
  summary: summaryInWords(referrals, today),
  referrals: listInWords(referrals, today, dependencies.serviceUrl),
  link: `${dependencies.serviceUrl}/referrals`,
})

/** A digest of some referrals: the unit is asked to answer them, those above it to see that they are answered. */
export const composeDigest = (
  dependencies: Composing,
  unit: string,
  { role, email }: Contact,
  referrals: readonly OpenReferral[],
  today: LocalDate,
): Composed => {
  const { templates, reference } = dependencies
  const { referrals: list, ...words } = about(dependencies, unit, referrals, today)
  const personalisation = {
    ...words,
    referrals: list + cutOffInWords(referrals, today, reference.policy),
  }
  return role === 'unit_mailbox'
    ? { templateId: templates.digest, to: email, personalisation }
    : {
        templateId: templates.escalation,
        to: email,
        personalisation: { ...personalisation, role: roleInWords[role] },
      }
}

/** One urgent referral in an e-mail of its own. */
export const composeUrgent = (
  dependencies: Composing,
  unit: string,
  { email }: Contact,
  referral: OpenReferral,
  today: LocalDate,
): Composed => ({
  templateId: dependencies.templates.urgent,
  to: email,
  personalisation: {
    organisation: nameOf(dependencies, unit),
    referral: referral.id,
    due: urgentInWords(referral, today),
    link: `${dependencies.serviceUrl}/referrals/${referral.id}`,
  },
})

/** What a new holder of a role needs to know, with everything the unit owes. */
export const composeBriefing = (
  dependencies: Composing,
  unit: string,
  { role, email }: Contact,
  referrals: readonly OpenReferral[],
  today: LocalDate,
): Composed => {
  const words = about(dependencies, unit, referrals, today)
  const nothing = { summary: 'Nothing is waiting for an answer', referrals: '' }
  return {
    templateId: dependencies.templates.briefing,
    to: email,
    personalisation: { ...words, ...(referrals.length === 0 && nothing), role: roleInWords[role] },
  }
}
