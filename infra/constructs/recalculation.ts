import { Duration } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import { dueIndex } from '../../shared/store/tables.ts'
import type { Alarms } from './alarms.ts'
import { DailyRun } from './daily-run.ts'
import type { Data } from './data.ts'
import { ServiceFunction } from './service-function.ts'

export type RecalculationProps = { readonly bundles: string; readonly alarms: Alarms; readonly data: Data }

/** Works open due dates out again after the bank-holiday calendar has changed, before the morning's reminders. */
export class Recalculation extends Construct {
  constructor(scope: Construct, id: string, { bundles, alarms, data }: RecalculationProps) {
    super(scope, id)
    const harm = {
      whoIsHarmed: 'Forces may be shown, and reminded of, due dates that ignore a changed bank holiday.',
      whatToDo:
        'Read the errors in the log of the function recalculation, mend the cause and invoke it by hand; doing it twice changes nothing.',
      runbook: 'a-nightly-or-morning-run-did-not-come-off',
    }
    const run = new ServiceFunction(this, {
      name: 'recalculation',
      does: 'Each morning: works due dates out again if the bank-holiday calendar has changed',
      bundles,
      alarms,
      memoryMiB: 512,
      timeout: Duration.minutes(15),
      environment: { REFERRALS_TABLE: data.referrals.tableName, UPKEEP_TABLE: data.upkeep.tableName },
      onFault: harm,
    })
    data.letRead(run, data.referrals, data.upkeep)
    data.letQueryIndexes(run, data.referrals, dueIndex)
    data.letUpdate(run, data.referrals)
    data.letPut(run, data.upkeep)
    new DailyRun(this, 'Daily', { name: 'recalculation', run, hour: 5, alarms, onMissed: harm })
  }
}
