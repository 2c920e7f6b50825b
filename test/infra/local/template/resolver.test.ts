import { expect, test } from 'vitest'
import { resolverOf } from '../../../../infra/local/template/resolver.ts'

const resolve = resolverOf(
  { Parameters: { Stage: { Default: 'live' }, Bare: { Default: undefined } } },
  (id) => ({
    ref: `ref of ${id}`,
    attributes: { Arn: `arn of ${id}`, 'Deep.Name': `deep name of ${id}` },
  }),
)

test.each([
  ['a reference', { Ref: 'Table' }, 'ref of Table'],
  ['a parameter', { Ref: 'Stage' }, 'live'],
  ['a pseudo parameter', { Ref: 'AWS::Region' }, 'eu-west-2'],
  ['an attribute', { 'Fn::GetAtt': ['Table', 'Arn'] }, 'arn of Table'],
  ['an attribute written short', { 'Fn::GetAtt': 'Table.Deep.Name' }, 'deep name of Table'],
  ['a joined text', { 'Fn::Join': ['-', ['a', { Ref: 'Stage' }, 3]] }, 'a-live-3'],
  [
    'a text with names in it',
    { 'Fn::Sub': '${Table}/${Table.Arn}/${AWS::AccountId}/${!Kept}' },
    'ref of Table/arn of Table/000000000000/${Kept}',
  ],
  [
    'a text with values of its own',
    { 'Fn::Sub': ['${a}-${Stage}', { a: { Ref: 'Table' } }] },
    'ref of Table-live',
  ],
  ['a part of a split text', { 'Fn::Select': ['1', { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
  ['what holds no function', { a: [1, true, null, { b: 'c' }] }, { a: [1, true, null, { b: 'c' }] }],
  ['a value that is none', { a: { Ref: 'AWS::NoValue' }, b: [1, { Ref: 'AWS::NoValue' }] }, { b: [1] }],
])('resolves %s', (_, value, resolved) => {
  expect(resolve(value)).toEqual(resolved)
})

test.each([
  ['a function it has not been taught', { 'Fn::FindInMap': ['a', 'b', 'c'] }, 'Fn::FindInMap'],
  ['a parameter without a default', { Ref: 'Bare' }, 'Bare'],
  ['an attribute that nothing here has', { 'Fn::GetAtt': ['Table', 'Owner'] }, 'Owner of Table'],
])('refuses %s, naming it', (_, value, name) => {
  expect(() => resolve(value)).toThrow(name)
})
