import { expect, test } from 'vitest'
import { readSettings } from '../../../infra/local/settings.ts'
import { StartRefused } from '../../../infra/local/start-refused.ts'

test('has a default for everything', () => {
  expect(readSettings({ PORT: '' })).toMatchObject({
    port: 3000,
    dataDir: expect.stringMatching(/\/\.data$/),
    sample: 'default',
    assembly: undefined,
    recordCallsIn: undefined,
    dynamoDbEndpoint: undefined,
  })
})

test('takes what is given', () => {
  const given = {
    PORT: '8080',
    DATA_DIR: '/tmp/a',
    SAMPLE: 'none',
    CDK_OUT: 'out',
    DYNAMODB_ENDPOINT: 'http://a:1',
    RECORD_CALLS_IN: 'calls',
  }
  expect(readSettings(given)).toEqual({
    port: 8080,
    dataDir: '/tmp/a',
    sample: 'none',
    assembly: 'out',
    dynamoDbEndpoint: 'http://a:1',
    recordCallsIn: 'calls',
  })
})

test.each([
  [{ PORT: 'http' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ SAMPLE: 'some' }, 'SAMPLE'],
  [{ DYNAMODB_ENDPOINT: 'here' }, 'DYNAMODB_ENDPOINT'],
])('refuses %o, naming the variable', (variables, name) => {
  expect(() => readSettings(variables)).toThrow(StartRefused)
  expect(() => readSettings(variables)).toThrow(name)
})
