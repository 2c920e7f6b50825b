import { type Environment, Stack, Tags } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { Alarms } from './constructs/alarms.ts'
import { Api } from './constructs/api.ts'
import { Assessments } from './constructs/assessments.ts'
import { Backups } from './constructs/backups.ts'
import { Budget } from './constructs/budget.ts'
import { Canary } from './constructs/canary.ts'
import { Cases } from './constructs/cases.ts'
import { Data } from './constructs/data.ts'
import { Editions } from './constructs/editions.ts'
import { FiguresUpkeep } from './constructs/figures-upkeep.ts'
import { Figures } from './constructs/figures.ts'
import { Identity } from './constructs/identity.ts'
import { Keys } from './constructs/keys.ts'
import { tell } from './constructs/outputs.ts'
import { Overview } from './constructs/overview.ts'
import { Recalculation } from './constructs/recalculation.ts'
import { ReminderQueue } from './constructs/reminder-queue.ts'
import { Reminders } from './constructs/reminders.ts'
import { Retention } from './constructs/retention.ts'
import { Throttles } from './constructs/throttles.ts'
import { UnusedAccounts } from './constructs/unused-accounts.ts'
import { Web } from './constructs/web.ts'
import { readSettings } from './settings.ts'
import { protections } from './stages.ts'

export type SarOutcomesProps = {
  /** The folder holding `<function name>/index.mjs` for every function. */
  readonly bundles: string
  readonly env?: Environment
}

/** The whole service as one stack. It names no account and no region: those come from whoever deploys it. */
export class SarOutcomes extends Stack {
  constructor(scope: Construct, id: string, { bundles, env }: SarOutcomesProps) {
    super(scope, id, {
      description: 'Turns police-related SAR referrals into acknowledged, answered and counted outcomes.',
      analyticsReporting: false,
      ...(env && { env }),
    })
    const settings = readSettings(this.node)
    const protection = protections[settings.stage]
    const keys = new Keys(this, 'Keys', protection)
    const alarms = new Alarms(this, 'Alarms', { keys, protection, email: settings.alarmEmail })
    const data = new Data(this, 'Data', { keys, protection })
    const identity = new Identity(this, 'Identity', { bundles, alarms, data, protection, settings })
    const shared = { bundles, alarms, data }

    const reminderQueue = new ReminderQueue(this, 'ReminderQueue', shared)
    const cases = new Cases(this, 'Cases', { ...shared, reminders: reminderQueue })
    const reminders = new Reminders(this, 'Reminders', { ...shared, settings, reminders: reminderQueue })
    const editions = new Editions(this, 'Editions', { data, settings })
    const { assessments } = new Assessments(this, 'Assessments', { ...shared, editions })
    const servedBy = { ...cases.functions, 'delivery-receipts': reminders.receipts, assessments }
    const pages = new Web(this, 'Web', {
      ...shared,
      settings,
      identity,
      editions,
      reminders: reminderQueue,
    })
    const api = new Api(this, 'Api', { identity, alarms, servedBy, pages: pages.web, settings })
    new Recalculation(this, 'Recalculation', shared)
    new Retention(this, 'Retention', shared)
    new Figures(this, 'Figures', shared)
    new FiguresUpkeep(this, 'FiguresUpkeep', shared)

    new UnusedAccounts(this, 'UnusedAccounts', shared)
    if (settings.privateVpcEndpoint === undefined) {
      const address = settings.domainName === undefined ? api.addresses.own : settings.serviceUrl
      new Canary(this, 'Canary', { ...shared, identity, settings, address })
    }
    new Throttles(this, 'Throttles', { alarms, data, accessLog: api.accessLog })
    const { dashboard } = new Overview(this, 'Overview', { alarms, api, data })
    const { backupDays: days, budget } = protection
    if (days !== undefined) new Backups(this, 'Backups', { data, protection, days })
    const tag = ['service', `sar-outcomes-${settings.stage}`] as const
    Tags.of(this).add(...tag)
    new Budget(this, 'Budget', { topic: alarms.topic, amount: settings.monthlyBudget ?? budget, tag })
    tell(this, {
      Stage: [settings.stage, 'How this deployment is protected'],
      ServiceAddress: [settings.serviceUrl, 'Where people and systems find the service'],
      ApiAddress: [api.addresses.own, 'Where API Gateway serves it, unless it has a name of its own'],
      NameLeadsTo: [api.addresses.named, 'What the DNS record of the name must lead to'],
      UserPool: [identity.userPoolId, 'Who may sign in'],
      SignInAddress: [identity.signIn.origin, 'Where people sign in and systems ask for tokens'],
      MachineClients: [
        [...identity.machineClientIds].map((each) => each.join(': ')).join(', ') || undefined,
        'The client id of each system',
      ],
      NotifyKeySecret: [reminders.notifyKey, 'Where the API key of GOV.UK Notify goes'],
      ReceiptsTokenSecret: [reminders.receiptsToken, 'Where the token agreed with GOV.UK Notify goes'],
      EditionsBucket: [editions.bucketName, 'Where the approved editions are kept'],
      AlarmTopic: [alarms.topic.topicArn, 'Whom alarms tell'],
      Dashboard: [dashboard.dashboardName, 'The page in CloudWatch to look at first'],
    })
  }
}
