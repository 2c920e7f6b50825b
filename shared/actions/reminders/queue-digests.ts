import type { ReminderMessage } from '../../contracts/messages.ts'
import { isWorkingDay } from '../../domain/calendar.ts'
import { londonDate } from '../../domain/dates.ts'
import type { ReferenceData } from '../../domain/rules.ts'
import type { Clock, ReminderQueue } from '../ports.ts'

export type QueueDependencies = {
  readonly reference: ReferenceData
  readonly clock: Clock
  readonly queue: ReminderQueue
}

/** Asks for the day's reminders: one message for each answering unit whose working day it is. Answers with how many. */
export const queueDigests =
  ({ reference, clock, queue }: QueueDependencies) =>
  async (): Promise<number> => {
    const on = londonDate(clock.now())
    const messages: ReminderMessage[] = [...reference.organisations.values()]
      .filter(({ code, respondedToBy }) => code === respondedToBy)
      .filter(({ bankHolidays }) => isWorkingDay(reference.calendars[bankHolidays], on))
      .map(({ code }) => ({ kind: 'digest', organisation: code, on }))
    await queue.send(messages)
    return messages.length
  }
