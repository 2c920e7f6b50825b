import { Duration } from 'aws-cdk-lib'
import { AlarmStatusWidget, Dashboard, GraphWidget, type IMetric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import type { Alarms } from './alarms.ts'
import type { Api } from './api.ts'
import type { Data } from './data.ts'

export type OverviewProps = { readonly alarms: Alarms; readonly api: Api; readonly data: Data }

const period = Duration.minutes(5)
const half = { width: 12, height: 6 }

/** One page for whoever is on duty: what is wrong, then what is going on. */
export class Overview extends Construct {
  readonly dashboard: Dashboard

  constructor(scope: Construct, id: string, { alarms, api, data }: OverviewProps) {
    super(scope, id)
    this.dashboard = new Dashboard(this, 'Dashboard', { defaultInterval: Duration.hours(12) })
    const functions = [...alarms.functions]
    const ofEach = (metric: (lambda: IFunction, label: string) => IMetric) =>
      functions.map(([name, lambda]) => metric(lambda, name))
    this.dashboard.addWidgets(
      new AlarmStatusWidget({ title: 'What is wrong', alarms: alarms.all, width: 24, height: 6 }),
    )
    this.dashboard.addWidgets(
      new GraphWidget({ title: 'Requests, and those refused or failed', left: api.traffic(period), ...half }),
      new GraphWidget({ title: 'How long people wait, milliseconds', left: api.waiting(period), ...half }),
      new GraphWidget({
        title: 'Faults',
        left: ofEach((lambda, label) => lambda.metricErrors({ label, period })),
        ...half,
      }),
      new GraphWidget({
        title: 'How long functions take, 95 in 100, milliseconds',
        left: ofEach((lambda, label) =>
          lambda.metricDuration({ label, period, statistic: Stats.percentile(95) }),
        ),
        ...half,
      }),
      new GraphWidget({
        title: 'Refused because too many ran at once',
        left: ofEach((lambda, label) => lambda.metricThrottles({ label, period })),
        ...half,
      }),
      new GraphWidget({
        title: 'Capacity units read and written',
        left: data.tables.flatMap((table) => [
          table.metricConsumedReadCapacityUnits({ period }),
          table.metricConsumedWriteCapacityUnits({ period }),
        ]),
        ...half,
      }),
    )
  }
}
