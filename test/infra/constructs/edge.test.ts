import { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { readable, resourcesOf, stackWith } from './synthesized.ts'

const one = (type: string) => {
  const [found, ...others] = resourcesOf(type, z.looseObject({})).values()
  expect(others).toEqual([])
  return found
}
const templateWith = (context: Record<string, unknown>) => Template.fromStack(stackWith({ context }).stack)
const oneIn = (template: Template, type: string) =>
  Object.values(template.findResources(type)).map((found) => z.looseObject({}).parse(found['Properties']))[0]

const Rules = z.object({
  Rules: z.array(z.looseObject({ Name: z.string(), Priority: z.number(), Statement: z.unknown() })),
})

describe('the firewall', () => {
  const { Rules: rules } = Rules.parse(one('AWS::WAFv2::WebACL'))
  const rule = (name: string) => rules.find(({ Name }) => Name === name)

  test('stands before the stage that serves the API and the pages', () => {
    expect(readable(one('AWS::WAFv2::WebACLAssociation')?.['ResourceArn'])).toMatch(
      /\/stages\/ApiRestDeploymentStagelive/,
    )
  })

  test("has AWS's lists of known attacks and addresses", () => {
    const managed = rules.map(({ Name }) => Name).filter((name) => name.startsWith('AWSManaged'))
    expect(managed).toEqual([
      'AWSManagedRulesAmazonIpReputationList',
      'AWSManagedRulesKnownBadInputsRuleSet',
      'AWSManagedRulesCommonRuleSet',
    ])
  })

  test('refuses nobody for what they wrote in a return', () => {
    const counted = z
      .object({
        ManagedRuleGroupStatement: z.object({
          RuleActionOverrides: z.array(
            z.object({ Name: z.string(), ActionToUse: z.object({ Count: z.object({}) }) }),
          ),
        }),
      })
      .parse(rule('AWSManagedRulesCommonRuleSet')?.Statement)
    const names = counted.ManagedRuleGroupStatement.RuleActionOverrides.map(({ Name }) => Name)
    expect(names.every((name) => name.endsWith('_BODY'))).toBe(true)
    expect(names).toContain('CrossSiteScripting_BODY')
  })

  test.each(['per-address', 'per-token'])('limits requests %s, in words that say to wait', (name) => {
    expect(rule(name)).toMatchObject({
      Action: { Block: { CustomResponse: { ResponseCode: 429 } } },
      Statement: { RateBasedStatement: { Limit: 3000, EvaluationWindowSec: 300 } },
    })
  })

  test('takes a body of more than 64 KB for an import only', () => {
    const text = JSON.stringify(rule('large-bodies'))
    expect(text).toContain('"Size":65536')
    expect(text.match(/"SearchString":"[^"]+"/g)).toEqual([
      '"SearchString":"/v1/referrals/import"',
      '"SearchString":"/import"',
    ])
  })

  test('logs what it turned away without tokens, cookies and queries, and keeps no samples', () => {
    expect(one('AWS::WAFv2::LoggingConfiguration')).toMatchObject({
      RedactedFields: [
        { SingleHeader: { Name: 'authorization' } },
        { SingleHeader: { Name: 'cookie' } },
        { QueryString: {} },
      ],
      LoggingFilter: { DefaultBehavior: 'DROP' },
    })
    const sampled = rules.map((each) =>
      z.object({ SampledRequestsEnabled: z.boolean() }).parse(each['VisibilityConfig']),
    )
    expect(sampled.filter(({ SampledRequestsEnabled }) => SampledRequestsEnabled)).toEqual([])
  })
})

test('nothing older than TLS 1.2 is spoken', () => {
  expect(one('AWS::ApiGateway::RestApi')).toMatchObject({
    SecurityPolicy: 'SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09',
    EndpointConfiguration: { Types: ['REGIONAL'] },
  })
})

const named = {
  domainName: 'sar-outcomes.example.police.uk',
  certificateArn: 'arn:aws:acm:region:account:certificate/example',
}

describe('with a name of its own', () => {
  const template = templateWith(named)

  test('is reached by that name at the root, and by no other', () => {
    expect(oneIn(template, 'AWS::ApiGateway::DomainName')).toMatchObject({
      DomainName: named.domainName,
      SecurityPolicy: 'TLS_1_2',
    })
    expect(oneIn(template, 'AWS::ApiGateway::BasePathMapping')).not.toHaveProperty('BasePath')
    expect(oneIn(template, 'AWS::ApiGateway::RestApi')).toMatchObject({ DisableExecuteApiEndpoint: true })
  })

  test('somebody is told a month before its certificate expires', () => {
    const alarms = template.findResources('AWS::CloudWatch::Alarm', {
      Properties: { MetricName: 'DaysToExpiry', Threshold: 30, ComparisonOperator: 'LessThanThreshold' },
    })
    expect(Object.keys(alarms)).toHaveLength(1)
  })
})

describe('behind a private endpoint', () => {
  const privateVpcEndpoint = 'vpce-0123456789abcdef0'
  const template = templateWith({ ...named, privateVpcEndpoint })
  const elsewhere = { StringNotEquals: { 'aws:SourceVpce': privateVpcEndpoint } }
  const onlyThere = [{ Effect: 'Allow' }, { Effect: 'Deny', Condition: elsewhere }]

  test('the API is reached through that endpoint and through nothing else', () => {
    expect(oneIn(template, 'AWS::ApiGateway::RestApi')).toMatchObject({
      EndpointConfiguration: { Types: ['PRIVATE'], VpcEndpointIds: [privateVpcEndpoint] },
      Policy: { Statement: onlyThere },
    })
  })

  test('so is its name', () => {
    expect(oneIn(template, 'AWS::ApiGateway::DomainNameV2')).toMatchObject({
      EndpointConfiguration: { Types: ['PRIVATE'] },
      SecurityPolicy: 'TLS_1_2',
      Policy: { Statement: onlyThere },
    })
    expect(oneIn(template, 'AWS::ApiGateway::DomainNameAccessAssociation')).toMatchObject({
      AccessAssociationSource: privateVpcEndpoint,
    })
  })
})
