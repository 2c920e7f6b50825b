import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { Alarms, Guided } from './alarms.ts'
import type { ServiceFunction } from './service-function.ts'

export type DeadLetterQueueProps = {
  readonly name: string
  readonly alarms: Alarms
  readonly harm: Guided
  readonly fifo?: true
}

/** Where work goes that was tried in vain, kept as long as SQS allows, with an alarm as soon as anything is in it. */
export class DeadLetterQueue extends Construct {
  readonly queue: Queue

  constructor(scope: Construct, id: string, { name, alarms, harm, fifo }: DeadLetterQueueProps) {
    super(scope, id)
    this.queue = new Queue(this, 'Queue', {
      queueName: fifo ? `${name}.fifo` : name,
      ...(fifo && { fifo }),
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    alarms.onDeadLetters(name, this.queue, harm)
  }

  /** Lets a function's event source put here what the function could not take. */
  letReceiveFrom(sender: ServiceFunction) {
    sender.mayDo(['sqs:SendMessage'], this.queue.queueArn)
  }
}
