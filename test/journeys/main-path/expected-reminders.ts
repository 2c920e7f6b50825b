import type { Case } from './cases.ts'
import { daysFrom, isWorkingDay, plusWorkingDays } from './working-days.ts'

export type ExpectedEmail = { readonly to: string; readonly on: string; readonly about: readonly string[] }

/** What is owed and from when a reminder of it is due, told from the outside. */
const remindersOf = ({ organisation: { division }, registration: { referredOn, urgent } }: Case) => {
  const due = (count: number) => plusWorkingDays(division, referredOn, count)
  const acknowledgement = due(urgent ? 2 : 10)
  const firstReturn = due(urgent ? 10 : 40)
  return {
    acknowledgement: plusWorkingDays(division, acknowledgement, 1),
    takesOver: plusWorkingDays(division, firstReturn, -5),
    firstReturn: plusWorkingDays(division, firstReturn, 1),
  }
}

/** At 08:00 of its day, answers given later that day have not come in yet. */
const isDue = (
  each: Case,
  day: string,
  sent: ReadonlySet<string>,
): 'acknowledgement' | 'first return' | undefined => {
  const { acknowledgedOn = '9999', answeredOn = '9999', registration } = each
  if (registration.referredOn >= day || answeredOn < day) return undefined
  const reminders = remindersOf(each)
  if (day >= reminders.firstReturn) return sent.has('first return') ? undefined : 'first return'
  const silent = acknowledgedOn >= day
  const due = silent && day >= reminders.acknowledgement && reminders.acknowledgement < reminders.takesOver
  return due && !sent.has('acknowledgement') ? 'acknowledgement' : undefined
}

/** Every e-mail that should be sent up to a day, reckoned day by day. `idOf` gives a case's reference. */
export const expectedReminders = (
  cases: readonly Case[],
  idOf: (each: Case) => string,
  from: string,
  to: string,
): ExpectedEmail[] => {
  const sent = new Map(cases.map((each) => [each, new Set<string>()]))
  return daysFrom(from, to).flatMap((on) => {
    const due = cases.flatMap((each) => {
      const owed =
        isWorkingDay(each.organisation.division, on) && isDue(each, on, sent.get(each) ?? new Set())
      if (!owed) return []
      sent.get(each)?.add(owed)
      return [each]
    })
    const byUnit = Map.groupBy(due, ({ organisation }) => organisation.unit)
    return [...byUnit].map(([unit, theirs]) => ({
      to: `psd@${unit}.police.example`,
      on,
      about: theirs.map(idOf).toSorted(),
    }))
  })
}
