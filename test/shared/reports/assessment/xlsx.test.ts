import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { tablesOf } from '../../../../shared/reports/assessment/tables.ts'
import { assessmentXlsx } from '../../../../shared/reports/assessment/xlsx.ts'
import { libreOffice } from '../../../support/libreoffice.ts'
import { publishedSummary } from '../../../support/published-summaries.ts'
import { reportWith, standings } from '../../../support/reports.ts'

const reports = {
  internal: reportWith({ standing: standings.draft }),
  published: reportWith({ summary: publishedSummary(), standing: standings.approved }),
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

const open = (file: Uint8Array) => {
  const parts = unzipSync(file)
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array())
  const strings = [...part('xl/sharedStrings.xml').matchAll(/<si>.*?<t[^>]*>(.*?)<\/t><\/si>/gs)].map(
    ([, text]) => unescaped(text ?? ''),
  )
  const names = [...part('xl/workbook.xml').matchAll(/<sheet [^>]*?name="([^"]*)"/g)].map(
    ([, name]) => name ?? '',
  )
  const rows = (sheet: number): readonly (readonly (string | number)[])[] =>
    [...part(`xl/worksheets/sheet${sheet}.xml`).matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<c r="[A-Z]+\d+"([^>]*)><v>([^<]*)<\/v><\/c>/g)].map(([, kind = '', value]) =>
        kind.includes('t="s"') ? (strings[Number(value)] ?? '') : Number(value),
      ),
    )
  return { parts, part, names, rows }
}

const shown = (cell: string | number | null): string | number => {
  if (cell === 'c') return '[c]'
  return cell ?? '[z]'
}

describe.each(Object.entries(reports))('the workbook of the %s version', (version, report) => {
  const tables = tablesOf(report)

  test('has a cover, contents, notes and a sheet for each table', async () => {
    const { names, rows } = open(await assessmentXlsx(report))
    expect(names).toEqual(['Cover', 'Contents', 'Notes', ...tables.map(({ number }) => `Table ${number}`)])
    expect(rows(1).slice(0, 2)).toEqual([
      ['SAR summary 2025-26'],
      [version === 'internal' ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL'],
    ])
    expect(rows(2).slice(4)).toEqual(tables.map(({ number, caption }) => [`Table ${number}`, caption]))
    expect(rows(3).map(([term]) => term)).toEqual(expect.arrayContaining(['[c]', '[z]']))
  })

  test('has the figures of the tables: numbers as numbers, shorthand as text, nothing blank', async () => {
    const { rows } = open(await assessmentXlsx(report))
    tables.forEach((table, index) => {
      const sheet = rows(index + 4)
      const top = 2 + table.notes.length
      expect(sheet[0]).toEqual([`Table ${table.number}: ${table.caption}`])
      expect(sheet[top]).toEqual(table.columns.map(({ label }) => label))
      expect(sheet.slice(top + 1)).toEqual(table.rows.map(({ cells }) => cells.map(shown)))
    })
  })

  test('marks each table as one, over exactly its heading and rows, with headings that differ', async () => {
    const { part, parts } = open(await assessmentXlsx(report))
    tables.forEach((table, index) => {
      const id = index + 4
      const xml = part(`xl/tables/table${id}.xml`)
      const top = table.notes.length + 3
      const last = String.fromCharCode(64 + table.columns.length)
      expect(xml).toContain(`ref="A${top}:${last}${top + table.rows.length}"`)
      const headings = [...xml.matchAll(/<tableColumn [^>]*name="([^"]*)"/g)].map(([, name]) =>
        unescaped(name ?? ''),
      )
      expect(headings).toEqual(table.columns.map(({ label }) => label))
      expect(new Set(headings).size).toBe(headings.length)
      expect(part(`xl/worksheets/_rels/sheet${id}.xml.rels`)).toContain(`../tables/table${id}.xml`)
    })
    const named = [...part('[Content_Types].xml').matchAll(/PartName="\/([^"]*)"/g)].map(
      ([, name]) => name ?? '',
    )
    expect(named.filter((name) => !(name in parts))).toEqual([])
  })

  test('carries the marking on every printed page, and merges no cells', async () => {
    const { part, names } = open(await assessmentXlsx(report))
    names.forEach((_, index) => {
      const xml = part(`xl/worksheets/sheet${index + 1}.xml`)
      expect(xml).toMatch(/<oddHeader>&amp;COFFICIAL(-SENSITIVE)?<\/oddHeader>/)
      expect(xml).not.toContain('mergeCell')
    })
  })

  test('is the same, byte for byte, each time', async () => {
    const [one, other] = [await assessmentXlsx(report), await assessmentXlsx(report)]
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
  })

  test('says in its properties what it is', async () => {
    const core = open(await assessmentXlsx(report)).part('docProps/core.xml')
    expect(core).toContain('<dc:title>SAR summary 2025-26</dc:title>')
    expect(core).toContain('<dc:language>en-GB</dc:language>')
  })
})

const rows = z.array(z.array(z.string()))

describe.skipIf(!libreOffice)('in LibreOffice, where this machine has it', () => {
  const convert = async (to: string): Promise<Uint8Array> => {
    if (!libreOffice) throw new Error('There is no LibreOffice on this machine')
    return libreOffice('summary.xlsx', await assessmentXlsx(reports.published), to)
  }

  test('the workbook opens as it was written', { timeout: 120_000 }, async () => {
    // The fourth sheet, as UTF-8 between commas: the options of LibreOffice's own text export.
    const csv = await convert('csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,4')
    const [table] = tablesOf(reports.published)
    const read = rows.parse(parse(Buffer.from(csv), { relax_column_count: true }))
    expect(read.slice(-(table?.rows.length ?? 0))).toEqual(
      table?.rows.map(({ cells }) => cells.map((cell) => String(shown(cell)))),
    )
  })

  test('it prints with its marking', { timeout: 120_000 }, async () => {
    expect(
      Buffer.from(await convert('pdf'))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })
})
