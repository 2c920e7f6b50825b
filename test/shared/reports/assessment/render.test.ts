import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { renderAssessment } from '../../../../shared/reports/assessment/render.ts'
import { tablesOf } from '../../../../shared/reports/assessment/tables.ts'
import { reportWith, standings } from '../../../support/reports.ts'

const report = reportWith({ standing: standings.draft })
const tables = tablesOf(report)

describe('a rendered assessment', () => {
  test.each(['json', 'csv', 'xlsx', 'docx', 'html'] as const)(
    'is the same bytes each time as %s',
    async (format) => {
      const [one, other] = [await renderAssessment(report, format), await renderAssessment(report, format)]
      expect(one.name).toBe(`OFFICIAL-SENSITIVE-sar-summary-2025-26-edition-2-draft.${format}`)
      expect(Buffer.compare(one.body, other.body)).toBe(0)
    },
  )

  test('as Word repeats the heading row of every table, describes every chart and marks every page', async () => {
    const parts = unzipSync((await renderAssessment(report, 'docx')).body)
    const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
    const body = part('word/document.xml')
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(tables.length)
    expect(body.match(/<wp:docPr [^>]*descr="[^"]{20,}"/g)).toHaveLength(6)
    expect(body.match(/SEQ Table/g)).toHaveLength(tables.length)
    const heads = Object.keys(parts).filter((name) => /^word\/(header|footer)\d+\.xml$/.test(name))
    expect(heads.length).toBeGreaterThanOrEqual(2)
    for (const name of heads) expect(part(name)).toContain('OFFICIAL-SENSITIVE')
  })

  test('as a web page has one h1, a caption for every table, and no script', async () => {
    const page = Buffer.from((await renderAssessment(report, 'html')).body).toString('utf8')
    expect(page.match(/<h1/g)).toHaveLength(1)
    expect(page.match(/<caption/g)).toHaveLength(tables.length)
    expect(page.match(/role="img"/g)).toHaveLength(6)
    expect(page).not.toContain('<script')
  })
})
