import { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { resourcesOf, stackWith, template } from './constructs/synthesized.ts'

test('CloudFormation has nothing against the template', () => {
  expect(() => stackWith({ validated: true }).app.synth()).not.toThrow()
})

test("nothing in it needs code of CDK's own to run in the account", () => {
  const types = new Set(Object.values(template.Resources).map(({ Type }) => Type))
  expect([...types].filter((type) => /^(Custom|AWS::CDK|AWS::CloudFormation)::/.test(type))).toEqual([])
})

test('it names no account, no region and no secret', () => {
  const secrets = resourcesOf('AWS::SecretsManager::Secret', z.record(z.string(), z.unknown()))
  expect(JSON.stringify(template)).not.toMatch(/:\d{12}:|\b[a-z]{2}-[a-z]+-\d\b/)
  const given = [...secrets.values()].flatMap(({ SecretString }) => SecretString ?? [])
  expect(secrets.size).toBe(4)
  expect(given).toEqual([{ 'Fn::Join': expect.any(Array) }])
  expect(JSON.stringify(given)).toMatch(/"secret\\":\\"",{"Fn::GetAtt":\["[^"]+","ClientSecret"\]}/)
})

describe('settings', () => {
  test('come from the context', () => {
    const context = {
      serviceUrl: 'https://sar-outcomes.example.police.uk',
      notifyBaseUrl: 'https://notify.example.gov.uk',
      reminderTemplateId: '5b4f8e0a-0000-4000-8000-000000000001',
      signInDomain: 'sar-outcomes-test',
    }
    const text = JSON.stringify(Template.fromStack(stackWith({ context }).stack).toJSON())
    expect(Object.values(context).filter((value) => !text.includes(`"${value}"`))).toEqual([])
  })

  test.each([
    { serviceUrl: 'sar-outcomes' },
    { notifyBaseUrl: '' },
    { reminderTemplateId: 'reminder' },
    { signInDomain: 'SAR outcomes' },
  ])('that cannot be right stop the synthesis: %o', (context) => {
    expect(() => stackWith({ context })).toThrow(Object.keys(context)[0])
  })
})
