import type { ReminderDependencies } from '../../../../shared/actions/reminders/dependencies.ts'

/** When a sender dies: before its so-manieth step, or after it, the step done and nobody told. */
export type Death = { readonly step: number; readonly when: 'before' | 'after' }

export class Died extends Error {}

/** The dependencies of a sender that dies at a step; a dead sender does nothing more. Counts the steps. */
export const mortal = (dependencies: ReminderDependencies, { step, when }: Death) => {
  let steps = 0
  const takeStep = async <Value>(act: () => Promise<Value>): Promise<Value> => {
    steps += 1
    if (steps > step || (steps === step && when === 'before')) throw new Died()
    const value = await act()
    if (steps >= step) throw new Died()
    return value
  }
  const { referrals, contacts, notifier } = dependencies
  return {
    steps: () => steps,
    dependencies: {
      ...dependencies,
      referrals: {
        find: (id: string) => takeStep(() => referrals.find(id)),
        append: (...told: Parameters<typeof referrals.append>) => takeStep(() => referrals.append(...told)),
        dueForReminder: (...asked: Parameters<typeof referrals.dueForReminder>) =>
          takeStep(() => referrals.dueForReminder(...asked)),
        allOpen: (unit: string) => takeStep(() => referrals.allOpen(unit)),
      },
      contacts: {
        of: (unit: string) => takeStep(() => contacts.of(unit)),
        markFailing: (...told: Parameters<typeof contacts.markFailing>) =>
          takeStep(() => contacts.markFailing(...told)),
        markBriefed: (...told: Parameters<typeof contacts.markBriefed>) =>
          takeStep(() => contacts.markBriefed(...told)),
      },
      notifier: {
        findByReference: (reference: string) => takeStep(() => notifier.findByReference(reference)),
        sendEmail: (email: Parameters<typeof notifier.sendEmail>[0]) =>
          takeStep(() => notifier.sendEmail(email)),
      },
    } satisfies ReminderDependencies,
  }
}
