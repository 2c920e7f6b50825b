import { Aws, Duration, TimeZone } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { EventInvokeConfig } from 'aws-cdk-lib/aws-lambda'
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler'
import { Construct } from 'constructs'
import type { Alarms } from './alarms.ts'
import { DeadLetterQueue } from './dead-letter-queue.ts'
import type { ReminderQueue } from './reminder-queue.ts'
import { ServiceFunction } from './service-function.ts'

export type ReminderScheduleProps = {
  readonly bundles: string
  readonly alarms: Alarms
  readonly reminders: ReminderQueue
}

/** Six hours after 08:00 it is still the same day, so a late run is still that day's run. */
const latestStart = Duration.hours(6)

/** Starts the reminders at 08:00 in the United Kingdom, whatever the season. */
export class ReminderSchedule extends Construct {
  constructor(scope: Construct, id: string, props: ReminderScheduleProps) {
    super(scope, id)
    const run = this.#runFunction(props)
    const missed = this.#missedRuns(props)
    this.#retry(run, missed)
    new Schedule(this, 'EveryMorning', {
      description: 'Starts the reminders at 08:00 in the United Kingdom, whatever the season',
      schedule: ScheduleExpression.cron({ minute: '0', hour: '8', timeZone: TimeZone.EUROPE_LONDON }),
      target: { bind: () => this.#target(run, missed) },
    })
  }

  #runFunction({ bundles, alarms, reminders }: ReminderScheduleProps) {
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
    return run
  }

  #missedRuns({ alarms }: ReminderScheduleProps) {
    return new DeadLetterQueue(this, 'Missed', {
      name: 'reminder-schedule-dead',
      alarms,
      harm: {
        whoIsHarmed: 'Some or all organisations did not get the reminders of this morning.',
        whatToDo:
          'Read the cause in the log of the function reminder-schedule, mend it, and invoke it by hand the same day; nothing is sent twice.',
      },
    })
  }

  /** The scheduler only hands the run over: a run that then fails is Lambda's to try again and to set aside. */
  #retry(run: ServiceFunction, missed: DeadLetterQueue) {
    missed.letReceiveFrom(run)
    new EventInvokeConfig(this, 'Retries', {
      function: run.lambda,
      retryAttempts: 2,
      maxEventAge: latestStart,
      onFailure: { bind: () => ({ destination: missed.queue.queueArn }) },
    })
  }

  /** CDK's own target would also allow every version and alias of the function. */
  #target({ lambda: { functionArn } }: ServiceFunction, { queue: { queueArn } }: DeadLetterQueue) {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    })
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }))
    role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queueArn] }))
    return {
      arn: functionArn,
      role,
      retryPolicy: { maximumEventAgeInSeconds: latestStart.toSeconds(), maximumRetryAttempts: 30 },
      deadLetterConfig: { arn: queueArn },
    }
  }
}
