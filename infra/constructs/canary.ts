import { Aws, Duration, RemovalPolicy, SecretValue, Stack } from 'aws-cdk-lib'
import { Stats } from 'aws-cdk-lib/aws-cloudwatch'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs'
import { Schedule, ScheduleExpression, ScheduleGroup } from 'aws-cdk-lib/aws-scheduler'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import type { Settings } from '../settings.ts'
import { protections } from '../stages.ts'
import type { Alarms } from './alarms.ts'
import type { Data } from './data.ts'
import type { Identity } from './identity.ts'
import { ServiceFunction } from './service-function.ts'

export type CanaryProps = {
  readonly bundles: string
  readonly alarms: Alarms
  readonly data: Data
  readonly identity: Identity
  readonly settings: Settings
  /** Where the service is found from outside. */
  readonly address: string
}

const runbook = 'the-walk-through-the-service-fails'

/** Walks through the service from outside as people do, and tells when it does not come off, is slow or has stopped. */
export class Canary extends Construct {
  constructor(scope: Construct, id: string, props: CanaryProps) {
    super(scope, id)
    const { alarms, data, settings, identity, bundles, address } = props
    const clients = this.#clients(identity, data)
    const canary = new ServiceFunction(this, {
      name: 'canary',
      invokedAs: 'sar-outcomes-canary',
      does: 'From outside: walks through the service as people do',
      bundles,
      alarms,
      memoryMiB: 512,
      timeout: Duration.minutes(5),
      environment: {
        WALK_ADDRESS: address,
        TOKEN_URL: `${identity.signIn.origin}/oauth2/token`,
        CANARY_ORGANISATION: settings.canaryOrganisation,
        CANARY_SECRET_ARN: clients.secretArn,
      },
      onFault: {
        whoIsHarmed:
          'Forces and UKFIU officers probably cannot use the service: a walk through it failed twice.',
        whatToDo:
          'Read in the log of the function canary which step failed, then the log of the function that serves it; what people send while it fails may have to be sent again.',
        runbook,
      },
    })
    canary.mayDo(['secretsmanager:GetSecretValue'], clients.secretArn)
    data.letDecrypt(canary, 'Secrets')
    this.#everySoOften(canary, Duration.minutes(protections[settings.stage].walk.everyMinutes))
    this.#watch(canary, alarms)
  }

  /** Made by the user pool, and kept where only the walk may read it. */
  #clients({ canaryClients }: Identity, data: Data) {
    return new Secret(this, 'Clients', {
      description: 'What the walk through the service signs in with. Made by itself.',
      secretStringValue: SecretValue.unsafePlainText(
        Stack.of(this).toJsonString(Object.fromEntries(canaryClients)),
      ),
      encryptionKey: data.keys.of('Secrets'),
      removalPolicy: RemovalPolicy.DESTROY,
    })
  }

  /** A group of its own says that this belongs to no day of the service: it watches in real time only. */
  #everySoOften({ live }: ServiceFunction, every: Duration) {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    })
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [live.functionArn] }),
    )
    // The next walk comes soon enough.
    const retryPolicy = { maximumEventAgeInSeconds: 60, maximumRetryAttempts: 0 }
    live.configureAsyncInvoke({ retryAttempts: 0 })
    new Schedule(this, 'EverySoOften', {
      description: `Walks through the service every ${every.toMinutes()} minutes`,
      schedule: ScheduleExpression.rate(every),
      scheduleGroup: new ScheduleGroup(this, 'Watching'),
      target: { bind: () => ({ arn: live.functionArn, role, retryPolicy }) },
    })
  }

  #watch({ lambda, logGroup }: ServiceFunction, alarms: Alarms) {
    const metricNamespace = 'SarOutcomes'
    new MetricFilter(this, 'Steps', {
      logGroup,
      filterPattern: FilterPattern.exists('$.step'),
      metricNamespace,
      metricName: 'WalkStepMilliseconds',
      metricValue: '$.milliseconds',
      dimensions: { step: '$.step' },
    })
    const walked = new MetricFilter(this, 'Walked', {
      logGroup,
      filterPattern: FilterPattern.exists('$.walked'),
      metricNamespace,
      metricName: 'WalkMilliseconds',
      metricValue: '$.walked',
    })
    const slowest = walked.metric({ statistic: Stats.MINIMUM, period: Duration.hours(1) })
    alarms.whenOver('walk-slow', Duration.seconds(20).toMilliseconds(), slowest, {
      whoIsHarmed:
        'People wait long for every page: even the quickest walk of an hour took more than 20 seconds.',
      whatToDo:
        'See on the dashboard which function takes long and since when, then the traces of it in X-Ray.',
      runbook,
    })
    alarms.whenSilent('walk-stopped', lambda.metricInvocations({ period: Duration.hours(2) }), {
      whoIsHarmed:
        'Nobody would notice that the service is out of reach: the walk that looks has not begun for two hours.',
      whatToDo:
        'See in EventBridge Scheduler whether its schedule is enabled, and invoke the function canary by hand.',
      runbook,
    })
  }
}
