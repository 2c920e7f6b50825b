import { Duration } from 'aws-cdk-lib'
import { Stats } from 'aws-cdk-lib/aws-cloudwatch'
import { Construct } from 'constructs'
import { organisationIndex } from '../../shared/store/tables.ts'
import type { Alarms } from './alarms.ts'
import { DailyRun } from './daily-run.ts'
import type { Data } from './data.ts'
import { loggedNumber } from './logged-number.ts'
import { ServiceFunction } from './service-function.ts'

export type FiguresUpkeepProps = { readonly bundles: string; readonly alarms: Alarms; readonly data: Data }

/** All referrals are read again, which takes minutes once there are many. */
const slow = { memoryMiB: 1024, timeout: Duration.minutes(15) }

/** Holds the counters against a recount every night, and counts everything afresh when a person asks for it. */
export class FiguresUpkeep extends Construct {
  constructor(scope: Construct, id: string, props: FiguresUpkeepProps) {
    super(scope, id)
    this.#reconcile(props)
    this.#rebuild(props)
  }

  #reconcile({ bundles, alarms, data }: FiguresUpkeepProps) {
    const harm = {
      whoIsHarmed: 'Nobody knows whether the figures of the year still agree with the referrals.',
      whatToDo:
        'Read the errors in the log of the function reconcile, mend the cause and invoke it by hand; it only reads.',
      runbook: 'a-nightly-or-morning-run-did-not-come-off',
    }
    const run = new ServiceFunction(this, {
      name: 'reconcile',
      does: 'Each night: counts the referrals again and tells where the figures differ',
      bundles,
      alarms,
      ...slow,
      environment: { REFERRALS_TABLE: data.referrals.tableName, FIGURES_TABLE: data.figures.tableName },
      onFault: harm,
    })
    data.letScan(run, data.referrals)
    data.letReadMany(run, data.referrals)
    data.letRead(run, data.figures)
    data.letQueryIndexes(run, data.referrals, organisationIndex)
    data.letQuery(run, data.figures)
    new DailyRun(this, 'Nightly', { name: 'reconcile', run, hour: 3, minute: 30, alarms, onMissed: harm })
    this.#tellOfDifferences(run, alarms)
  }

  /** Once a night; a difference that stays raises the alarm again the next night. */
  #tellOfDifferences({ logGroup }: ServiceFunction, alarms: Alarms) {
    const differences = loggedNumber(this, 'Differences', {
      logGroup,
      field: 'differences',
      metricName: 'FiguresDifferences',
    })
    const found = differences.metric({ statistic: Stats.MAXIMUM, period: Duration.minutes(5) })
    alarms.whenOver('figures-differ', 0, found, {
      whoIsHarmed:
        'UKFIU and STA authors may read wrong figures, and no edition can be frozen until they agree again.',
      whatToDo:
        'Find the differences, by year, organisation and counter, in the log of the function reconcile: filter { $.differences > 0 }; mend the cause, then rebuild the figures as docs/runbook.md says.',
      runbook: 'the-figures-differ-from-the-referrals',
    })
  }

  #rebuild({ bundles, alarms, data }: FiguresUpkeepProps) {
    const rebuild = new ServiceFunction(this, {
      name: 'rebuild',
      invokedAs: 'figures-rebuild',
      does: 'Invoked by hand: counts the figures of every year afresh from the referrals',
      bundles,
      alarms,
      ...slow,
      environment: { REFERRALS_TABLE: data.referrals.tableName, FIGURES_TABLE: data.figures.tableName },
      onFault: {
        whoIsHarmed:
          'The figures of a year stay as they were before the rebuild, with what was wrong in them.',
        whatToDo:
          'Read the errors in the log of the function rebuild, mend the cause and invoke it again: it goes on, and what was counted counts once.',
      },
    })
    data.letScan(rebuild, data.referrals, data.figures)
    data.letRead(rebuild, data.figures)
    data.letPut(rebuild, data.figures)
    data.letUpdate(rebuild, data.figures)
    data.letWriteBatches(rebuild, data.figures)
  }
}
