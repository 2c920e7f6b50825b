import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import { accessDayIndex, accessPersonIndex, dueIndex, organisationIndex } from '../../shared/store/tables.ts'
import type { Settings } from '../settings.ts'
import type { Alarms } from './alarms.ts'
import type { Data } from './data.ts'
import type { Editions } from './editions.ts'
import type { Identity } from './identity.ts'
import type { ReminderQueue } from './reminder-queue.ts'
import { ServiceFunction } from './service-function.ts'

export type WebProps = {
  readonly bundles: string
  readonly alarms: Alarms
  readonly data: Data
  readonly editions: Editions
  readonly identity: Identity
  readonly reminders: ReminderQueue
  readonly settings: Pick<Settings, 'serviceUrl'>
}

/** The pages: what every person of the service sees in a browser. It does what they may do, so it may do much. */
export class Web extends Construct {
  readonly web: ServiceFunction

  constructor(scope: Construct, id: string, props: WebProps) {
    super(scope, id)
    const { bundles, alarms, data, editions, reminders } = props
    // Without a cookie sealed by it nobody is signed in; a new one signs everybody out and no more.
    const secret = new Secret(this, 'SessionSecret', {
      description: 'Seals the cookies that say who is signed in. Made by itself.',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      encryptionKey: data.keys.of('Secrets'),
      removalPolicy: RemovalPolicy.DESTROY,
    })
    this.web = new ServiceFunction(this, {
      name: 'web',
      does: 'Everyone: the pages of the service',
      bundles,
      alarms,
      // A person waits: memory buys processor time, and with it a shorter cold start.
      memoryMiB: 1769,
      timeout: Duration.seconds(28),
      environment: environmentOf(props, secret),
      onFault: {
        whoIsHarmed: 'Somebody was shown an error page instead of their work.',
        whatToDo:
          'Read the errors in the log of the function web; what was typed in a form can be sent again from the browser.',
      },
    })
    this.web.mayDo(['secretsmanager:GetSecretValue'], secret.secretArn)
    data.letDecrypt(this.web, 'Secrets')
    this.#grant(data)
    editions.letKeep(this.web)
    editions.letRead(this.web)
    reminders.letSend(this.web)
  }

  #grant(data: Data) {
    data.letReadMany(this.web, data.referrals)
    data.letRead(
      this.web,
      data.referrals,
      data.contacts,
      data.figures,
      data.drafts,
      data.editions,
      data.upkeep,
    )
    data.letQueryIndexes(this.web, data.referrals, dueIndex, organisationIndex)
    data.letQuery(this.web, data.sarRegister, data.figures, data.accessLog, data.editions)
    data.letQueryIndexes(this.web, data.accessLog, accessPersonIndex, accessDayIndex)
    data.letPut(this.web, data.referrals, data.sarRegister, data.contacts)
    data.letPut(this.web, data.accessLog, data.drafts, data.editions)
    data.letUpdate(this.web, data.referrals, data.editions)
    data.letScan(this.web, data.drafts)
    data.letDelete(this.web, data.drafts, data.sarRegister)
  }
}

const environmentOf = (
  { data, editions, identity: { signIn }, reminders, settings }: WebProps,
  secret: Secret,
) => ({
  REFERRALS_TABLE: data.referrals.tableName,
  SAR_REGISTER_TABLE: data.sarRegister.tableName,
  FIGURES_TABLE: data.figures.tableName,
  EDITIONS_TABLE: data.editions.tableName,
  EDITIONS_BUCKET: editions.bucketName,
  CONTACTS_TABLE: data.contacts.tableName,
  DRAFTS_TABLE: data.drafts.tableName,
  UPKEEP_TABLE: data.upkeep.tableName,
  ACCESS_LOG_TABLE: data.accessLog.tableName,
  REMINDER_QUEUE_URL: reminders.url,
  SERVICE_URL: settings.serviceUrl,
  SESSION_SECRET_ARN: secret.secretArn,
  SIGN_IN_ISSUER: signIn.issuer,
  SIGN_IN_ORIGIN: signIn.origin,
  SIGN_IN_CLIENT_ID: signIn.clientId,
})
