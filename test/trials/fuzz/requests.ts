import * as fc from 'fast-check'
import * as z from 'zod'
import { grammarOf, type Known } from './grammar.ts'
import { hostileText, withMutations } from './hostile.ts'
import { importTable } from './import-table.ts'

/** A request as it goes out, except that the reference of a referral is a place in the list of those there are. */
export type FuzzRequest = {
  readonly operation: string
  readonly method: string
  readonly path: string
  /** What stands in the places of the path, as it was meant. */
  readonly places: Readonly<Record<string, string>>
  readonly query: readonly (readonly [string, string])[]
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
  readonly role: string
  /** Which of the known referrals stands where the path says so. */
  readonly slot: number
}

const parameter = z.object({ name: z.string(), in: z.enum(['path', 'query', 'header']), schema: z.unknown() })
const operation = z.object({
  operationId: z.string(),
  parameters: z.array(parameter).default([]),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })) }).optional(),
  'x-roles': z.array(z.string()),
})
type Operation = z.infer<typeof operation>
const document = z.object({
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
})

/** In the place of a reference, until it is known which there are. */
export const slotMark = '~slot~'

const organisations = fc.constantFrom('kent', 'essex', 'psni', 'police-scotland', 'nca', 'border-force')
const known: Known = {
  sarReference: fc.nat(400).map((number) => `FUZZ-${number}`),
  organisation: organisations,
  referredOn: fc.constantFrom('2026-06-03', '2026-05-29', '2026-04-01', '2026-03-31', '2025-10-26'),
  concludedOn: fc.constantFrom('2026-06-03', '2026-06-02', '2026-05-29'),
  nextUpdateOn: fc.constantFrom('2026-07-01', '2026-09-03', '2026-06-03'),
  asAt: fc.constantFrom('2026-06-03', '2026-04-30'),
}

const inPath: Readonly<Record<string, fc.Arbitrary<string>>> = {
  id: fc.constant(slotMark),
  code: organisations,
  year: fc.constantFrom('2026-27', '2025-26', '2024-25'),
  n: fc.constantFrom('1', '2', '3', '999'),
}

/** An address can't have a part that is empty, or that means the part before. */
const partOfPath = hostileText.filter(
  (text) => !['', '.', '..'].includes(text) && text.isWellFormed() && text.length < 500,
)
/** Longer addresses don't come as far as the service, and half a character has no way to stand in one. */
const partOfQuery = hostileText.filter((text) => text.length < 500).map((text) => text.toWellFormed())

const mostly = <Value>(usual: fc.Arbitrary<Value>, other: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 6, arbitrary: usual }, { weight: 1, arbitrary: other })

const roles = ['ukfiu', 'force', 'sta_author', 'sta_approver', 'auditor', 'nobody'] as const

/** What a header may hold when a client lets its caller write into it. */
const headerText = hostileText.map((text) =>
  text
    .replaceAll(/[^\x20-\x7e]/g, '')
    .trim()
    .slice(0, 2000),
)

const types = 'application/json text/csv text/html */* application/pdf;q=0.1,text/csv;q=0'.split(' ')
const accepted = fc.constantFrom(
  ...types,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
)

const json = (value: unknown): string => JSON.stringify(value) ?? ''

/** Requests to one operation: mostly as its contract has them, with something changed in more than half. */
const requestsTo = (path: string, method: string, found: Operation, of: ReturnType<typeof grammarOf>) => {
  const own = found['x-roles'].length > 0 ? found['x-roles'] : roles
  const query = found.parameters
    .filter((each) => each.in === 'query')
    .map(({ name, schema }) =>
      fc.option(
        mostly((known[name] ?? of(schema)).map(String), partOfQuery).map((value): [string, string] => [
          name,
          value,
        ]),
        { freq: 2, nil: undefined },
      ),
    )
  const places = found.parameters
    .filter((each) => each.in === 'path')
    .map(({ name }) => mostly(inPath[name] ?? hostileText, partOfPath).map((value) => ({ name, value })))
  const schema = found.requestBody?.content['application/json']?.schema
  const isCsv = found.requestBody?.content['text/csv'] !== undefined
  const body =
    schema === undefined
      ? isCsv
        ? importTable
        : fc.constant(undefined)
      : withMutations(of(schema)).map(json)
  const type = isCsv ? 'text/csv' : 'application/json'
  return fc
    .record({
      places: fc.tuple(...places),
      query: fc.tuple(...query),
      unknown: mostly(fc.constant(undefined), fc.tuple(partOfQuery, partOfQuery)),
      body: schema === undefined ? body : mostly(body, hostileText),
      type: mostly(fc.constant(type), headerText),
      accept: fc.option(mostly(accepted, headerText), { nil: undefined }),
      version: fc.option(
        mostly(
          fc.integer({ min: 1, max: 4 }).map((n) => `"${n}"`),
          headerText,
        ),
        { nil: undefined },
      ),
      role: mostly(fc.constantFrom(...own), fc.constantFrom(...roles)),
      slot: fc.nat(1000),
    })
    .map(
      ({
        places: parts,
        query: asked,
        unknown,
        type: contentType,
        accept,
        version,
        ...rest
      }): FuzzRequest => ({
        operation: found.operationId,
        method: method.toUpperCase(),
        path: parts.reduce(
          (address, { name, value }) =>
            address.replace(`{${name}}`, () => (value === slotMark ? slotMark : encodeURIComponent(value))),
          path,
        ),
        places: Object.fromEntries(parts.map(({ name, value }) => [name, value])),
        query: [...asked, unknown].filter((each) => each !== undefined),
        headers: {
          ...(rest.body !== undefined && { 'content-type': contentType }),
          ...(accept !== undefined && { accept }),
          ...(version !== undefined && { 'if-match': version }),
        },
        body: rest.body,
        role: rest.role,
        slot: rest.slot,
      }),
    )
}

/** What makes whole documents, or asks the store once for each organisation or day: a fair share of it is enough. */
const slow = new Set([
  'freezeEdition',
  'readEdition',
  'readAssessment',
  'readNonResponses',
  'readStatement',
  'readAccessLog',
  'readOpenApi',
  'listLearning',
  'listReferrals',
  'listReviews',
])

/** Requests to a whole API, from the contract that it publishes. */
export const requestsFrom = (published: unknown): fc.Arbitrary<FuzzRequest> => {
  const { paths, components } = document.parse(published)
  const of = grammarOf(components.schemas, known)
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, found]) => ({
      weight: slow.has(found.operationId) ? 1 : 8,
      arbitrary: requestsTo(path, method, found, of),
    })),
  )
  return fc.oneof(...all)
}
