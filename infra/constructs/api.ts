import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import {
  AccessLogFormat,
  AuthorizationType,
  EndpointType,
  LambdaIntegration,
  LogGroupLogDestination,
  type MethodOptions,
  MethodLoggingLevel,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { type Route, routes } from '../../shared/contracts/routes.ts'
import type { Alarms } from './alarms.ts'
import { addRefusals } from './refusals.ts'
import type { Identity } from './identity.ts'
import type { ServiceFunction } from './service-function.ts'

export type ApiProps = {
  readonly identity: Identity
  readonly alarms: Alarms
  readonly servedBy: { readonly [name in Route['servedBy']]: ServiceFunction }
}

/** Says who called what and how it went, by route and opaque ids only: no body, no query, no address. */
const accessLine = AccessLogFormat.custom(
  JSON.stringify({
    time: '$context.requestTimeEpoch',
    requestId: '$context.requestId',
    principal: '$context.authorizer.claims.sub',
    method: '$context.httpMethod',
    route: '$context.resourcePath',
    status: '$context.status',
    milliseconds: '$context.responseLatency',
    refusal: '$context.error.responseType',
  }),
)

/** The HTTP API: every route of the table of routes, each behind a token unless the table says `public`. */
export class Api extends Construct {
  constructor(scope: Construct, id: string, { identity, alarms, servedBy }: ApiProps) {
    super(scope, id)
    const accessLog = new LogGroup(this, 'AccessLog', { retention: RetentionDays.ONE_YEAR })
    const api = new RestApi(this, 'Rest', {
      restApiName: 'sar-outcomes',
      description: 'The SAR outcome feedback service',
      endpointTypes: [EndpointType.REGIONAL],
      cloudWatchRole: true,
      cloudWatchRoleRemovalPolicy: RemovalPolicy.RETAIN,
      deployOptions: {
        stageName: 'live',
        throttlingRateLimit: 50,
        throttlingBurstLimit: 100,
        accessLogDestination: new LogGroupLogDestination(accessLog),
        accessLogFormat: accessLine,
        loggingLevel: MethodLoggingLevel.OFF,
        dataTraceEnabled: false,
        metricsEnabled: true,
      },
    })
    addRefusals(api)
    const protection: MethodOptions = {
      authorizationType: AuthorizationType.COGNITO,
      authorizer: identity.authorizer,
      authorizationScopes: [identity.requiredScope],
    }
    Object.values<Route>(routes).forEach(({ method, path, servedBy: name, allowed }) => {
      const integration = new LambdaIntegration(servedBy[name].lambda, { allowTestInvoke: false })
      const access = allowed === 'public' ? { authorizationType: AuthorizationType.NONE } : protection
      api.root.resourceForPath(path).addMethod(method, integration, access)
    })
    alarms.whenOver(
      'api-faults',
      0,
      api.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
      {
        whoIsHarmed: 'Someone using the service was answered with a fault instead of what they asked for.',
        whatToDo:
          'Find the route in the access log of the API, then the error in the log of the function serving it.',
      },
    )
  }
}
