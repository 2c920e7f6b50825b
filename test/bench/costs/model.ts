import { protections } from '../../../infra/stages.ts'
import type { Taken } from './measure.ts'

/** Referrals a year: the sample year's, every SAR of the United Kingdom (901,255 in a year), and ten times that. */
export const volumes = [
  { name: '607 a year', perYear: 607 },
  { name: '901,255', perYear: 901_255 },
  { name: '9,012,550', perYear: 9_012_550 },
] as const

/**
 * List prices in US dollars, on demand. DynamoDB's are those of us-east-1; the others are AWS's published list prices as
 * last known. All are to be checked against the price list of eu-west-2 before a budget is made of them.
 */
const price = {
  writeUnit: 0.625e-6,
  readUnit: 0.125e-6,
  storageGB: 0.25,
  recoveryGB: 0.2,
  copyGB: 0.1,
  lambdaGBSecond: 0.0000133334,
  lambdaRequest: 0.2e-6,
  apiRequest: 3.5e-6,
  firewallRequest: 0.6e-6,
  keyRequest: 0.03 / 10_000,
  logGB: 0.5,
  trace: 5e-6,
  queueRequest: 0.5e-6,
}

/** Assumed of a request: a tenth of a second of a gigabyte, 3 KB of log lines, and its key asked for once in ten. */
const request = { gigabyteSeconds: 0.1, logKB: 3, keyRequests: 0.1 }
/** A referral with its history, its index entries, its claim, its marker and the access log of its life. */
const storedKB = 40
/** A page costs several requests: itself and, the first time, what it is drawn with. */
const requestsForEach = 2
const yearsKept = 3
/** In production, each of them a whole copy: AWS Backup knows no increments of a table. */
const { backupDays: copiesKept = 0 } = protections.production

export type Line = { readonly what: string; readonly dollars: number }

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

/** What so many referrals a year cost in a month, by what they are charged for. */
export const arithmetic = (units: readonly Taken[], perYear: number): readonly Line[] => {
  const perMonth = perYear / 12
  const written = perMonth * sum(units.map((each) => each.times * each.written))
  const read = perMonth * sum(units.map((each) => each.times * each.read))
  const requests = perMonth * requestsForEach * sum(units.map((each) => (each.request ? each.times : 0)))
  const changes = perMonth * sum(units.map((each) => (each.changes ? each.times : 0)))
  const calls = requests + changes
  const storedGB = (perYear * yearsKept * storedKB) / 1e6
  return [
    { what: 'DynamoDB, writing', dollars: written * price.writeUnit },
    { what: 'DynamoDB, reading', dollars: read * price.readUnit },
    {
      what: 'DynamoDB, keeping three years, with recovery',
      dollars: storedGB * (price.storageGB + price.recoveryGB),
    },
    {
      what: `DynamoDB, a copy each night for ${copiesKept} days`,
      dollars: storedGB * copiesKept * price.copyGB,
    },
    {
      what: 'Lambda',
      dollars: calls * (price.lambdaRequest + request.gigabyteSeconds * price.lambdaGBSecond),
    },
    { what: 'API Gateway and firewall', dollars: requests * (price.apiRequest + price.firewallRequest) },
    { what: 'keys', dollars: calls * request.keyRequests * price.keyRequest },
    { what: 'logs and traces', dollars: calls * ((request.logKB / 1e6) * price.logGB + price.trace) },
    { what: 'queues', dollars: perMonth * price.queueRequest + 48 * 30 * 4 * price.queueRequest },
  ]
}

/** Something paid for by the month, so many times. */
export type Standing = { readonly what: string; readonly count: number; readonly dollars: number }

/** Where the walk is switched on it goes every quarter of an hour, with a token of its own each time. */
const walks = 4 * 24 * 30
const perToken = 2.25 / 1000
const perMetric = 0.3

/** What the template has that is paid for by the month; the first ones are counted by what CloudFormation calls them. */
export const fixed = {
  'AWS::KMS::Key': { what: 'keys', count: 8, dollars: 1 },
  'AWS::WAFv2::WebACL': { what: 'a firewall', count: 1, dollars: 5 },
  'rules of it': { what: 'its rules', count: 6, dollars: 1 },
  'metrics of alarms': { what: 'alarms, by the metrics they look at', count: 124, dollars: 0.1 },
  'AWS::SecretsManager::Secret': { what: 'secrets', count: 4, dollars: 0.4 },
  'AWS::CloudWatch::Dashboard': { what: 'a dashboard', count: 1, dollars: 3 },
  polling: { what: 'polling of the queue; that of the stream is free', count: 1, dollars: 0.5 },
  walk: { what: 'the walk’s client at the sign-in', count: 1, dollars: 6 },
  tokens: { what: 'tokens for it', count: walks, dollars: perToken },
  metrics: { what: 'metrics of the walk, one for each step and one for all', count: 9, dollars: perMetric },
} as const satisfies Readonly<Record<string, Standing>>

const hourlyTokens = 24 * 30

/** A force's system that signs in by itself, and asks for a token each time that the last one has run out. */
export const forEachSystem = 6 + hourlyTokens * perToken
