import { daysOn, isWorked, workingDaysOn } from '../../support/reference.ts'
import { unitOf, type Person } from './people.ts'
import { isOpen, type Card } from './world.ts'

const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' })

/** A moment as it is written down. */
export const written = (milliseconds: number): string => new Date(milliseconds).toISOString()

/** The day it is in London. */
export const dayOf = (moment: string): string => london.format(new Date(moment))

/** A date as people write it. */
export const inWords = (date: string): string =>
  new Date(date).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })

/** The working day so many before a date. */
export const workingDaysBefore = (organisation: string, date: string, count: number): string => {
  const before = daysOn(date, -1)
  if (count === 0) return date
  return workingDaysBefore(organisation, before, isWorked(organisation, before) ? count - 1 : count)
}

/** How many working days there are after one date and up to another. */
export const workedFrom = (organisation: string, from: string, to: string): number => {
  let count = 0
  for (let date = daysOn(from, 1); date <= to; date = daysOn(date, 1)) {
    if (isWorked(organisation, date)) count += 1
  }
  return count
}

/** What is owed on a day and until when; nothing of a referral that is answered or closed. */
export const owedOn = (card: Card, day: string): { what: string; dueOn: string } | undefined => {
  if (!isOpen(card)) return undefined
  if (card.updateDue !== undefined) return { what: 'progress_update', dueOn: card.updateDue }
  return card.status === 'awaiting_acknowledgement' && day < card.firstReturnTakesOver
    ? { what: 'acknowledgement', dueOn: card.acknowledgementDue }
    : { what: 'first_return', dueOn: card.firstReturnDue }
}

/** Whether a referral is due soon, overdue or very overdue. */
export const isInBand = (card: Card, band: string, day: string): boolean => {
  const owed = owedOn(card, day)
  if (!owed) return false
  const { organisation } = card.registration
  if (band === 'due_soon') return owed.dueOn >= day && owed.dueOn <= workingDaysOn(organisation, day, 5)
  return band === 'overdue' ? day > owed.dueOn : day >= workingDaysOn(organisation, owed.dueOn, 31)
}

/** To whom a referral is shown: the UKFIU, and of the organisation or its unit those cleared for it. */
export const isShownTo = ({ role, organisation, cleared }: Person, { registration }: Card): boolean => {
  if (role !== 'force') return role === 'ukfiu'
  const isTheirs =
    registration.organisation === organisation || unitOf(registration.organisation) === organisation
  return isTheirs && (cleared === true || !registration.restricted)
}

/** The reporting year of a day, 1 April to 31 March. */
export const yearOf = (date: string): string => {
  const start = Number(date.slice(0, 4)) - (date.slice(5) < '04-01' ? 1 : 0)
  return `${start}-${String(start + 1).slice(2)}`
}

/**
 * The first reminder there will be of an open referral of which nobody was reminded and no date was put off; undefined
 * where there is none, or where it takes the whole ladder to say.
 */
export const firstReminderOn = (card: Card): string | undefined => {
  if (!isOpen(card) || card.timesExtended > 0) return undefined
  const { organisation, referredOn } = card.registration
  const cutOff = `${Number(yearOf(referredOn).slice(0, 4)) + 1}-04-30`
  const ofYear = dayOf(card.changedAt) > cutOff ? [] : [workingDaysBefore(organisation, cutOff, 20)]
  return [ladderBegins(card), ...ofYear].toSorted()[0]
}

const ladderBegins = (card: Card): string => {
  const { organisation } = card.registration
  const { status, registeredAt, firstReturnDue, updateDue, reportedOn = '' } = card
  if (status === 'awaiting_acknowledgement') return dayOf(registeredAt)
  if (updateDue === undefined) return workingDaysBefore(organisation, firstReturnDue, 5)
  return workedFrom(organisation, reportedOn, updateDue) <= 5
    ? workingDaysOn(organisation, updateDue, 1)
    : workingDaysBefore(organisation, updateDue, 5)
}
