import type { Duration } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Code, Function, LoggingFormat, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda'
import type { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { join } from 'node:path'
import type { FunctionName } from '../bundle.ts'
import type { Alarms, Harm } from './alarms.ts'

export type ServiceFunctionProps = {
  readonly name: FunctionName
  /** By what name people invoke it, where nothing else does. */
  readonly invokedAs?: string
  readonly does: string
  readonly bundles: string
  readonly alarms: Alarms
  readonly onFault: Harm
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
    })
    props.alarms.onFaults(props.name, this.lambda, this.logGroup, props.onFault)
  }

  /** Allows exactly these actions on exactly these resources. */
  mayDo(actions: readonly string[], ...resources: readonly string[]) {
    this.#role.addToPolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }))
  }
}
