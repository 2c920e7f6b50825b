import { Duration, RemovalPolicy, Size } from 'aws-cdk-lib'
import {
  AccessLogFormat,
  AuthorizationType,
  EndpointType,
  LambdaIntegration,
  CfnRestApi,
  LogGroupLogDestination,
  type MethodOptions,
  MethodLoggingLevel,
  RestApi,
  type RestApiProps,
} from 'aws-cdk-lib/aws-apigateway'
import { Stats } from 'aws-cdk-lib/aws-cloudwatch'
import type { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { type Route, routes } from '../../shared/contracts/routes.ts'
import type { Settings } from '../settings.ts'
import { Address } from './address.ts'
import type { Alarms } from './alarms.ts'
import { Firewall } from './firewall.ts'
import { onlyFrom } from './private-door.ts'
import { addRefusals } from './refusals.ts'
import type { Identity } from './identity.ts'
import type { ServiceFunction } from './service-function.ts'

export type ApiProps = {
  readonly identity: Identity
  readonly alarms: Alarms
  readonly servedBy: { readonly [name in Route['servedBy']]: ServiceFunction }
  /** Serves every address that no route has. */
  readonly pages: ServiceFunction
  readonly settings: Settings
}

/** Says who called what and how it went, by route and opaque ids only: no body, no query, no address. */
const accessLine = AccessLogFormat.custom(
  JSON.stringify({
    time: '$context.requestTimeEpoch',
    requestId: '$context.requestId',
    trace: '$context.xrayTraceId',
    principal: '$context.authorizer.claims.sub',
    method: '$context.httpMethod',
    route: '$context.resourcePath',
    status: '$context.status',
    milliseconds: '$context.responseLatency',
    refusal: '$context.error.responseType',
  }),
)

const pageMethods = ['GET', 'POST'] as const

/** The HTTP API: every route of the table of routes, each behind a token unless the table says `public`. */
export class Api extends Construct {
  readonly #api: RestApi
  readonly accessLog: LogGroup
  /** Where the service is found without a name of its own, and what its own name must lead to. */
  readonly addresses: { readonly own: string; readonly named: string | undefined }

  constructor(scope: Construct, id: string, { identity, alarms, servedBy, pages, settings }: ApiProps) {
    super(scope, id)
    this.accessLog = alarms.newLog(this, 'AccessLog', { requests: true })
    const api = new RestApi(this, 'Rest', {
      restApiName: 'sar-outcomes',
      description: 'The SAR outcome feedback service',
      ...doorOf(settings),
      // Once it has a name of its own, nobody comes in by another.
      disableExecuteApiEndpoint: settings.domainName !== undefined,
      // Documents are bytes, whichever types the browser that downloads them says it takes.
      binaryMediaTypes: ['*/*'],
      // Smaller answers cost more to compress than they save.
      minCompressionSize: Size.kibibytes(1),
      cloudWatchRole: true,
      cloudWatchRoleRemovalPolicy: RemovalPolicy.RETAIN,
      deployOptions: {
        stageName: 'live',
        throttlingRateLimit: 50,
        throttlingBurstLimit: 100,
        accessLogDestination: new LogGroupLogDestination(this.accessLog),
        accessLogFormat: accessLine,
        loggingLevel: MethodLoggingLevel.OFF,
        dataTraceEnabled: false,
        metricsEnabled: true,
        tracingEnabled: true,
      },
    })
    this.#api = api
    this.#finish(api, settings)
    addRefusals(api)
    new Firewall(this, 'Firewall', { ...settings, stage: api.deploymentStage, alarms })
    const named = this.#address(api, alarms, settings)
    this.addresses = { own: api.url, named: named?.leadsTo }
    const protection: MethodOptions = {
      authorizationType: AuthorizationType.COGNITO,
      authorizer: identity.authorizer,
      authorizationScopes: [identity.requiredScope],
    }
    Object.values<Route>(routes).forEach(({ method, path, servedBy: name, allowed }) => {
      const integration = new LambdaIntegration(servedBy[name].live, { allowTestInvoke: false })
      const access = allowed === 'public' ? { authorizationType: AuthorizationType.NONE } : protection
      api.root.resourceForPath(path).addMethod(method, integration, access)
    })
    // The pages know who is there by a cookie, so no authorizer stands before them.
    const forPages = new LambdaIntegration(pages.live, { allowTestInvoke: false })
    const open: MethodOptions = { authorizationType: AuthorizationType.NONE }
    api.root.addMethod('GET', forPages, open)
    const everyPage = api.root.addResource('{proxy+}')
    pageMethods.forEach((method) => everyPage.addMethod(method, forPages, open))
    alarms.whenOver(
      'api-faults',
      0,
      api.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
      {
        whoIsHarmed: 'Someone using the service was answered with a fault instead of what they asked for.',
        whatToDo:
          'Find the route in the access log of the API, then the error in the log of the function serving it.',
        runbook: 'a-function-reports-errors',
      },
    )
  }
  /** How many requests come, and how many of them are refused or fail. */
  traffic(period: Duration) {
    return [
      this.#api.metricCount({ period }),
      this.#api.metricClientError({ period }),
      this.#api.metricServerError({ period }),
    ]
  }

  /** In milliseconds: what half of all requests take at most, and 99 in 100. */
  waiting(period: Duration) {
    return [50, 99].map((share) => this.#api.metricLatency({ period, statistic: Stats.percentile(share) }))
  }

  #address(api: RestApi, alarms: Alarms, settings: Settings) {
    const { domainName, certificateArn, privateVpcEndpoint } = settings
    if (domainName === undefined || certificateArn === undefined) return undefined
    return new Address(this, 'Address', { api, alarms, domainName, certificateArn, privateVpcEndpoint })
  }

  /** What CDK's own construct has no word for, or would load the whole of its networks for. */
  #finish({ node: { defaultChild: resource } }: RestApi, { privateVpcEndpoint }: Settings) {
    if (!(resource instanceof CfnRestApi)) throw new Error('The REST API is of another kind')
    // TLS 1.2 with forward secrecy, or 1.3.
    resource.securityPolicy = 'SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09'
    resource.endpointAccessMode = 'BASIC'
    if (privateVpcEndpoint === undefined) return
    resource.endpointConfiguration = { types: [EndpointType.PRIVATE], vpcEndpointIds: [privateVpcEndpoint] }
  }
}

/** Open to the internet, or reached through one endpoint of a private network only. */
const doorOf = ({ privateVpcEndpoint }: Settings): Partial<RestApiProps> =>
  privateVpcEndpoint === undefined
    ? { endpointTypes: [EndpointType.REGIONAL] }
    : { endpointTypes: [EndpointType.PRIVATE], policy: onlyFrom(privateVpcEndpoint) }
