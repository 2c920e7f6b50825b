import { Aws } from 'aws-cdk-lib'
import { CfnBudget } from 'aws-cdk-lib/aws-budgets'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Topic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'

export type BudgetProps = {
  readonly topic: Topic
  /** US dollars a month. */
  readonly amount: number
  /** The tag by which the costs of this service are told from others of the account. */
  readonly tag: readonly [string, string]
}

/** Tells whoever is told of alarms that the month will cost more than it should. It stops nothing. */
export class Budget extends Construct {
  constructor(scope: Construct, id: string, { topic, amount, tag }: BudgetProps) {
    super(scope, id)
    topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'Budget',
        principals: [new ServicePrincipal('budgets.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    )
    const subscribers = [{ subscriptionType: 'SNS', address: topic.topicArn }]
    const when = (notificationType: string, threshold: number) => ({
      notification: {
        notificationType,
        threshold,
        comparisonOperator: 'GREATER_THAN',
        thresholdType: 'PERCENTAGE',
      },
      subscribers,
    })
    new CfnBudget(this, 'Monthly', {
      budget: {
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount, unit: 'USD' },
        costFilters: { TagKeyValue: [`user:${tag.join('$')}`] },
      },
      notificationsWithSubscribers: [when('ACTUAL', 80), when('FORECASTED', 100)],
    })
  }
}
