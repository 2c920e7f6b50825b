import { AwsSolutionsChecks, NIST80053R5Checks } from 'cdk-nag'
import { describe, expect, test } from 'vitest'
import { type Stage, stages } from '../../../infra/stages.ts'
import { stackWith } from '../constructs/synthesized.ts'
import { acknowledged } from './acknowledged.ts'

/** As much as there can be, so that no construct goes unseen. */
const everything = {
  serviceUrl: 'https://sar-outcomes.example.police.uk',
  domainName: 'sar-outcomes.example.police.uk',
  certificateArn: 'arn:aws:acm:region:account:certificate/example',
  alarmEmail: 'duty@example.police.uk',
  machineClients: 'force.kent,ukfiu',
  identityProviders: JSON.stringify([
    { protocol: 'saml', name: 'nca', metadataUrl: 'https://sso.nca.example/metadata', offices: ['ukfiu'] },
  ]),
}

const findingsIn = (context: Record<string, unknown>) => {
  const { app, stack } = stackWith({ context })
  return [new AwsSolutionsChecks(app), new NIST80053R5Checks(app)].flatMap((pack) =>
    pack.validateScope(stack).violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => ({
        rule: ruleName,
        where: constructPath ?? 'nowhere',
      })),
    ),
  )
}

const holds = (each: (typeof acknowledged)[number], rule: string, where: string, stage: Stage) =>
  each.rule.test(rule) && each.where.test(where) && (each.stage ?? stage) === stage

describe.each([
  ['as it is by default', {}],
  ['with a name, providers and systems', everything],
  ['behind a private endpoint', { ...everything, privateVpcEndpoint: 'vpce-0123456789abcdef0' }],
])('%s', (_, settings) => {
  test.each(stages)(
    '%s has no finding of AWS Solutions or NIST 800-53 that nobody has answered for',
    (stage) => {
      const unanswered = findingsIn({ ...settings, stage }).filter(
        ({ rule, where }) => !acknowledged.some((each) => holds(each, rule, where, stage)),
      )
      expect(unanswered).toEqual([])
    },
  )
})

test('nothing is answered for that is not found any more', () => {
  const found = stages.flatMap((stage) => findingsIn({ stage }).map((finding) => ({ ...finding, stage })))
  const stale = acknowledged.filter(
    (each) => !found.some(({ rule, where, stage }) => holds(each, rule, where, stage)),
  )
  expect(stale).toEqual([])
})
