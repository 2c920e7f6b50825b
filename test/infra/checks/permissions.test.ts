import { describe, expect, test } from 'vitest'
import { allowedBy } from '../../checks/permissions/allowed.ts'
import { compare, type Permission } from '../../checks/permissions/compare.ts'

const table = 'arn:aws:dynamodb:eu-west-2:000000000000:table/Referrals'
const read: Permission = { functionName: 'reports', action: 'dynamodb:GetItem', resource: table }
const query = { ...read, action: 'dynamodb:Query', resource: `${table}/index/due` }
const files = { ...read, action: 's3:GetObject', resource: 'arn:aws:s3:::editions/editions/*' }
const nothing = { refused: [], unused: [], staleExcuses: [] }

const differences = (done: readonly Permission[], allowed: readonly Permission[]) =>
  compare({ recorded: done, allowed, excused: [] })

describe('what functions were seen to do, held against what they may', () => {
  test('agrees when each permission was used and each call is permitted', () => {
    const file = { ...files, resource: 'arn:aws:s3:::editions/editions/2025-26/1.json' }
    expect(differences([read, query, file], [read, query, files])).toEqual(nothing)
  })

  test.each([
    ['an action', { ...read, action: 'dynamodb:PutItem' }],
    ['an index', { ...read, action: 'dynamodb:Query', resource: `${table}/index/organisation` }],
    ['a table whose index may be read', { ...query, resource: table }],
    ['a file beside the folder', { ...files, resource: 'arn:aws:s3:::editions/other.json' }],
    ['what another function may', { ...read, functionName: 'returns' }],
  ])('tells of %s that is not permitted', (_, done) => {
    expect(differences([read, query, files, done], [read, query, files])).toEqual({
      ...nothing,
      refused: [done],
    })
  })

  test('tells of a permission that nothing used', () => {
    expect(differences([read], [read, query])).toEqual({ ...nothing, unused: [query] })
    expect(differences([], [])).toEqual(nothing)
  })

  test('tells of an excuse that nothing needs', () => {
    const excuse = { action: /Query$/, resource: /due$/, reason: 'used by nobody' }
    const needed = compare({ recorded: [read], allowed: [read, query], excused: [excuse] })
    const elsewhere = { ...excuse, functionName: /^other$/ }
    expect(compare({ recorded: [read], allowed: [read, query], excused: [elsewhere] }).unused).toEqual([
      query,
    ])
    const inVain = compare({ recorded: [read, query], allowed: [read, query], excused: [excuse] })
    expect(needed).toEqual(nothing)
    expect(inVain).toEqual({ ...nothing, staleExcuses: [excuse] })
  })
})

test('reads from a template what each function may do, and nothing of other services', () => {
  const template = {
    Resources: {
      Notes: { Type: 'AWS::DynamoDB::Table', Properties: {} },
      Role: { Type: 'AWS::IAM::Role', Properties: {} },
      Reader: { Type: 'AWS::Lambda::Function', Properties: { Role: { 'Fn::GetAtt': ['Role', 'Arn'] } } },
      Policy: {
        Type: 'AWS::IAM::Policy',
        Properties: {
          Roles: [{ Ref: 'Role' }],
          PolicyDocument: {
            Statement: [
              {
                Effect: 'Allow',
                Action: ['dynamodb:GetItem', 'dynamodb:Query'],
                Resource: { 'Fn::GetAtt': ['Notes', 'Arn'] },
              },
              { Effect: 'Allow', Action: 'xray:PutTraceSegments', Resource: '*' },
            ],
          },
        },
      },
    },
  }
  const resource = 'arn:aws:dynamodb:eu-west-2:000000000000:table/Notes'
  expect(allowedBy(JSON.stringify(template), ['dynamodb'])).toEqual([
    { functionName: 'Reader', action: 'dynamodb:GetItem', resource },
    { functionName: 'Reader', action: 'dynamodb:Query', resource },
  ])
})
