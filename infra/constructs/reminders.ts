import { Construct } from 'constructs'
import type { Settings } from '../settings.ts'
import type { Alarms } from './alarms.ts'
import type { Data } from './data.ts'
import { ReminderQueue } from './reminder-queue.ts'
import { ReminderSchedule } from './reminder-schedule.ts'
import { ReminderSender } from './reminder-sender.ts'

export type RemindersProps = {
  readonly bundles: string
  readonly alarms: Alarms
  readonly data: Data
  readonly settings: Settings
}

/** Every morning: schedule → a message for each organisation → its digest, through GOV.UK Notify. */
export class Reminders extends Construct {
  constructor(scope: Construct, id: string, props: RemindersProps) {
    super(scope, id)
    const reminders = new ReminderQueue(this, 'Queue', props)
    new ReminderSchedule(this, 'Schedule', { ...props, reminders })
    new ReminderSender(this, 'Sender', { ...props, reminders })
  }
}
