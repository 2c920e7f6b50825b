import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'

export type LoggedNumberProps = {
  readonly logGroup: ILogGroup
  /** The field of a logged line that has the number. */
  readonly field: string
  readonly metricName: string
}

/** A number that a function logs, as a metric: every line on which it is more than nought. */
export const loggedNumber = (
  scope: Construct,
  id: string,
  { logGroup, field, metricName }: LoggedNumberProps,
): MetricFilter =>
  new MetricFilter(scope, id, {
    logGroup,
    filterPattern: FilterPattern.numberValue(`$.${field}`, '>', 0),
    metricNamespace: 'SarOutcomes',
    metricName,
    metricValue: `$.${field}`,
  })
