import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pages } from '../../../functions/web/pages.ts'
import { claimsOf } from '../support/callers.ts'
import { visit } from '../support/visitors.ts'
import { startMarkedService, visitors, type MarkedService, type Visitor } from './marked-service.ts'
import { fieldsOf, injectedInto, marker } from './markup.ts'

/** Marked text in every field, shown on every page and put into every file: it stays text. */

let trial: MarkedService

beforeAll(async () => {
  trial = await startMarkedService()
})
afterAll(() => trial.service.close())

const addressOf = (path: string): string => {
  const places: Readonly<Record<string, string>> = {
    id: trial.referral,
    code: 'border-force',
    year: '2026-27',
    n: '1',
    version: '2',
    step: 'reasons',
    format: 'csv',
  }
  return path.replaceAll(/\{(\w+)\}/g, (_, place: string) => places[place] ?? '')
}

const queries =
  'returnTo reference sarReference organisation status overdue referral principal from to year category asAt version cursor'
const markedQuery = new URLSearchParams(
  queries.split(' ').map((name): [string, string] => [name, marker]),
).toString()

/** A page as it is, with the marker in its address, and its form sent with the marker in every field. */
const seenBy = async (visitor: Visitor, address: string, isForm: boolean) => {
  const { service, people } = trial
  const { browser } = people[visitor]
  const plain = await visit(service, address, browser)
  const asked = await visit(service, `${address}?${markedQuery}`, browser)
  const fields = Object.fromEntries(fieldsOf(plain.text).map((name) => [name, marker]))
  const sent = isForm ? [await visit(service, address, browser, fields)] : []
  return [plain, asked, ...sent]
}

const isForm = (path: string) =>
  Object.values(pages).some((page) => page.method === 'POST' && page.path === path)

test.each(visitors)('nothing that was typed becomes part of a page of %s', async (visitor) => {
  const role = claimsOf[visitor].role
  const own = Object.values(pages).filter(
    ({ method, allowed }) => method === 'GET' && allowed.some((each) => each === role),
  )
  const seen = []
  for (const { path } of own) {
    for (const { status, headers, text } of await seenBy(visitor, addressOf(path), isForm(path))) {
      const isPage = headers.get('content-type')?.startsWith('text/html') === true
      seen.push({
        path,
        status,
        marked: text.includes('zz-mark'),
        injected: isPage ? injectedInto(text) : [],
      })
    }
  }
  expect(seen.filter(({ status, injected }) => status >= 500 || injected.length > 0)).toEqual([])
  expect(seen.filter(({ marked }) => marked).length).toBeGreaterThanOrEqual(own.length)
})

test('nor of a page that is open to everybody', async () => {
  const open = [
    '/timed-out',
    '/signed-out',
    '/sign-in/callback',
    '/help',
    '/nowhere',
    `/${encodeURIComponent(marker)}`,
  ]
  for (const path of open) {
    const { status, text } = await visit(trial.service, `${path}?${markedQuery}`, undefined)
    expect([path, status < 500, injectedInto(text)]).toEqual([path, true, []])
  }
})

const tables: readonly (readonly [Visitor, string])[] = [
  ['ukfiu', '/v1/organisations/border-force/statement'],
  ['own', '/v1/organisations/border-force/statement'],
  ['ukfiu', '/v1/non-responses'],
  ['author', '/v1/assessments/2026-27'],
  ['author', '/v1/assessments/2026-27/editions/1'],
]

const fileOf = async (visitor: Visitor, path: string, accept: string) => {
  const authorization = `Bearer ${trial.people[visitor].token}`
  const response = await fetch(trial.service.url + path, { headers: { authorization, accept } })
  expect([path, response.status]).toEqual([path, 200])
  return Buffer.from(await response.arrayBuffer())
}

const begins = (cell: string): boolean => /^[=+@\t\r＝＋＠]|^-(?!\d+(\.\d+)?$)/.test(cell)

test.each(tables)('no cell of a CSV for %s begins a formula: %s', async (visitor, path) => {
  const text = (await fileOf(visitor, path, 'text/csv')).toString('utf8')
  const cells = parse(text, { bom: true, relax_column_count: true }).flat()
  expect(cells.filter(begins)).toEqual([])
  expect(cells.length).toBeGreaterThan(5)
})

test('nor of the access log, in which everybody’s name is a formula', async () => {
  const { service, people } = trial
  const { status, text } = await visit(service, '/access-log/download', people.auditor.browser)
  const cells = parse(text, { bom: true, relax_column_count: true }).flat()
  expect([status, cells.filter(begins)]).toEqual([200, []])
  expect(cells.filter((cell) => cell.includes('HYPERLINK')).length).toBeGreaterThan(5)
})

test.each(['/v1/assessments/2026-27', '/v1/assessments/2026-27/editions/1'])(
  'no cell of a workbook works anything out: %s',
  async (path) => {
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    const parts = Object.entries(unzipSync(await fileOf('author', path, type)))
    const sheets = parts
      .filter(([name]) => /^xl\/worksheets\/.*\.xml$/.test(name))
      .map(([, bytes]) => strFromU8(bytes))
    expect(sheets.length).toBeGreaterThan(1)
    expect(sheets.filter((xml) => /<f[ >/]|t="str"/.test(xml))).toEqual([])
    expect(parts.filter(([name]) => /external|vba|embed|connection/i.test(name))).toEqual([])
  },
)

test.each(['text/html', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'])(
  'nothing that was typed becomes part of a report as %s',
  async (type) => {
    const file = await fileOf('author', '/v1/assessments/2026-27/editions/1', type)
    const text =
      type === 'text/html'
        ? file.toString('utf8')
        : Object.values(unzipSync(file))
            .map((bytes) => strFromU8(bytes))
            .join('')
    expect(text).toContain('zz-mark')
    expect(text).not.toContain('<zz-mark')
  },
)
