import { Duration } from 'aws-cdk-lib'
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { Key } from 'aws-cdk-lib/aws-kms'
import type { Alias, IFunction } from 'aws-cdk-lib/aws-lambda'
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
  onFaults(name: string, lambda: IFunction, logGroup: ILogGroup, harm: Harm & Partial<Guided>) {
    const logged = new MetricFilter(this, `${name}-logged`, {
      logGroup,
      filterPattern: FilterPattern.stringValue('$.level', '=', 'ERROR'),
      metricNamespace: 'SarOutcomes',
      metricName: `${name}-logged-faults`,
    })
    const faults = faultsOf(`Faults of ${name}`, lambda.metricErrors(), logged.metric(), Duration.minutes(5))
    this.functions.set(name, lambda)
    this.whenOver(`${name}-faults`, 0, faults, { runbook: 'a-function-reports-errors', ...harm })
  }

  /**
   * Any fault of the version that an alias is to lead to. It tells nobody: whoever deploys is told by the deployment,
   * which goes back, and the fault itself by `onFaults`. Faults of the version before do not hold up the one that mends them.
   */
  onNewVersion(name: string, { aliasName, lambda, version }: Alias, logGroup: ILogGroup): Alarm {
    const { functionName } = lambda
    const crashed = new Metric({
      namespace: 'AWS/Lambda',
      metricName: 'Errors',
      dimensionsMap: {
        FunctionName: functionName,
        Resource: `${functionName}:${aliasName}`,
        ExecutedVersion: version.version,
      },
    })
    const logged = new MetricFilter(this, `${name}-logged-by-version`, {
      logGroup,
      filterPattern: FilterPattern.stringValue('$.level', '=', 'ERROR'),
      metricNamespace: 'SarOutcomes',
      metricName: `${name}-logged-faults-by-version`,
      dimensions: { version: '$.version' },
    })
    const ofVersion = logged.metric({ dimensionsMap: { version: version.version } })
    return new Alarm(this, `${name}-new-version`, {
      alarmDescription: `The new version of ${name} fails. Its deployment goes back to the version before by itself. Steps: docs/runbook.md#a-deployment-went-back.`,
      metric: faultsOf(`Faults of the new ${name}`, crashed, ofVersion, Duration.minutes(1)),
      threshold: 0,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    })
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

  /** Nothing at all of what a metric counts for one of its periods. */
  whenSilent(id: string, metric: IMetric, harm: Guided) {
    this.#when(id, ComparisonOperator.LESS_THAN_THRESHOLD, 1, metric, harm, TreatMissingData.BREACHING)
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
    treatMissingData = TreatMissingData.NOT_BREACHING,
  ) {
    const { whoIsHarmed, whatToDo, runbook } = harm
    const alarm = new Alarm(this, id, {
      alarmDescription: `${whoIsHarmed} ${whatToDo} Steps: docs/runbook.md#${runbook}.`,
      metric,
      threshold,
      evaluationPeriods: 1,
      comparisonOperator,
      treatMissingData,
    })
    alarm.addAlarmAction(new SnsAction(this.topic))
    this.all.push(alarm)
  }
}

/** What ended invocations and what was caught and logged, together. */
const faultsOf = (label: string, crashed: Metric, logged: Metric, period: Duration) =>
  new MathExpression({
    label,
    expression: 'FILL(crashed, 0) + FILL(logged, 0)',
    usingMetrics: {
      crashed: crashed.with({ statistic: Stats.SUM }),
      logged: logged.with({ statistic: Stats.SUM }),
    },
    period,
  })
