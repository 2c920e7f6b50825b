import { Aws } from 'aws-cdk-lib'
import type { Stage } from 'aws-cdk-lib/aws-apigateway'
import { CfnLoggingConfiguration, CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2'
import { Construct } from 'constructs'
import { routes } from '../../shared/contracts/routes.ts'
import type { Alarms } from './alarms.ts'
import { bodiesOver, managed, perAddress, perToken, watched } from './firewall-rules.ts'

export type FirewallProps = {
  readonly stage: Stage
  readonly alarms: Alarms
  /** From one address in five minutes. */
  readonly requestsPerAddress: number
}

/** As much of a body as the firewall reads, and as anything but an import may send. */
const inspected = { limit: 'KB_64', bytes: 64 * 1024 }

/** Where a whole spreadsheet is sent: the API's own address, and the page's. */
const imports = [routes.importReferrals.path, '/import']

/** Stands before the API and the pages: known attacks, known bad addresses, and too much of anything, are turned away. */
export class Firewall extends Construct {
  constructor(scope: Construct, id: string, { stage, alarms, requestsPerAddress }: FirewallProps) {
    super(scope, id)
    const acl = new CfnWebACL(this, 'Acl', {
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: watched('sar-outcomes-firewall'),
      associationConfig: {
        requestBody: { API_GATEWAY: { defaultSizeInspectionLimit: inspected.limit } },
      },
      rules: [
        perAddress(requestsPerAddress),
        perToken(requestsPerAddress),
        bodiesOver(inspected.bytes, imports),
        ...managed,
      ].map((rule, priority) => ({ ...rule, priority })),
    })
    new CfnWebACLAssociation(this, 'Association', { webAclArn: acl.attrArn, resourceArn: stage.stageArn })
    this.#log(acl, alarms)
  }

  /** What was turned away, without what could say who somebody is or what they wrote. */
  #log(acl: CfnWebACL, alarms: Alarms) {
    // The firewall writes only to groups whose names begin so.
    const log = alarms.newLog(this, 'Log', { requests: true, name: `aws-waf-logs-${Aws.STACK_NAME}` })
    new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: acl.attrArn,
      logDestinationConfigs: [log.logGroupArn.replace(/:\*$/, '')],
      redactedFields: [
        { singleHeader: { Name: 'authorization' } },
        { singleHeader: { Name: 'cookie' } },
        { queryString: {} },
      ],
      loggingFilter: {
        DefaultBehavior: 'DROP',
        Filters: [
          {
            Behavior: 'KEEP',
            Requirement: 'MEETS_ANY',
            Conditions: [
              { ActionCondition: { Action: 'BLOCK' } },
              { ActionCondition: { Action: 'EXCLUDED_AS_COUNT' } },
            ],
          },
        ],
      },
    })
  }
}
