import * as fc from 'fast-check'
import * as z from 'zod'
import { isLong, seed } from '../support/trial.ts'

/** How often something is tried that is tried by itself, without a service. */
export const runs = { numRuns: isLong ? 20_000 : 400, seed }

/** Text that has broken somebody's parser before. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\u202e',
    'null',
    'undefined',
    'NaN',
    '-0',
    '1e999',
    '__proto__',
    'constructor',
    '../../etc/passwd',
    '%2e%2e%2f',
    '%00',
    '%',
    "' OR '1'='1",
    '${7*7}',
    '{{7*7}}',
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '=1+1',
    '@SUM(A1)',
    '\r\nset-cookie: trial=1',
    '0000-00-00',
    '9999-12-31',
    '0001-01-01',
    '0999-12-31',
    '1999-12-31',
    '0541-42',
    '1999-00',
    '9999-00',
    '2026-02-30',
    '2026-06-03T00:00:00Z',
    '+002026-06-03',
    '-000001-01-01',
    '¼',
    '٣',
    'ﬀ',
    'İ',
    'ǆ',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.nat(4).map((power) => 'a'.repeat(10 ** power)),
)

const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom(null, true, 0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER + 2, [], {}, [[]], [null]),
  fc.jsonValue({ maxDepth: 3 }),
  fc.nat(400).map((depth) => {
    let nested: unknown = 1
    for (let level = 0; level < depth; level += 1) nested = [nested]
    return nested
  }),
)

const record = z.record(z.string(), z.unknown())
const isList = z.array(z.unknown())

type Mutation = {
  readonly at: number
  readonly kind: 'replace' | 'drop' | 'add' | 'double'
  readonly value: unknown
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(30),
  kind: fc.constantFrom('replace', 'replace', 'drop', 'add', 'double'),
  value: hostileValue,
})

const hostileName = (value: unknown): string =>
  ['__proto__', 'constructor', 'version', 'id', 'status', 'x'][String(value).length % 6] ?? 'x'

const changedRecord = (fields: Readonly<Record<string, unknown>>, { at, kind, value }: Mutation): unknown => {
  const entries = Object.entries(fields)
  const place = at % Math.max(1, entries.length)
  const [name = 'x', before] = entries[place] ?? []
  if (kind === 'drop') return Object.fromEntries(entries.toSpliced(place, 1))
  // From entries, so that `__proto__` is a field like any other.
  if (kind === 'add') return Object.fromEntries([...entries, [hostileName(value), value]])
  const inside = record.safeParse(before).success || isList.safeParse(before).success
  const changed = inside && at % 2 === 0 ? mutated(before, { at: at >> 1, kind, value }) : value
  return Object.fromEntries(
    entries.toSpliced(place, 1, [name, kind === 'double' ? [before, before] : changed]),
  )
}

/** A value with something changed somewhere in it. */
const mutated = (value: unknown, change: Mutation): unknown => {
  const list = isList.safeParse(value)
  if (list.success) {
    if (change.kind === 'double') return [...list.data, ...list.data]
    if (change.kind === 'drop') return list.data.slice(1)
    return [...list.data, change.value]
  }
  const fields = record.safeParse(value)
  return fields.success ? changedRecord(fields.data, change) : change.value
}

/** Valid values, some of them changed in one to three places. */
export const withMutations = (valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 2, arbitrary: valid },
    {
      weight: 3,
      arbitrary: fc
        .tuple(valid, fc.array(mutation, { minLength: 1, maxLength: 3 }))
        .map(([value, changes]) => changes.reduce(mutated, value)),
    },
  )
