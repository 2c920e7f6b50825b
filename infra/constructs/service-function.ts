import { type Duration, RemovalPolicy } from 'aws-cdk-lib'
import { type IRole, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  Alias,
  Architecture,
  Code,
  Function,
  type IAlias,
  type IFunction,
  type IVersion,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda'
import type { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { join } from 'node:path'
import type { FunctionName } from '../bundle.ts'
import type { Alarms, Guided, Harm } from './alarms.ts'
import { Rollouts } from './rollouts.ts'

export type ServiceFunctionProps = {
  readonly name: FunctionName
  /** By what name people invoke it, where nothing else does. */
  readonly invokedAs?: string
  readonly does: string
  readonly bundles: string
  readonly alarms: Alarms
  readonly onFault: Harm & Partial<Guided>
  readonly memoryMiB: number
  readonly timeout: Duration
  readonly environment: Record<string, string>
}

/**
 * A Lambda with the settings all of them share, its own log group and an alarm on its faults, and a role that may do
 * nothing but write to that log group until something is granted with `mayDo`.
 */
export class ServiceFunction extends Construct {
  readonly lambda: Function
  /** What its triggers call: leads to the version in use, and during a deployment to two. */
  readonly live: IAlias
  readonly logGroup: LogGroup
  readonly #role: Role

  constructor(scope: Construct, props: ServiceFunctionProps) {
    super(scope, props.name)
    this.logGroup = props.alarms.newLog(this, 'Logs')
    this.#role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    this.mayDo(['logs:CreateLogStream', 'logs:PutLogEvents'], this.logGroup.logGroupArn)
    this.lambda = new Function(this, 'Function', {
      ...(props.invokedAs !== undefined && { functionName: props.invokedAs }),
      description: props.does,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(join(props.bundles, props.name), { exclude: ['*.map'] }),
      handler: 'index.handler',
      memorySize: props.memoryMiB,
      timeout: props.timeout,
      environment: props.environment,
      role: this.#role,
      logGroup: this.logGroup,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.ACTIVE,
      // The last versions stay, so that a person can lead the alias back to one at once.
      currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN },
    })
    props.alarms.onFaults(props.name, this.lambda, this.logGroup, props.onFault)
    this.live = this.#introduce(props)
  }

  #introduce({ name, alarms }: ServiceFunctionProps): IAlias {
    const version = needed(this.lambda.currentVersion, isVersion)
    const live = new Alias(this, 'Live', { aliasName: 'live', version })
    Rollouts.of(this).guard(live, alarms.onNewVersion(name, live, this.logGroup))
    return needed(live, isAlias)
  }

  /** Allows exactly these actions on exactly these resources. */
  mayDo(actions: readonly string[], ...resources: readonly string[]) {
    this.#role.addToPolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }))
  }
}

/** A version or an alias. CDK's types say of its role that it may be undefined, where its interfaces say that it may be missing. */
type Qualified = { readonly role: IRole | undefined }

const isVersion = (made: Qualified): made is Qualified & IVersion => made.role !== undefined
const isAlias = (made: Qualified): made is Qualified & IAlias => made.role !== undefined

const needed = <Asked extends IFunction>(
  made: Qualified,
  is: (made: Qualified) => made is Qualified & Asked,
): Asked => {
  if (is(made)) return made
  throw new Error('A version has the role of its function')
}
