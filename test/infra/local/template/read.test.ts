import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { readDeployment } from '../../../../infra/local/template/read.ts'
import { StartRefused } from '../../../../infra/local/start-refused.ts'
import { dataDirectory } from '../support/data-directory.ts'
import { fixture, fixtureDeployment } from '../support/fixture.ts'

const arn = (service: string, name: string) => `arn:aws:${service}:eu-west-2:000000000000:${name}`

test('reads tables with their indexes and streams', () => {
  const { tables } = fixtureDeployment()
  expect(tables.map(({ name, stream }) => [name, stream])).toEqual([
    ['Items', 'NEW_IMAGE'],
    ['Notes', undefined],
  ])
  expect(tables[0]?.globalIndexes.map(({ IndexName }) => IndexName)).toEqual(['owners'])
})

test('reads buckets, under names that S3 takes', () => {
  const { buckets, functions } = fixtureDeployment()
  expect(buckets).toEqual([{ name: 'files' }])
  expect(functions.find(({ name }) => name === 'by-hand')?.environment).toEqual({
    FILES_BUCKET: 'files',
    FILES_ARN: 'arn:aws:s3:::files',
  })
})

test('reads queues with what becomes of their poisoned messages', () => {
  const jobs = fixtureDeployment().queues.find(({ name }) => name === 'jobs.fifo')
  expect(jobs).toEqual({
    name: 'jobs.fifo',
    arn: arn('sqs', 'jobs.fifo'),
    deadLetterArn: arn('sqs', 'dead-jobs.fifo'),
    attributes: {
      FifoQueue: 'true',
      VisibilityTimeout: '360',
      RedrivePolicy: JSON.stringify({
        deadLetterTargetArn: arn('sqs', 'dead-jobs.fifo'),
        maxReceiveCount: 2,
      }),
    },
  })
})

test('reads functions with their code, environment and timeout', () => {
  const api = fixtureDeployment('http://queues').functions.find(({ name }) => name === 'ApiFunction')
  expect(api).toMatchObject({
    file: join(fixture, 'asset.api/index.mjs'),
    handler: 'handler',
    timeoutSeconds: 1,
    environment: { ITEMS_TABLE: 'Items', NOTES_TABLE: 'Notes', JOBS_URL: 'http://queues/jobs.fifo' },
  })
})

test('reads what calls the functions', () => {
  const { queueMappings, streamMappings, schedules, functions } = fixtureDeployment()
  expect(queueMappings).toMatchObject([
    { id: 'JobMapping', functionArn: arn('lambda', 'function:JobFunction'), batchSize: 5, concurrency: 2 },
  ])
  expect(streamMappings).toMatchObject([
    { id: 'ChangeMapping', batchSize: 20, retries: 2, bisects: true, failedTo: arn('sqs', 'lost-changes') },
  ])
  expect(schedules).toMatchObject([{ expression: 'cron(0 8 * * ? *)', timeZone: 'Europe/London' }])
  expect(functions.find(({ name }) => name === 'MorningFunction')?.whenUnattended).toEqual({
    retries: 1,
    failedTo: arn('sqs', 'missed-runs'),
  })
})

test('reads the API: whole paths, the scopes that tokens need, refusals', () => {
  const { routes, gatewayResponses, binaryMediaTypes } = fixtureDeployment().api
  expect(routes.map(({ method, path, scopes }) => [method, path, scopes])).toEqual([
    ['GET', '/health', undefined],
    ['GET', '/echoes/{id}', ['sar-outcomes/use']],
    ['POST', '/echoes/{id}', ['sar-outcomes/use']],
    ['POST', '/items', ['sar-outcomes/use']],
    ['GET', '/notes/{topic}', ['sar-outcomes/use']],
  ])
  expect(gatewayResponses.get('UNAUTHORIZED')).toEqual({
    status: 401,
    headers: { 'content-type': 'application/problem+json', 'www-authenticate': 'Bearer' },
    body: '{"type":"about:blank","title":"Unauthorized","status":401}',
  })
  expect(binaryMediaTypes).toEqual(['image/png'])
})

const Template = z.looseObject({
  Resources: z.record(z.string(), z.looseObject({ Properties: z.record(z.string(), z.unknown()) })),
})

/** The fixture's template with other properties for a resource, or with a resource more. */
const changed = (id: string, properties: Record<string, unknown>, Type?: string) => {
  const directory = dataDirectory()
  cpSync(fixture, directory, { recursive: true })
  const file = join(directory, 'SarOutcomes.template.json')
  const template = Template.parse(JSON.parse(readFileSync(file, 'utf8')))
  const resource = template.Resources[id]
  template.Resources[id] = {
    ...resource,
    ...(Type !== undefined && { Type }),
    Properties: { ...resource?.Properties, ...properties },
  }
  writeFileSync(file, JSON.stringify(template))
  return () => readDeployment(directory, { queuesUrl: 'http://queues' })
}

test.each([
  ['a type of resource', changed.bind(undefined, 'Bus', {}, 'AWS::Events::Rule'), /AWS::Events::Rule Bus/],
  [
    'an event source',
    changed.bind(undefined, 'JobMapping', { EventSourceArn: 'arn:aws:kinesis:eu-west-2:0:stream/a' }),
    /JobMapping.*kinesis/,
  ],
  [
    'a filter of events',
    changed.bind(undefined, 'JobMapping', { FilterCriteria: {} }),
    /JobMapping.*FilterCriteria/,
  ],
  ['a mapping that is off', changed.bind(undefined, 'JobMapping', { Enabled: false }), /JobMapping.*Enabled/],
  [
    'files that expire',
    changed.bind(undefined, 'Files', { LifecycleConfiguration: {} }),
    /Files.*LifecycleConfiguration/,
  ],
  ['a layer', changed.bind(undefined, 'JobFunction', { Layers: ['a'] }), /JobFunction.*Layers/],
  [
    'another integration',
    changed.bind(undefined, 'GetEcho', { Integration: { Type: 'MOCK' } }),
    /GetEcho.*Integration/,
  ],
  ['another authorizer', changed.bind(undefined, 'Authorizer', { Type: 'REQUEST' }), /Authorizer.*Type/],
  [
    'a request validator',
    changed.bind(undefined, 'GetEcho', { RequestValidatorId: 'a' }),
    /GetEcho.*RequestValidatorId/,
  ],
  [
    'an expression in a refusal',
    changed.bind(undefined, 'TooLargeResponse', {
      ResponseTemplates: { 'application/json': '$context.requestId' },
    }),
    /TooLargeResponse.*expression/,
  ],
  [
    'a resource it does not have',
    changed.bind(undefined, 'JobFunction', { Environment: { Variables: { A: { Ref: 'Nobody' } } } }),
    /Nobody/,
  ],
])('refuses what it would have to ignore, naming the resource: %s', (_, change, names) => {
  expect(change()).toThrow(names)
  expect(change()).toThrow(StartRefused)
})

test('refuses a directory without a template, saying what writes one', () => {
  expect(() => readDeployment('/nowhere', { queuesUrl: '' })).toThrow(/node infra\/app\.ts/)
})

test('takes a global table like a table', () => {
  const { tables } = changed('Notes', { Replicas: [{ Region: 'eu-west-2' }] }, 'AWS::DynamoDB::GlobalTable')()
  expect(tables.map(({ name }) => name)).toContain('Notes')
})
