import { Duration } from 'aws-cdk-lib'
import { Stats } from 'aws-cdk-lib/aws-cloudwatch'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { Alarms } from './alarms.ts'
import { DeadLetterQueue } from './dead-letter-queue.ts'
import type { ServiceFunction } from './service-function.ts'

/** How long the consumer may take for one batch. */
export const consumerTimeout = Duration.minutes(1)

/** A message for each organisation and day: first in, first out within an organisation. */
export class ReminderQueue extends Construct {
  readonly #queue: Queue

  constructor(scope: Construct, id: string, { alarms }: { readonly alarms: Alarms }) {
    super(scope, id)
    const unsent = new DeadLetterQueue(this, 'Unsent', {
      name: 'reminders-dead',
      fifo: true,
      alarms,
      harm: {
        whoIsHarmed:
          'An organisation did not get its reminders, and may go overdue without having been told.',
        whatToDo:
          'Find which ones, and why, in the log of the function reminder-sender: filter { $.message = "Reminders could not be sent" } and read organisation and fault. Mend it and redrive reminders-dead.fifo as docs/runbook.md says; nothing is sent twice.',
        runbook: 'reminders-are-in-the-dead-letter-queue',
      },
    })
    this.#queue = new Queue(this, 'Queue', {
      queueName: 'reminders.fifo',
      fifo: true,
      // AWS asks for six times the consumer's timeout, so that a throttled batch is not offered twice.
      visibilityTimeout: Duration.seconds(6 * consumerTimeout.toSeconds()),
      deadLetterQueue: { queue: unsent.queue, maxReceiveCount: 5 },
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    })
    this.#tellWhenLate(alarms)
  }

  get url() {
    return this.#queue.queueUrl
  }

  get arn() {
    return this.#queue.queueArn
  }

  letSend(sender: ServiceFunction) {
    sender.mayDo(['sqs:SendMessage'], this.arn)
  }

  letReceive(receiver: ServiceFunction) {
    receiver.mayDo(['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'], this.arn)
  }

  #tellWhenLate(alarms: Alarms) {
    const oldest = this.#queue.metricApproximateAgeOfOldestMessage({ statistic: Stats.MAXIMUM })
    alarms.whenOver('reminders-late', Duration.hours(1).toSeconds(), oldest, {
      whoIsHarmed: 'Organisations get the reminders of this morning late.',
      whatToDo: 'See whether the function reminder-sender runs and whether GOV.UK Notify answers.',
      runbook: 'reminders-are-late',
    })
  }
}
