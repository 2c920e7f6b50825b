import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2'

type Rule = Omit<CfnWebACL.RuleProperty, 'priority'>

/** Counted in CloudWatch, and with no sample kept: a sample has headers and addresses of people in it. */
export const watched = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
})

const unchanged = [{ priority: 0, type: 'NONE' }]
const fiveMinutes = 300

/** Too much from one address. The whole of a force may come from one. */
export const perAddress = (limit: number): Rule => ({
  name: 'per-address',
  action: { block: { customResponse: { responseCode: 429 } } },
  visibilityConfig: watched('per-address'),
  statement: {
    rateBasedStatement: { limit, evaluationWindowSec: fiveMinutes, aggregateKeyType: 'IP' },
  },
})

/** Too much with one token, wherever it is sent from: a force's system gone wild slows nobody else down. */
export const perToken = (limit: number): Rule => ({
  name: 'per-token',
  action: { block: { customResponse: { responseCode: 429 } } },
  visibilityConfig: watched('per-token'),
  statement: {
    rateBasedStatement: {
      limit,
      evaluationWindowSec: fiveMinutes,
      aggregateKeyType: 'CUSTOM_KEYS',
      customKeys: [{ header: { name: 'authorization', textTransformations: unchanged } }],
    },
  },
})

/** A body longer than what is inspected, unless it is sent to one of these paths, whatever stage stands before them. */
export const bodiesOver = (bytes: number, except: readonly string[]): Rule => ({
  name: 'large-bodies',
  action: { block: { customResponse: { responseCode: 413 } } },
  visibilityConfig: watched('large-bodies'),
  statement: {
    andStatement: {
      statements: [
        {
          sizeConstraintStatement: {
            fieldToMatch: { body: { oversizeHandling: 'MATCH' } },
            comparisonOperator: 'GT',
            size: bytes,
            textTransformations: unchanged,
          },
        },
        ...except.map((path) => ({ notStatement: { statement: endsWith(path) } })),
      ],
    },
  },
})

const endsWith = (path: string): CfnWebACL.StatementProperty => ({
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: 'ENDS_WITH',
    searchString: path,
    textTransformations: unchanged,
  },
})

/**
 * Rules about bodies only count here. Officers write of addresses, scripts and files in plain words, and a return that
 * is refused for its wording would make a force late; bodies are held against strict schemas and escaped when shown.
 */
const onlyCounted = [
  'SizeRestrictions_BODY',
  'CrossSiteScripting_BODY',
  'GenericLFI_BODY',
  'GenericRFI_BODY',
  'EC2MetaDataSSRF_BODY',
]

const managedBy = (name: string, counted: readonly string[] = []): Rule => ({
  name,
  overrideAction: { none: {} },
  visibilityConfig: watched(name),
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name,
      ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
})

/** AWS's own lists, which AWS keeps up to date. */
export const managed: readonly Rule[] = [
  managedBy('AWSManagedRulesAmazonIpReputationList'),
  managedBy('AWSManagedRulesKnownBadInputsRuleSet'),
  managedBy('AWSManagedRulesCommonRuleSet', onlyCounted),
]
