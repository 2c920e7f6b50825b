import { Duration } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import { dueIndex, organisationIndex } from '../../shared/store/tables.ts'
import type { Alarms } from './alarms.ts'
import type { Data } from './data.ts'
import type { Editions } from './editions.ts'
import { ServiceFunction } from './service-function.ts'

export type AssessmentsProps = {
  readonly bundles: string
  readonly alarms: Alarms
  readonly data: Data
  readonly editions: Editions
}

/** The year's figures over HTTP: live, and as the editions that are drafted, approved and kept. */
export class Assessments extends Construct {
  readonly assessments: ServiceFunction

  constructor(scope: Construct, id: string, { bundles, alarms, data, editions }: AssessmentsProps) {
    super(scope, id)
    this.assessments = new ServiceFunction(this, {
      name: 'assessments',
      does: 'UKFIU and STA authors: the figures of a year in every format, and its editions',
      bundles,
      alarms,
      // A year is folded from its referrals and drawn as charts; the gateway waits for less than 29 seconds.
      memoryMiB: 1024,
      timeout: Duration.seconds(28),
      environment: {
        REFERRALS_TABLE: data.referrals.tableName,
        FIGURES_TABLE: data.figures.tableName,
        EDITIONS_TABLE: data.editions.tableName,
        EDITIONS_BUCKET: editions.bucketName,
        ACCESS_LOG_TABLE: data.accessLog.tableName,
      },
      onFault: {
        whoIsHarmed: 'STA authors cannot read, freeze or approve the figures of a year.',
        whatToDo:
          'Read the errors in the log of the function assessments; an edition is there whole or not at all, and what was answered with a fault can be sent again.',
      },
    })
    data.letReadMany(this.assessments, data.referrals)
    data.letRead(this.assessments, data.figures, data.editions)
    data.letQueryIndexes(this.assessments, data.referrals, dueIndex, organisationIndex)
    data.letQuery(this.assessments, data.figures, data.editions)
    data.letPut(this.assessments, data.editions, data.accessLog)
    data.letUpdate(this.assessments, data.editions)
    editions.letKeep(this.assessments)
    editions.letRead(this.assessments)
  }
}
