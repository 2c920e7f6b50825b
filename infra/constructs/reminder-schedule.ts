import { Duration } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import type { Alarms } from './alarms.ts'
import { DailyRun } from './daily-run.ts'
import type { ReminderQueue } from './reminder-queue.ts'
import { ServiceFunction } from './service-function.ts'

export type ReminderScheduleProps = {
  readonly bundles: string
  readonly alarms: Alarms
  readonly reminders: ReminderQueue
}

/** Starts the reminders at 08:00 in the United Kingdom, whatever the season. */
export class ReminderSchedule extends Construct {
  constructor(scope: Construct, id: string, { bundles, alarms, reminders }: ReminderScheduleProps) {
    super(scope, id)
    const run = new ServiceFunction(this, {
      name: 'reminder-schedule',
      does: 'Each morning: queues the reminder run of every organisation',
      bundles,
      alarms,
      memoryMiB: 512,
      timeout: Duration.minutes(1),
      environment: { REMINDER_QUEUE_URL: reminders.url },
      onFault: {
        whoIsHarmed: 'Organisations may not get the reminders of this morning.',
        whatToDo:
          'Read the errors in the log of the function reminder-schedule; it is tried again by itself, and can be invoked by hand: nothing is sent twice.',
      },
    })
    reminders.letSend(run)
    new DailyRun(this, 'Daily', {
      name: 'reminder-schedule',
      run,
      hour: 8,
      alarms,
      onMissed: {
        whoIsHarmed: 'Some or all organisations did not get the reminders of this morning.',
        whatToDo:
          'Read the cause in the log of the function reminder-schedule, mend it, and invoke it by hand the same day; nothing is sent twice.',
        runbook: 'a-nightly-or-morning-run-did-not-come-off',
      },
    })
  }
}
