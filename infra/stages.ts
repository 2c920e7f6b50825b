import { RemovalPolicy } from 'aws-cdk-lib'
import { RetentionDays } from 'aws-cdk-lib/aws-logs'

export const stages = ['development', 'staging', 'production'] as const
export type Stage = (typeof stages)[number]

/** How much harm a mistake may do in a stage. */
export type Protection = {
  /** Tables, the user pool and backups can't be deleted until somebody has taken this off. */
  readonly deletionProtection: boolean
  /** What becomes of data and keys when the stack is deleted. */
  readonly removalPolicy: RemovalPolicy
  /** Of what the functions say; who did what is in the access log, a table, and stays. */
  readonly logs: RetentionDays
  /** Of what was asked of the API and what the firewall refused. */
  readonly requestLogs: RetentionDays
  /** Days that a daily backup is kept beside the 35 days of point-in-time recovery; undefined: none is made. */
  readonly backupDays: number | undefined
  /** The tables that a trial fills go with it; so does the lock on its editions, after a day. */
  readonly editionsLocked: boolean
  /** A new version of a function gets a tenth of the calls for five minutes, and then all; otherwise all at once. */
  readonly gradualRollout: boolean
  /** How often a system walks through the service, and whether it registers referrals: never where figures are true. */
  readonly walk: { readonly everyMinutes: number; readonly registers: boolean }
  /** US dollars a month, which is what AWS counts in, before somebody is told. */
  readonly budget: number
}

const guarded = {
  deletionProtection: true,
  removalPolicy: RemovalPolicy.RETAIN,
  editionsLocked: true,
  gradualRollout: true,
}

export const protections: Readonly<Record<Stage, Protection>> = {
  development: {
    deletionProtection: false,
    removalPolicy: RemovalPolicy.DESTROY,
    logs: RetentionDays.TWO_WEEKS,
    requestLogs: RetentionDays.TWO_WEEKS,
    backupDays: undefined,
    editionsLocked: false,
    gradualRollout: false,
    walk: { everyMinutes: 60, registers: true },
    budget: 80,
  },
  staging: {
    ...guarded,
    walk: { everyMinutes: 60, registers: true },
    logs: RetentionDays.ONE_MONTH,
    requestLogs: RetentionDays.ONE_MONTH,
    backupDays: 7,
    budget: 100,
  },
  production: {
    ...guarded,
    walk: { everyMinutes: 15, registers: false },
    logs: RetentionDays.THREE_MONTHS,
    requestLogs: RetentionDays.ONE_YEAR,
    backupDays: 90,
    budget: 300,
  },
}
