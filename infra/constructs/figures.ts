import { Duration } from 'aws-cdk-lib'
import { Stats } from 'aws-cdk-lib/aws-cloudwatch'
import { EventSourceMapping, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import type { Alarms } from './alarms.ts'
import type { Data } from './data.ts'
import { DeadLetterQueue } from './dead-letter-queue.ts'
import { ServiceFunction } from './service-function.ts'

export type FiguresProps = { readonly bundles: string; readonly alarms: Alarms; readonly data: Data }

/** Counts every change of a referral into the year's figures. */
export class Figures extends Construct {
  constructor(scope: Construct, id: string, { bundles, alarms, data }: FiguresProps) {
    super(scope, id)
    const aggregator = new ServiceFunction(this, {
      name: 'aggregator',
      does: 'Applies each version of a referral to the counters of its year, once',
      bundles,
      alarms,
      memoryMiB: 512,
      timeout: Duration.minutes(1),
      environment: { FIGURES_TABLE: data.figures.tableName },
      onFault: {
        whoIsHarmed: 'UKFIU and STA authors may read figures that lag behind the referrals.',
        whatToDo:
          'Read the errors in the log of the function aggregator; the stream offers the same changes again by itself.',
      },
    })
    data.letRead(aggregator, data.figures)
    data.letPut(aggregator, data.figures)
    data.letUpdate(aggregator, data.figures)

    const age = aggregator.lambda.metric('IteratorAge', { statistic: Stats.MAXIMUM })
    alarms.whenOver('figures-late', Duration.minutes(15).toMilliseconds(), age, {
      whoIsHarmed: 'UKFIU and STA authors read figures that are more than a quarter of an hour behind.',
      whatToDo: 'Read the log of the function aggregator.',
      runbook: 'figures-could-not-be-counted',
    })

    const uncounted = new DeadLetterQueue(this, 'Uncounted', {
      name: 'figures-uncounted',
      alarms,
      harm: {
        whoIsHarmed:
          'The figures of a year are wrong: changes of referrals were given up on and are not counted.',
        whatToDo:
          'Read the cause in the log of the function aggregator, mend it, and feed the named stream records to the aggregator again within 24 hours of the change; it counts nothing twice.',
        runbook: 'figures-could-not-be-counted',
      },
    })
    uncounted.letReceiveFrom(aggregator)
    new EventSourceMapping(this, 'Changes', {
      target: aggregator.live,
      eventSourceArn: data.letFollowReferrals(aggregator),
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 10,
      maxRecordAge: Duration.hours(12),
      onFailure: { bind: () => ({ destination: uncounted.queue.queueArn }) },
    })
  }
}
