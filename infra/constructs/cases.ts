import { Duration } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import { accessDayIndex, accessPersonIndex, dueIndex, organisationIndex } from '../../shared/store/tables.ts'
import type { Alarms } from './alarms.ts'
import type { Data } from './data.ts'
import type { ReminderQueue } from './reminder-queue.ts'
import { ServiceFunction } from './service-function.ts'

export type CasesProps = {
  readonly bundles: string
  readonly alarms: Alarms
  readonly data: Data
  readonly reminders: ReminderQueue
}

/** A person waits for these: memory buys processor time, and with it a shorter cold start. */
const interactive = { memoryMiB: 1024, timeout: Duration.seconds(10) }

/** Referrals and what is asked about them over HTTP: one function per audience and permission. */
export class Cases extends Construct {
  readonly functions: { readonly [name in 'referrals' | 'returns' | 'reports']: ServiceFunction }

  constructor(scope: Construct, id: string, props: CasesProps) {
    super(scope, id)
    this.functions = {
      referrals: this.#referrals(props),
      returns: this.#returns(props),
      reports: this.#reports(props),
    }
  }

  #referrals({ bundles, alarms, data, reminders }: CasesProps) {
    const referrals = new ServiceFunction(this, {
      name: 'referrals',
      does: 'UKFIU: registers, redirects, withdraws, extends, keeps and erases referrals',
      bundles,
      alarms,
      ...interactive,
      // An import of 1,000 rows takes some seconds; the gateway waits for less than 29.
      timeout: Duration.seconds(28),
      environment: {
        REFERRALS_TABLE: data.referrals.tableName,
        SAR_REGISTER_TABLE: data.sarRegister.tableName,
        ACCESS_LOG_TABLE: data.accessLog.tableName,
        DRAFTS_TABLE: data.drafts.tableName,
        REMINDER_QUEUE_URL: reminders.url,
      },
      onFault: {
        whoIsHarmed:
          'UKFIU officers cannot register or change referrals, so forces are not asked or are asked wrongly.',
        whatToDo:
          'Read the errors in the log of the function referrals; what was answered with a fault changed nothing and can be sent again.',
      },
    })
    data.letRead(referrals, data.referrals)
    data.letQuery(referrals, data.sarRegister)
    data.letPut(referrals, data.referrals, data.sarRegister, data.accessLog)
    data.letUpdate(referrals, data.referrals)
    data.letScan(referrals, data.drafts)
    data.letDelete(referrals, data.sarRegister, data.drafts)
    reminders.letSend(referrals)
    return referrals
  }

  #returns({ bundles, alarms, data, reminders }: CasesProps) {
    const returns = new ServiceFunction(this, {
      name: 'returns',
      does: 'Forces: acknowledge referrals, report progress and give outcomes',
      bundles,
      alarms,
      ...interactive,
      environment: {
        REFERRALS_TABLE: data.referrals.tableName,
        CONTACTS_TABLE: data.contacts.tableName,
        ACCESS_LOG_TABLE: data.accessLog.tableName,
        REMINDER_QUEUE_URL: reminders.url,
      },
      onFault: {
        whoIsHarmed:
          'Forces cannot acknowledge or answer, and may be recorded as late through no fault of theirs.',
        whatToDo:
          'Read the errors in the log of the function returns; an answer without a receipt was not recorded and can be sent again.',
      },
    })
    data.letRead(returns, data.referrals, data.contacts)
    data.letUpdate(returns, data.referrals)
    data.letPut(returns, data.contacts, data.accessLog)
    reminders.letSend(returns)
    return returns
  }

  #reports({ bundles, alarms, data }: CasesProps) {
    const reports = new ServiceFunction(this, {
      name: 'reports',
      does: 'Everyone: reads referrals, work lists, organisations and statements',
      bundles,
      alarms,
      ...interactive,
      environment: {
        REFERRALS_TABLE: data.referrals.tableName,
        SAR_REGISTER_TABLE: data.sarRegister.tableName,
        ACCESS_LOG_TABLE: data.accessLog.tableName,
        FIGURES_TABLE: data.figures.tableName,
        CONTACTS_TABLE: data.contacts.tableName,
        UPKEEP_TABLE: data.upkeep.tableName,
      },
      onFault: {
        whoIsHarmed: 'Forces cannot see what they owe, and the UKFIU cannot see referrals and who is silent.',
        whatToDo: 'Read the errors in the log of the function reports; nothing is lost, since it only reads.',
      },
    })
    data.letReadMany(reports, data.referrals)
    data.letRead(reports, data.referrals, data.contacts, data.figures, data.upkeep)
    data.letQueryIndexes(reports, data.referrals, dueIndex, organisationIndex)
    data.letQuery(reports, data.sarRegister, data.figures, data.accessLog)
    data.letQueryIndexes(reports, data.accessLog, accessPersonIndex, accessDayIndex)
    data.letPut(reports, data.accessLog)
    return reports
  }
}
