import { Aws, Duration, TimeZone } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler'
import { Construct } from 'constructs'
import type { Alarms, Guided } from './alarms.ts'
import { DeadLetterQueue } from './dead-letter-queue.ts'
import type { ServiceFunction } from './service-function.ts'

export type DailyRunProps = {
  readonly name: string
  readonly run: ServiceFunction
  /** The hour of the day in London, summer and winter. */
  readonly hour: number
  readonly minute?: number
  /** Only on this day of the week. */
  readonly weekday?: 'MON'
  readonly alarms: Alarms
  /** What a run that never came off means. */
  readonly onMissed: Guided
}

/** A run may start so late and is still that day's run. */
const latestStart = Duration.hours(6)

/** Runs a function once a day, or once a week, at an hour of London's; a run that fails is tried again, then set aside with an alarm. */
export class DailyRun extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { name, run, hour, minute = 0, weekday, alarms, onMissed }: DailyRunProps,
  ) {
    super(scope, id)
    const missed = new DeadLetterQueue(this, 'Missed', { name: `${name}-dead`, alarms, harm: onMissed })
    this.#retry(run, missed)
    new Schedule(this, 'EveryDay', {
      description: `Runs ${name} at ${hour}:${String(minute).padStart(2, '0')} in the United Kingdom, whatever the season${weekday === undefined ? '' : `, each ${weekday}`}`,
      schedule: ScheduleExpression.cron({
        minute: String(minute),
        hour: String(hour),
        ...(weekday !== undefined && { weekDay: weekday }),
        timeZone: TimeZone.EUROPE_LONDON,
      }),
      target: { bind: () => this.#target(run, missed) },
    })
  }

  /** The scheduler only hands the run over: a run that then fails is Lambda's to try again and to set aside. */
  #retry(run: ServiceFunction, missed: DeadLetterQueue) {
    missed.letReceiveFrom(run)
    run.live.configureAsyncInvoke({
      retryAttempts: 2,
      maxEventAge: latestStart,
      onFailure: { bind: () => ({ destination: missed.queue.queueArn }) },
    })
  }

  /** CDK's own target would also allow every other version and alias of the function. */
  #target({ live: { functionArn } }: ServiceFunction, { queue: { queueArn } }: DeadLetterQueue) {
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
