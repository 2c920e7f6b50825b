import { allSettledOrThrow, type Cleanup } from './cleanup.ts'
import { openClock } from './clock.ts'
import { takeDataDirectory } from './data-directory.ts'
import { endpointsFile } from './endpoints.ts'
import { clientOptions } from './engines/client-options.ts'
import { startEngines } from './engines/start.ts'
import { type FirstStart, openFirstStart } from './first-start.ts'
import type { Identity } from './identity/identity.ts'
import type { NotifyStandIn } from './notify/notify.ts'
import type { SeedTarget } from './prepare.ts'
import { startIdentity, startOutsideServices } from './stand-ins.ts'
import type { Deployment } from './template/deployment.ts'
import { readDeployment } from './template/read.ts'
import { startWork, type Work } from './work.ts'

export type PartsOptions = {
  readonly url: string
  readonly dataDir: string
  readonly dynamoDbEndpoint: string | undefined
  readonly recordCallsIn: string | undefined
  readonly assembly: Promise<string>
  readonly log: (line: string) => void
}

/** The running service but for its door: nothing is scheduled yet and nobody can ask it anything. */
export type Parts = Work & {
  readonly deployment: Deployment
  readonly identity: Identity
  readonly notify: NotifyStandIn
  readonly firstStart: FirstStart
  readonly seedTarget: SeedTarget
  /** Resolves with the reason if something that the service can't do without ends. */
  readonly failed: Promise<string>
}

/** Starts everything that stands behind the address, and remembers in `cleanup` how to end it. */
export const startParts = async (options: PartsOptions, cleanup: Cleanup): Promise<Parts> => {
  const { url, log: say } = options
  const { path: dataDir } = cleanup.opened(takeDataDirectory(options.dataDir), ({ release }) => release())
  const firstStart = openFirstStart(dataDir, options.dynamoDbEndpoint)
  const clock = openClock(dataDir)
  const { now } = clock
  const [engines, identity, assembly] = await allSettledOrThrow([
    startEngines({ dataDir, endpoint: options.dynamoDbEndpoint }, cleanup),
    startIdentity({ url, dataDir }, cleanup),
    options.assembly,
  ])
  const deployment = readDeployment(assembly, engines.sqs)
  const environment = wholeEnvironment(deployment)
  const [streamArns, { notify, secretsUrl }] = await Promise.all([
    engines.prepare(deployment),
    startOutsideServices(
      { environment, dataDir, sessionSecret: identity.pages.sessionSecret, url, now, say },
      cleanup,
    ),
  ])
  const dynamoDbEndpoint = engines.dynamoDb.endpoint
  const overrides = {
    AWS_ENDPOINT_URL_DYNAMODB: dynamoDbEndpoint,
    AWS_ENDPOINT_URL_S3: engines.s3.endpoint,
    AWS_ENDPOINT_URL_SQS: engines.sqs.endpoint,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secretsUrl,
    NOTIFY_BASE_URL: notify.url,
    SERVICE_URL: url,
    WALK_ADDRESS: url,
    TOKEN_URL: `${url}/oauth/token`,
    SIGN_IN_ISSUER: identity.pages.issuer,
    SIGN_IN_ORIGIN: url,
    SIGN_IN_CLIENT_ID: identity.pages.clientId,
  }
  endpointsFile(dataDir).write({
    dynamoDb: dynamoDbEndpoint,
    sqs: engines.sqs.endpoint,
    secretsManager: secretsUrl,
  })
  const { recordCallsIn } = options
  const work = startWork(
    { deployment, engines, streamArns, overrides, dataDir, recordCallsIn, clock, say },
    cleanup,
  )
  const seedTarget = { dynamoDb: clientOptions(dynamoDbEndpoint), environment, now, say }
  return { ...work, firstStart, deployment, identity, notify, seedTarget, failed: engines.dynamoDb.failed }
}

/** The functions' variables together: two functions never mean different things by one name. */
const wholeEnvironment = ({ functions }: Deployment) =>
  Object.fromEntries(functions.flatMap(({ environment }) => Object.entries(environment)))
