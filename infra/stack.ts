import { type Environment, Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { Alarms } from './constructs/alarms.ts'
import { Api } from './constructs/api.ts'
import { Cases } from './constructs/cases.ts'
import { Data } from './constructs/data.ts'
import { Figures } from './constructs/figures.ts'
import { Identity } from './constructs/identity.ts'
import { Recalculation } from './constructs/recalculation.ts'
import { ReminderQueue } from './constructs/reminder-queue.ts'
import { Reminders } from './constructs/reminders.ts'
import { readSettings } from './settings.ts'

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
    const alarms = new Alarms(this, 'Alarms')
    const data = new Data(this, 'Data')
    const identity = new Identity(this, 'Identity', settings)
    const shared = { bundles, alarms, data }

    const reminderQueue = new ReminderQueue(this, 'ReminderQueue', shared)
    const cases = new Cases(this, 'Cases', { ...shared, reminders: reminderQueue })
    const { receipts } = new Reminders(this, 'Reminders', { ...shared, settings, reminders: reminderQueue })
    const servedBy = { ...cases.functions, 'delivery-receipts': receipts }
    new Api(this, 'Api', { identity, alarms, servedBy })
    new Recalculation(this, 'Recalculation', shared)
    new Figures(this, 'Figures', shared)
  }
}
