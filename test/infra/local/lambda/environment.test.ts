import { expect, test } from 'vitest'
import { environmentOf } from '../../../../infra/local/lambda/environment.ts'
import { fixtureDeployment } from '../support/fixture.ts'

test('overrides what the template gives and what the SDK reads, and nothing else gets in', () => {
  const [api] = fixtureDeployment('http://queues').functions
  const given = { AWS_ENDPOINT_URL_SQS: 'http://sqs', NOTES_TABLE: 'Others', UNKNOWN: 'x' }
  const environment = api && environmentOf(api, given)
  expect(environment).toMatchObject({
    AWS_REGION: 'eu-west-2',
    AWS_LAMBDA_FUNCTION_NAME: 'ApiFunction',
    AWS_ENDPOINT_URL_SQS: 'http://sqs',
    ITEMS_TABLE: 'Items',
    NOTES_TABLE: 'Others',
  })
  expect(environment).not.toHaveProperty('UNKNOWN')
  expect(environment).not.toHaveProperty('PATH')
})
