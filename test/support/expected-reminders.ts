import { isWorked, daysOn, workingDaysOn } from './reference.ts'

/*
 * The reminders a second time, reckoned day by day from what was sent in: with dates as text, with a ladder written out
 * here, and without any code or policy file of the service.
 */

/** What happened to a referral, each at a London time written `2026-04-07 10:00`. */
export type Happening = {
  readonly at: string
  readonly kind: 'acknowledge' | 'progress' | 'outcome' | 'withdraw' | 'redirect' | 'extend'
  /** The date that a progress report gives. */
  readonly next?: string
  /** How far the date owed was put off. */
  readonly workingDays?: number
}

export type File = {
  readonly id: string
  readonly organisation: string
  /** Whose people answer. */
  readonly unit: string
  readonly referredOn: string
  readonly registeredAt: string
  readonly urgent: boolean
  /** Oldest first. */
  readonly happened: readonly Happening[]
}

export type ExpectedEmail = { readonly to: string; readonly on: string; readonly about: readonly string[] }

const steps = [
  { step: 'due_soon', after: -5, to: ['psd'] },
  { step: 'overdue', after: 1, to: ['psd'] },
  { step: 'chase', after: 6, to: ['psd', 'head-of-psd'] },
  { step: 'escalation', after: 16, to: ['head-of-psd', 'deputy-chief'] },
  { step: 'final_escalation', after: 31, to: ['chiefs-office', 'manager'] },
] as const

const workingDaysBefore = (organisation: string, from: string, count: number): string => {
  if (count === 0) return from
  const before = daysOn(from, -1)
  return workingDaysBefore(organisation, before, isWorked(organisation, before) ? count - 1 : count)
}

const shifted = (organisation: string, from: string, count: number): string =>
  count < 0 ? workingDaysBefore(organisation, from, -count) : workingDaysOn(organisation, from, count)

const workedDays = (organisation: string, from: string, to: string): number => {
  let count = 0
  for (let day = daysOn(from, 1); day <= to; day = daysOn(day, 1)) if (isWorked(organisation, day)) count += 1
  return count
}

/** Something that is owed: its name differs whenever it is something new. */
type Thing = { readonly name: string; readonly due: string; readonly from: string }

const named = (owed: string, times: number) => `${owed} put off ${times} times`

/** What a file owes at eight in the morning of a day, after what happened before. */
const owedOf = (file: File, before: readonly Happening[], day: string): Thing | undefined => {
  const { organisation, referredOn, urgent } = file
  const [acknowledgement, firstReturn] = urgent ? [2, 10] : [10, 40]
  const takesOver = shifted(organisation, workingDaysOn(organisation, referredOn, firstReturn), -5)
  let acknowledged = false
  const puttingOff = { acknowledgement: [0], firstReturn: [0], update: [0] }
  let given: { due: string; from: string } | undefined
  let reports = 0
  for (const { kind, at, next = '', workingDays = 0 } of before) {
    const on = at.slice(0, 10)
    if (kind === 'outcome' || kind === 'withdraw' || kind === 'redirect') return undefined
    if (kind === 'acknowledge') acknowledged = true
    if (kind === 'progress') {
      given = { due: next, from: on }
      reports += 1
      puttingOff.update = [0]
    }
    if (kind === 'extend') {
      if (given) puttingOff.update.push(workingDays)
      else if (acknowledged || on >= takesOver) puttingOff.firstReturn.push(workingDays)
      else puttingOff.acknowledgement.push(workingDays)
    }
  }
  const putOff = (due: string, by: readonly number[]) =>
    by.reduce((date, days) => workingDaysOn(organisation, date, days), due)
  if (given) {
    const { update } = puttingOff
    return {
      name: named(`report ${reports}`, update.length),
      due: putOff(given.due, update),
      from: given.from,
    }
  }
  const owed = (name: string, clock: number, by: readonly number[]) => ({
    name: named(name, by.length),
    due: putOff(workingDaysOn(organisation, referredOn, clock), by),
    from: referredOn,
  })
  return acknowledged || day >= takesOver
    ? owed('first return', firstReturn, puttingOff.firstReturn)
    : owed('acknowledgement', acknowledgement, puttingOff.acknowledgement)
}

/** What has been told about one referral so far. */
type Telling = { told: boolean; cutOff: boolean; thing: string; step: number }

const yearEnds = (date: string): number => Number(date.slice(0, 4)) + (date.slice(5) >= '04-01' ? 1 : 0)

/** Which addresses hear of a file in the digests of a day, and what that changes for the next day. */
const heardBy = (file: File, telling: Telling, day: string): readonly string[] => {
  const { organisation, registeredAt, referredOn } = file
  const now = `${day} 08:00`
  if (registeredAt >= now) return []
  const before = file.happened.filter(({ at }) => at < now)
  const thing = owedOf(file, before, day)
  if (!thing) return []
  if (telling.thing !== thing.name) Object.assign(telling, { thing: thing.name, step: -1 })
  const isShort = workedDays(organisation, thing.from, thing.due) <= 5
  const highest = steps.findLastIndex(
    ({ step, after }) => day >= shifted(organisation, thing.due, after) && !(step === 'due_soon' && isShort),
  )
  const isNew = !telling.told && before.every(({ kind }) => kind === 'extend')
  const to: string[] = []
  if (highest > telling.step) to.push(...(steps[highest]?.to ?? []))
  else if (isNew) to.push('psd')
  telling.step = Math.max(highest, telling.step)
  telling.told = true
  const cutOff = `${yearEnds(referredOn)}-04-30`
  if (!telling.cutOff && day <= cutOff && day >= shifted(organisation, cutOff, -20)) {
    telling.cutOff = true
    to.push('psd', 'head-of-psd')
  }
  return to
}

const addressOf = (unit: string, role: string): string =>
  role === 'manager' ? 'manager@ukfiu.example' : `${role}@${unit}.police.example`

const digestsOf = (files: readonly File[], tellings: ReadonlyMap<File, Telling>, on: string) => {
  const heard = new Map<string, ExpectedEmail>()
  for (const file of files) {
    const telling = tellings.get(file)
    if (!telling || !isWorked(file.unit, on)) continue
    for (const role of new Set(heardBy(file, telling, on))) {
      const key = `${file.unit} ${role}`
      const about = [...(heard.get(key)?.about ?? []), file.id].toSorted()
      heard.set(key, { to: addressOf(file.unit, role), on, about })
    }
  }
  return [...heard.values()]
}

/** Every e-mail that is to be sent from one day to another, both included, whoever holds each role being reachable. */
export const expectedReminders = (files: readonly File[], from: string, to: string): ExpectedEmail[] => {
  const tellings = new Map<File, Telling>(
    files.map((file) => [file, { told: file.urgent, cutOff: false, thing: '', step: -1 }]),
  )
  const emails: ExpectedEmail[] = []
  for (let day = from; day <= to; day = daysOn(day, 1)) {
    emails.push(...digestsOf(files, tellings, day))
    const urgent = files.filter((file) => file.urgent && file.registeredAt.slice(0, 10) === day)
    emails.push(...urgent.map(({ id, unit }) => ({ to: addressOf(unit, 'psd'), on: day, about: [id] })))
  }
  return emails
}

/** One line for each e-mail, in an order of their own, to compare by. */
export const inLines = (emails: readonly ExpectedEmail[]): string[] =>
  emails.map(({ on, to, about }) => `${on} ${to} ${about.join(' ')}`).toSorted()
