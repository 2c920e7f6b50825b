import { RemovalPolicy } from 'aws-cdk-lib'
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import { dueIndex, remindersIndex } from '../../shared/store/tables.ts'
import type { Settings } from '../settings.ts'
import type { Alarms } from './alarms.ts'
import type { Data } from './data.ts'
import { consumerTimeout, type ReminderQueue } from './reminder-queue.ts'
import { ServiceFunction } from './service-function.ts'

export type ReminderSenderProps = {
  readonly bundles: string
  readonly alarms: Alarms
  readonly data: Data
  readonly settings: Settings
  readonly reminders: ReminderQueue
}

/** Takes an organisation from the queue and sends it its digest. */
export class ReminderSender extends Construct {
  readonly notifyKey: string

  constructor(scope: Construct, id: string, props: ReminderSenderProps) {
    super(scope, id)
    const notifyKey = new Secret(this, 'NotifyKey', {
      description: 'The API key of GOV.UK Notify. Put in by an operator; no value comes from the code.',
      encryptionKey: props.data.keys.of('Secrets'),
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.notifyKey = notifyKey.secretArn
    const sender = this.#senderFunction(props, notifyKey.secretArn)
    sender.mayDo(['secretsmanager:GetSecretValue'], notifyKey.secretArn)
    props.data.letDecrypt(sender, 'Secrets')
    props.data.letQueryIndexes(sender, props.data.referrals, remindersIndex, dueIndex)
    props.data.letReadMany(sender, props.data.referrals)
    props.data.letRead(sender, props.data.referrals, props.data.contacts)
    props.data.letUpdate(sender, props.data.referrals, props.data.contacts)
    props.reminders.letReceive(sender)
    new EventSourceMapping(this, 'Messages', {
      target: sender.live,
      eventSourceArn: props.reminders.arn,
      batchSize: 5,
      // A few organisations at a time: far below what GOV.UK Notify takes in a minute.
      maxConcurrency: 5,
      reportBatchItemFailures: true,
    })
  }

  #senderFunction({ bundles, alarms, data, settings }: ReminderSenderProps, notifySecretArn: string) {
    return new ServiceFunction(this, {
      name: 'reminder-sender',
      does: 'Sends an organisation its digest of what is due and overdue',
      bundles,
      alarms,
      memoryMiB: 512,
      timeout: consumerTimeout,
      environment: {
        REFERRALS_TABLE: data.referrals.tableName,
        CONTACTS_TABLE: data.contacts.tableName,
        NOTIFY_SECRET_ARN: notifySecretArn,
        NOTIFY_BASE_URL: settings.notifyBaseUrl,
        REMINDER_TEMPLATE_ID: settings.reminderTemplateId,
        ESCALATION_TEMPLATE_ID: settings.escalationTemplateId,
        URGENT_TEMPLATE_ID: settings.urgentTemplateId,
        BRIEFING_TEMPLATE_ID: settings.briefingTemplateId,
        SERVICE_URL: settings.serviceUrl,
      },
      onFault: {
        whoIsHarmed: 'Some organisations wait for their reminders.',
        whatToDo:
          'Read the errors in the log of the function reminder-sender; each reminder is tried five times before it is set aside.',
      },
    })
  }
}
