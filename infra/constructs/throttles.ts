import { Duration } from 'aws-cdk-lib'
import { MathExpression, type Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import {
  accessDayIndex,
  accessPersonIndex,
  dueIndex,
  organisationIndex,
  remindersIndex,
} from '../../shared/store/tables.ts'
import type { FunctionName } from '../bundle.ts'
import type { Alarms, Guided } from './alarms.ts'
import type { Data } from './data.ts'

export type ThrottlesProps = {
  readonly alarms: Alarms
  readonly data: Data
  /** Of the API: a line for each request, with the status that it was answered with. */
  readonly accessLog: ILogGroup
}

const period = Duration.minutes(5)

/** Somebody waits for these, and is refused at once; the others are tried again by what calls them. */
const waitedFor: readonly FunctionName[] = [
  'referrals',
  'returns',
  'reports',
  'assessments',
  'web',
  'pre-token',
  'delivery-receipts',
]

const runbook = 'too-much-at-once'

const refused: Guided = {
  whoIsHarmed:
    'People and forces’ systems are refused because too many functions run at once in this account.',
  whatToDo:
    'See on the dashboard which function it is and what calls it so often; if it is ordinary work, ask AWS for a higher limit of functions at once.',
  runbook,
}

const late: Guided = {
  whoIsHarmed:
    'Reminders and figures come late: what works behind the pages is held back because too many functions run at once in this account.',
  whatToDo:
    'See on the dashboard which function it is; what was held back is tried again by itself, so a person acts only if it goes on.',
  runbook,
}

const cases: Guided = {
  whoIsHarmed:
    'Forces and UKFIU officers wait or are answered with a fault: the table of referrals is read or written too fast.',
  whatToDo:
    'See on the dashboard when it began, then find in the access log of the API what asks so much; DynamoDB makes room for twice the last peak by itself within half an hour.',
  runbook,
}

const access: Guided = {
  whoIsHarmed:
    'Nobody is shown anything while the access log takes no more entries, since nothing leaves that is not in it.',
  whatToDo: 'Find in the access log of the API who asks so much, and stop it there.',
  runbook,
}

const figures: Guided = {
  whoIsHarmed:
    'UKFIU and STA authors read figures late, or cannot freeze an edition: its tables are read or written too fast.',
  whatToDo:
    'See whether figures-rebuild or reconcile runs, and let it end; what was held back is tried again by itself.',
  runbook,
}

const others: Guided = {
  whoIsHarmed:
    'What people type may not be kept, or reminders may not find whom to write to: small tables are used too fast.',
  whatToDo:
    'Find in the logs of the functions which table refuses, and in the access log of the API what asks so much.',
  runbook,
}

const turnedAway: Guided = {
  whoIsHarmed:
    'People and forces’ systems are turned away and asked to come back later: more requests come than the API takes.',
  whatToDo:
    'Find in the access log of the API, by principal, who asks so much; a force’s system that asks in a loop is its owner’s to mend.',
  runbook,
}

/** A burst now and then is what the limit is for. */
const mostTurnedAway = 20

/** Says when a limit of AWS turns work away: too many functions at once, or a table used faster than it grows. */
export class Throttles extends Construct {
  constructor(scope: Construct, id: string, { alarms, data, accessLog: requests }: ThrottlesProps) {
    super(scope, id)
    const answered = new MetricFilter(this, 'TurnedAway', {
      logGroup: requests,
      filterPattern: FilterPattern.stringValue('$.status', '=', '429'),
      metricNamespace: 'SarOutcomes',
      metricName: 'RequestsTurnedAway',
    })
    const turned = answered.metric({ statistic: Stats.SUM, period })
    alarms.whenOver('requests-turned-away', mostTurnedAway, turned, turnedAway)
    this.#watchFunctions(alarms)
    this.#watchTables(alarms, data)
  }

  #watchFunctions(alarms: Alarms) {
    const functions = [...alarms.functions].map(([name, lambda]) => ({
      waits: waitedFor.some((each) => each === name),
      metric: lambda.metricThrottles({ period }),
    }))
    const of = (waits: boolean) =>
      functions.filter((each) => each.waits === waits).map(({ metric }) => metric)
    alarms.whenOver('throttled-people', 0, together('Refused calls', of(true)), refused)
    alarms.whenOver('throttled-work', 0, together('Calls held back', of(false)), late)
  }

  #watchTables(alarms: Alarms, data: Data) {
    const { referrals, sarRegister, accessLog } = data
    const ofReferrals = [dueIndex, organisationIndex, remindersIndex].flatMap(({ name }) =>
      refusalsOf(referrals, name),
    )
    const ofAccessLog = [accessDayIndex, accessPersonIndex].flatMap(({ name }) => refusalsOf(accessLog, name))
    const watched = [
      ['throttled-cases', cases, [...refusalsOf(referrals), ...ofReferrals, ...refusalsOf(sarRegister)]],
      ['throttled-access-log', access, [...refusalsOf(accessLog), ...ofAccessLog]],
      ['throttled-figures', figures, [data.figures, data.editions].flatMap((table) => refusalsOf(table))],
      [
        'throttled-others',
        others,
        [data.contacts, data.upkeep, data.drafts, data.signIns].flatMap((table) => refusalsOf(table)),
      ],
    ] as const
    watched.forEach(([name, harm, metrics]) =>
      alarms.whenOver(name, 0, together('Refused reads and writes', metrics), harm),
    )
  }
}

/** An index counts for itself. */
const refusalsOf = (table: Table, index?: string): readonly Metric[] =>
  ['ReadThrottleEvents', 'WriteThrottleEvents'].map((name) =>
    table.metric(name, {
      statistic: Stats.SUM,
      period,
      ...(index !== undefined && {
        dimensionsMap: { TableName: table.tableName, GlobalSecondaryIndexName: index },
      }),
    }),
  )

/** What CloudWatch adds up in one alarm, which is ten metrics at most; one that says nothing counts as none. */
const together = (label: string, metrics: readonly Metric[]) => {
  const named = metrics.map((metric, place) => [`m${place}`, metric.with({ statistic: Stats.SUM })] as const)
  return new MathExpression({
    label,
    expression: named.map(([name]) => `FILL(${name}, 0)`).join(' + '),
    usingMetrics: Object.fromEntries(named),
    period,
  })
}
