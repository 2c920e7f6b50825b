import { Construct } from 'constructs'
import type { Settings } from '../settings.ts'
import type { Alarms } from './alarms.ts'
import type { Data } from './data.ts'
import { DeliveryReceipts } from './delivery-receipts.ts'
import type { ReminderQueue } from './reminder-queue.ts'
import { ReminderSchedule } from './reminder-schedule.ts'
import { ReminderSender } from './reminder-sender.ts'
import type { ServiceFunction } from './service-function.ts'

export type RemindersProps = {
  readonly bundles: string
  readonly alarms: Alarms
  readonly data: Data
  readonly settings: Settings
  readonly reminders: ReminderQueue
}

/** Every morning: schedule → a message for each organisation → its digests, through GOV.UK Notify, and what came of them. */
export class Reminders extends Construct {
  readonly receipts: ServiceFunction
  /** The secrets that an operator fills. */
  readonly notifyKey: string
  readonly receiptsToken: string

  constructor(scope: Construct, id: string, props: RemindersProps) {
    super(scope, id)
    new ReminderSchedule(this, 'Schedule', props)
    this.notifyKey = new ReminderSender(this, 'Sender', props).notifyKey
    const { receipts, token } = new DeliveryReceipts(this, 'Receipts', props)
    this.receipts = receipts
    this.receiptsToken = token
  }
}
