import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { Stats } from 'aws-cdk-lib/aws-cloudwatch'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import type { Alarms } from './alarms.ts'
import type { Data } from './data.ts'
import type { ReminderQueue } from './reminder-queue.ts'
import { loggedNumber } from './logged-number.ts'
import { ServiceFunction } from './service-function.ts'

export type DeliveryReceiptsProps = {
  readonly bundles: string
  readonly alarms: Alarms
  readonly data: Data
  readonly reminders: ReminderQueue
}

/** In an hour, of some sixty on a morning. */
const mostUndelivered = 9

/** Hears from GOV.UK Notify which e-mails could not be delivered. */
export class DeliveryReceipts extends Construct {
  readonly receipts: ServiceFunction
  readonly token: string

  constructor(scope: Construct, id: string, { bundles, alarms, data, reminders }: DeliveryReceiptsProps) {
    super(scope, id)
    const token = new Secret(this, 'ReceiptsToken', {
      description: 'The bearer token agreed with GOV.UK Notify for delivery receipts. Put in by an operator.',
      encryptionKey: data.keys.of('Secrets'),
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.token = token.secretArn
    this.receipts = new ServiceFunction(this, {
      name: 'delivery-receipts',
      does: 'Takes note of e-mails that could not be delivered',
      bundles,
      alarms,
      memoryMiB: 512,
      // GOV.UK Notify waits for five seconds.
      timeout: Duration.seconds(5),
      environment: {
        CONTACTS_TABLE: data.contacts.tableName,
        REMINDER_QUEUE_URL: reminders.url,
        RECEIPTS_SECRET_ARN: token.secretArn,
      },
      onFault: {
        whoIsHarmed: 'Reminders may go on being sent to addresses that nobody reads.',
        whatToDo:
          'Read the errors in the log of the function delivery-receipts; GOV.UK Notify calls again five times, five minutes apart; after that only Notify’s own page shows what came back.',
      },
    })
    this.receipts.mayDo(['secretsmanager:GetSecretValue'], token.secretArn)
    data.letDecrypt(this.receipts, 'Secrets')
    data.letRead(this.receipts, data.contacts)
    data.letUpdate(this.receipts, data.contacts)
    reminders.letSend(this.receipts)
    this.#tellWhenMany(alarms)
  }

  /** One address that is wrong comes onto the UKFIU's list by itself; many at once have another cause. */
  #tellWhenMany(alarms: Alarms) {
    const returned = loggedNumber(this, 'Returned', {
      logGroup: this.receipts.logGroup,
      field: 'undelivered',
      metricName: 'EmailsUndelivered',
    })
    const anHour = returned.metric({ statistic: Stats.SUM, period: Duration.hours(1) })
    alarms.whenOver('emails-undelivered', mostUndelivered, anHour, {
      whoIsHarmed:
        'Organisations are not reached by their reminders: ten or more e-mails came back within an hour.',
      whatToDo:
        'See on the page of GOV.UK Notify which addresses they were sent to, and whether they have something in common.',
      runbook: 'many-e-mails-come-back',
    })
  }
}
