import { expect, test } from 'vitest'
import { readAliases } from '../../../../infra/local/template/aliases.ts'
import { parseTemplate } from '../../../../infra/local/template/document.ts'
import { readFunctions } from '../../../../infra/local/template/functions.ts'
import { referenceTo } from '../../../../infra/local/template/references.ts'
import { type Resolve, resolverOf } from '../../../../infra/local/template/resolver.ts'
import { StartRefused } from '../../../../infra/local/start-refused.ts'

const of = (Type: string, Properties: object) => ({ Type, Properties })

const version = of('AWS::Lambda::Version', { FunctionName: { Ref: 'Reader' } })
const alias = of('AWS::Lambda::Alias', {
  FunctionName: { Ref: 'Reader' },
  FunctionVersion: { 'Fn::GetAtt': ['First', 'Version'] },
  Name: 'live',
})
const lambda = of('AWS::Lambda::Function', {
  Code: { S3Bucket: 'assets', S3Key: 'code.zip' },
  Handler: 'index.handler',
  Runtime: 'nodejs24.x',
})

/** A template with a function, its version and its alias, and whatever else a test adds or changes. */
const templateWith = (resources: object = {}) => {
  const all = { Reader: lambda, First: version, Live: alias, ...resources }
  const document = parseTemplate(JSON.stringify({ Resources: all }))
  const resolve: Resolve = resolverOf(document, (id) => {
    const resource = document.Resources[id]
    if (!resource) throw new Error(`There is no ${id}`)
    return referenceTo(id, resource, { queuesUrl: 'http://queues' }, resolve)
  })
  return { document, resolve }
}

const functionArn = 'arn:aws:lambda:eu-west-2:000000000000:function:Reader'

test('an alias is known by the ARN that triggers refer to', () => {
  const { document, resolve } = templateWith()
  const aliases = readAliases(document, resolve)
  expect(aliases).toEqual([{ name: 'live', arn: `${functionArn}:live`, functionArn }])
  expect(resolve({ Ref: 'Live' })).toBe(`${functionArn}:live`)
  expect(readFunctions(document, resolve, '/assembly')).toMatchObject([
    { arn: functionArn, aliasArn: `${functionArn}:live` },
  ])
})

test.each([
  ['a second alias', { Second: of('AWS::Lambda::Alias', { ...alias.Properties, Name: 'next' }) }],
  [
    'an alias that leads to two versions at once',
    { Live: of('AWS::Lambda::Alias', { ...alias.Properties, RoutingConfig: {} }) },
  ],
  [
    'a version that the template does not make',
    { Live: of('AWS::Lambda::Alias', { ...alias.Properties, FunctionVersion: '7' }) },
  ],
  [
    'retries that hold for calls past the alias only',
    { Retries: of('AWS::Lambda::EventInvokeConfig', { FunctionName: 'Reader', Qualifier: '$LATEST' }) },
  ],
])('%s is refused', (_, resources) => {
  const { document, resolve } = templateWith(resources)
  expect(() => readFunctions(document, resolve, '/assembly')).toThrow(StartRefused)
})
