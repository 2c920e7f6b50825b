import { expect, test } from 'vitest'
import { readExpression } from '../../../../infra/local/schedules/expression.ts'
import { StartRefused } from '../../../../infra/local/start-refused.ts'

/** The firings of an expression after a moment, as many as asked for. */
const firings = (expression: string, zone: string, from: string, count: number) => {
  const nextAfter = readExpression(expression, zone)
  const found: string[] = []
  let moment: Date | undefined = new Date(from)
  while (found.length < count) {
    moment = nextAfter(moment)
    if (moment === undefined) return [...found, 'never']
    found.push(moment.toISOString().replace('.000Z', 'Z'))
  }
  return found
}

const london = 'Europe/London'

test.each([
  [
    'every morning',
    'cron(0 8 * * ? *)',
    '2026-01-01T08:00:00Z',
    ['2026-01-02T08:00:00Z', '2026-01-03T08:00:00Z'],
  ],
  ['a moment before', 'cron(0 8 * * ? *)', '2026-01-01T07:59:59.999Z', ['2026-01-01T08:00:00Z']],
  [
    'weekdays by name',
    'cron(30 9 ? * MON-FRI *)',
    '2026-01-02T10:00:00Z',
    ['2026-01-05T09:30:00Z', '2026-01-06T09:30:00Z'],
  ],
  [
    'weekdays by number, Sunday first',
    'cron(0 12 ? * 2 *)',
    '2026-01-01T00:00:00Z',
    ['2026-01-05T12:00:00Z'],
  ],
  ['the last day of the month', 'cron(0 0 L * ? *)', '2026-02-01T00:00:00Z', ['2026-02-28T00:00:00Z']],
  ['the last Friday', 'cron(0 0 ? * 6L *)', '2026-01-01T00:00:00Z', ['2026-01-30T00:00:00Z']],
  ['the second Tuesday', 'cron(0 0 ? * 3#2 *)', '2026-01-01T00:00:00Z', ['2026-01-13T00:00:00Z']],
  [
    'the working day nearest the 15th',
    'cron(0 0 15W * ? *)',
    '2026-02-01T00:00:00Z',
    ['2026-02-16T00:00:00Z'],
  ],
  [
    'steps',
    'cron(0/20 8 * * ? *)',
    '2026-01-01T08:00:00Z',
    ['2026-01-01T08:20:00Z', '2026-01-01T08:40:00Z', '2026-01-02T08:00:00Z'],
  ],
  ['a year that passes', 'cron(0 8 1 1 ? 2027)', '2026-01-01T00:00:00Z', ['2027-01-01T08:00:00Z', 'never']],
])('%s', (_, expression, from, expected) => {
  expect(firings(expression, london, from, expected.length)).toEqual(expected)
})

test('eight in the morning in London is an hour earlier in summer', () => {
  expect(firings('cron(0 8 * * ? *)', london, '2026-03-28T00:00:00Z', 3)).toEqual([
    '2026-03-28T08:00:00Z',
    '2026-03-29T07:00:00Z',
    '2026-03-30T07:00:00Z',
  ])
  expect(firings('cron(0 8 * * ? *)', london, '2026-10-24T00:00:00Z', 3)).toEqual([
    '2026-10-24T07:00:00Z',
    '2026-10-25T08:00:00Z',
    '2026-10-26T08:00:00Z',
  ])
})

test('a time that the change to summer time skips does not fire that day', () => {
  expect(firings('cron(30 1 * * ? *)', london, '2026-03-28T00:00:00Z', 2)).toEqual([
    '2026-03-28T01:30:00Z',
    '2026-03-30T00:30:00Z',
  ])
})

test('a time that the change from summer time repeats fires once, the first time', () => {
  expect(firings('cron(30 1 * * ? *)', london, '2026-10-24T12:00:00Z', 2)).toEqual([
    '2026-10-25T00:30:00Z',
    '2026-10-26T01:30:00Z',
  ])
})

test('asked in the hour that comes twice, goes on after it', () => {
  expect(firings('cron(0/30 * * * ? *)', london, '2026-10-25T01:10:00Z', 1)).toEqual(['2026-10-25T02:00:00Z'])
})

test('a rate counts from where it is asked', () => {
  expect(firings('rate(5 minutes)', 'UTC', '2026-01-01T00:00:30Z', 2)).toEqual([
    '2026-01-01T00:05:30Z',
    '2026-01-01T00:10:30Z',
  ])
  expect(firings('rate(1 hour)', 'UTC', '2026-01-01T00:00:00Z', 1)).toEqual(['2026-01-01T01:00:00Z'])
  expect(firings('rate(2 days)', 'UTC', '2026-01-01T00:00:00Z', 1)).toEqual(['2026-01-03T00:00:00Z'])
})

test.each([
  ['at(2026-01-01T00:00:00)', london],
  ['rate(0 minutes)', london],
  ['rate(5 weeks)', london],
  ['cron(0 8 * * *)', london],
  ['cron(0 8 * * * *)', london],
  ['cron(0 25 * * ? *)', london],
  ['cron(0 8 * * ? *)', 'Europe/Nowhere'],
])('refuses %s in %s', (expression, zone) => {
  expect(() => readExpression(expression, zone)).toThrow(StartRefused)
})
