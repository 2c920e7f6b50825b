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
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs'
import { Topic } from 'aws-cdk-lib/aws-sns'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'

/** What an alarm tells the person who receives it. */
export type Harm = { readonly whoIsHarmed: string; readonly whatToDo: string }

/** Every alarm of the service goes to one topic; whoever is on duty subscribes to it. */
export class Alarms extends Construct {
  readonly topic: Topic

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.topic = new Topic(this, 'Topic', {
      displayName: 'SAR outcome feedback: alarms',
      enforceSSL: true,
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
    this.whenOver(`${name}-faults`, 0, faults, harm)
  }

  /** Anything at all waiting in a dead-letter queue: nobody takes it out but a person. */
  onDeadLetters(id: string, queue: Queue, harm: Harm) {
    const metric = queue.metricApproximateNumberOfMessagesVisible({
      period: Duration.minutes(5),
      statistic: Stats.MAXIMUM,
    })
    this.whenOver(id, 0, metric, harm)
  }

  /** The metric above the threshold for one of its periods. */
  whenOver(id: string, threshold: number, metric: IMetric, { whoIsHarmed, whatToDo }: Harm) {
    const alarm = new Alarm(this, id, {
      alarmDescription: `${whoIsHarmed} ${whatToDo}`,
      metric,
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    })
    alarm.addAlarmAction(new SnsAction(this.topic))
  }
}
