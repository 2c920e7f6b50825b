import { Duration } from 'aws-cdk-lib'
import { Stats } from 'aws-cdk-lib/aws-cloudwatch'
import { Construct } from 'constructs'
import type { Alarms } from './alarms.ts'
import { DailyRun } from './daily-run.ts'
import type { Data } from './data.ts'
import { loggedNumber } from './logged-number.ts'
import { ServiceFunction } from './service-function.ts'

export type UnusedAccountsProps = { readonly bundles: string; readonly alarms: Alarms; readonly data: Data }

const runbook = 'accounts-that-nobody-uses'

/** Lists, once a week, the accounts of people and systems that have not been used for 90 days. */
export class UnusedAccounts extends Construct {
  constructor(scope: Construct, id: string, { bundles, alarms, data }: UnusedAccountsProps) {
    super(scope, id)
    const harm = {
      whoIsHarmed: 'Everybody in a case: nobody knows which accounts are open and unused.',
      whatToDo:
        'Read the errors in the log of the function unused-accounts, and those that say “could not be noted” in the log of pre-token, then invoke it by hand.',
      runbook,
    }
    const run = new ServiceFunction(this, {
      name: 'unused-accounts',
      invokedAs: 'unused-accounts',
      does: 'Each Monday: lists the accounts that nobody has used for 90 days',
      bundles,
      alarms,
      memoryMiB: 512,
      timeout: Duration.minutes(1),
      environment: { SIGN_INS_TABLE: data.signIns.tableName },
      onFault: harm,
    })
    data.letScan(run, data.signIns)
    new DailyRun(this, 'Weekly', {
      name: 'unused-accounts',
      run,
      weekday: 'MON',
      hour: 6,
      alarms,
      onMissed: harm,
    })
    this.#tell(run, alarms)
  }

  #tell({ logGroup }: ServiceFunction, alarms: Alarms) {
    const newly = loggedNumber(this, 'Newly', {
      logGroup,
      field: 'newlyUnused',
      metricName: 'AccountsNewlyUnused',
    })
    const found = newly.metric({ statistic: Stats.MAXIMUM, period: Duration.minutes(5) })
    alarms.whenOver('accounts-unused', 0, found, {
      whoIsHarmed:
        'Everybody in a case: accounts that can see it stand open though nobody has used them for 90 days.',
      whatToDo:
        'Read the list in the log of the function unused-accounts, ask whose they are, and disable those that nobody needs.',
      runbook,
    })
  }
}
