import { Duration } from 'aws-cdk-lib'
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup'
import { Schedule } from 'aws-cdk-lib/aws-events'
import { Construct } from 'constructs'
import type { Protection } from '../stages.ts'
import type { Data } from './data.ts'

export type BackupsProps = { readonly data: Data; readonly protection: Protection; readonly days: number }

/**
 * A copy of every table each night, in a vault under a key of its own, beside the 35 days of point-in-time recovery. The
 * lock of the vault keeps a copy for its time from everyone: from a mistake, and from whoever has got hold of a role.
 */
export class Backups extends Construct {
  constructor(scope: Construct, id: string, { data, protection, days }: BackupsProps) {
    super(scope, id)
    const kept = Duration.days(days)
    const backupVault = new BackupVault(this, 'Vault', {
      encryptionKey: data.keys.of('Backups'),
      lockConfiguration: { minRetention: kept },
      removalPolicy: protection.removalPolicy,
    })
    const plan = new BackupPlan(this, 'Plan', { backupVault })
    plan.addRule(
      new BackupPlanRule({
        ruleName: 'nightly',
        // After the day's last reminder and long before the next morning's run; UTC, which is all that AWS Backup knows.
        scheduleExpression: Schedule.cron({ hour: '1', minute: '0' }),
        startWindow: Duration.hours(1),
        completionWindow: Duration.hours(5),
        deleteAfter: kept,
      }),
    )
    plan.addSelection('Tables', {
      resources: data.tables.map((table) => BackupResource.fromDynamoDbTable(table)),
    })
  }
}
