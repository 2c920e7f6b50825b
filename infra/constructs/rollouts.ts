import { Stack } from 'aws-cdk-lib'
import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch'
import { LambdaApplication, LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy'
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Alias } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import { readSettings } from '../settings.ts'
import { protections } from '../stages.ts'

const id = 'Rollouts'

/** How a new version of a function takes over from the last one: a tenth of the calls first, where people depend on it. */
export class Rollouts extends Construct {
  readonly #application: LambdaApplication
  readonly #role: Role
  readonly #gradual: boolean

  private constructor(stack: Stack) {
    super(stack, id)
    this.#gradual = protections[readSettings(stack.node).stage].gradualRollout
    this.#application = new LambdaApplication(this, 'Application')
    this.#role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('codedeploy.amazonaws.com'),
      managedPolicies: [
        ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSCodeDeployRoleForLambdaLimited'),
      ],
    })
  }

  /** The one of the stack that a construct is in. */
  static of(scope: Construct): Rollouts {
    const stack = Stack.of(scope)
    const known = stack.node.tryFindChild(id)
    return known instanceof Rollouts ? known : new Rollouts(stack)
  }

  /** Lets the version that an alias leads to change step by step, and back at once when an alarm says so. */
  guard(alias: Alias, ...alarms: readonly Alarm[]): void {
    const { CANARY_10PERCENT_5MINUTES, ALL_AT_ONCE } = LambdaDeploymentConfig
    new LambdaDeploymentGroup(alias, 'Rollout', {
      application: this.#application,
      // The role has its policy already, and this keeps each group from adding it once more.
      role: this.#role.withoutPolicyUpdates(),
      alias,
      deploymentConfig: this.#gradual ? CANARY_10PERCENT_5MINUTES : ALL_AT_ONCE,
      alarms: [...alarms],
      autoRollback: { failedDeployment: true, stoppedDeployment: true, deploymentInAlarm: true },
    })
  }
}
