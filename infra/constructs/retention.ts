import { Duration } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import type { Alarms } from './alarms.ts'
import { DailyRun } from './daily-run.ts'
import type { Data } from './data.ts'
import { ServiceFunction } from './service-function.ts'

export type RetentionProps = { readonly bundles: string; readonly alarms: Alarms; readonly data: Data }

/** Finds, once a week, the closed referrals whose retention review has come up. It decides nothing and erases nothing. */
export class Retention extends Construct {
  constructor(scope: Construct, id: string, { bundles, alarms, data }: RetentionProps) {
    super(scope, id)
    const harm = {
      whoIsHarmed: 'The people whom closed referrals are about: these are kept longer than anybody decided.',
      whatToDo:
        'Read the errors in the log of the function retention, mend the cause and invoke it by hand; doing it twice changes nothing.',
      runbook: 'retention-review',
    }
    const run = new ServiceFunction(this, {
      name: 'retention',
      does: 'Each Monday: finds the closed referrals whose retention review has come up',
      bundles,
      alarms,
      memoryMiB: 1024,
      timeout: Duration.minutes(15),
      environment: { REFERRALS_TABLE: data.referrals.tableName, UPKEEP_TABLE: data.upkeep.tableName },
      onFault: harm,
    })
    data.letScan(run, data.referrals)
    data.letPut(run, data.upkeep)
    new DailyRun(this, 'Weekly', { name: 'retention', run, weekday: 'MON', hour: 4, alarms, onMissed: harm })
  }
}
