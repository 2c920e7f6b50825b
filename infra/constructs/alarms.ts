import { Duration } from 'aws-cdk-lib'
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { Key } from 'aws-cdk-lib/aws-kms'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { FilterPattern, type ILogGroup, LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { Protection } from '../stages.ts'
import type { Keys } from './keys.ts'

/** What an alarm tells the person who receives it. */
export type Harm = { readonly whoIsHarmed: string; readonly whatToDo: string }

export type LogOptions = { readonly requests?: boolean; readonly name?: string }

/** A harm with the heading of `docs/runbook.md` under which the steps are, as the anchor of a link. */
export type Guided = Harm & { readonly runbook: string }

export type AlarmsProps = {
  readonly keys: Keys
  readonly protection: Protection
  /** Who is told. */
  readonly email: string | undefined
}

/** Every alarm of the service goes to one topic; whoever is on duty subscribes to it. */
export class Alarms extends Construct {
  readonly topic: Topic
  readonly all: Alarm[] = []
  readonly functions = new Map<string, IFunction>()
  readonly #key: Key
  readonly #protection: Protection

  constructor(scope: Construct, id: string, { keys, protection, email }: AlarmsProps) {
    super(scope, id)
    this.#key = keys.of('Operations')
    this.#protection = protection
    this.topic = new Topic(this, 'Topic', {
      displayName: 'SAR outcome feedback: alarms',
      enforceSSL: true,
      masterKey: this.#key,
    })
    if (email !== undefined) this.topic.addSubscription(new EmailSubscription(email))
  }

  /** A log that is encrypted and forgets, of what functions say; `requests`: of what was asked of the API. */
  newLog(scope: Construct, id: string, { requests = false, name }: LogOptions = {}) {
    return new LogGroup(scope, id, {
      ...(name !== undefined && { logGroupName: name }),
      retention: requests ? this.#protection.requestLogs : this.#protection.logs,
      encryptionKey: this.#key,
      removalPolicy: this.#protection.removalPolicy,
    })
  }

  /**
   * Any fault of a function within five minutes: one that ended the invocation, or one that the function itself
   * caught and logged, which Lambda takes for a success.
   */
  onFaults(name: string, lambda: IFunction, logGroup: ILogGroup, harm: Harm) {
    const logged = new MetricFilter(this, `${name}-logged`, {
      logGroup,
      filterPattern: FilterPattern.stringValue('$.level', '=', 'ERROR'),
      metricNamespace: 'SarOutcomes',
      metricName: `${name}-logged-faults`,
    })
    const faults = new MathExpression({
      label: `Faults of ${name}`,
      expression: 'FILL(crashed, 0) + FILL(logged, 0)',
      usingMetrics: {
        crashed: lambda.metricErrors({ statistic: Stats.SUM }),
        logged: logged.metric({ statistic: Stats.SUM }),
      },
      period: Duration.minutes(5),
    })
    this.functions.set(name, lambda)
    this.whenOver(`${name}-faults`, 0, faults, { ...harm, runbook: 'a-function-reports-errors' })
  }

  /** Anything at all waiting in a dead-letter queue: nobody takes it out but a person. */
  onDeadLetters(id: string, queue: Queue, harm: Guided) {
    const metric = queue.metricApproximateNumberOfMessagesVisible({
      period: Duration.minutes(5),
      statistic: Stats.MAXIMUM,
    })
    this.whenOver(id, 0, metric, harm)
  }

  /** The metric above the threshold for one of its periods. */
  whenOver(id: string, threshold: number, metric: IMetric, harm: Guided) {
    this.#when(id, ComparisonOperator.GREATER_THAN_THRESHOLD, threshold, metric, harm)
  }

  /** The metric below the threshold for one of its periods. */
  whenUnder(id: string, threshold: number, metric: IMetric, harm: Guided) {
    this.#when(id, ComparisonOperator.LESS_THAN_THRESHOLD, threshold, metric, harm)
  }

  #when(
    id: string,
    comparisonOperator: ComparisonOperator,
    threshold: number,
    metric: IMetric,
    harm: Guided,
  ) {
    const { whoIsHarmed, whatToDo, runbook } = harm
    const alarm = new Alarm(this, id, {
      alarmDescription: `${whoIsHarmed} ${whatToDo} Steps: docs/runbook.md#${runbook}.`,
      metric,
      threshold,
      evaluationPeriods: 1,
      comparisonOperator,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    })
    alarm.addAlarmAction(new SnsAction(this.topic))
    this.all.push(alarm)
  }
}
