import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import * as z from 'zod'
import { importColumns, mostImportRows, type ImportColumn, type ImportRow } from '../contracts/import.ts'
import { problem, type Problem } from '../contracts/problem.ts'
import { ok, refused, type Result } from '../domain/result.ts'

const isColumn = (name: string): name is ImportColumn => importColumns.some((column) => column === name)
const record = z.record(z.string(), z.string())

const asRow = (value: unknown): ImportRow =>
  Object.fromEntries(Object.entries(record.parse(value)).filter(([name]) => isColumn(name)))

class Refused extends Error {
  readonly problem: Problem
  constructor(detail: string, status = 422) {
    super(detail)
    this.problem = problem(status, detail)
  }
}

/** Columns nobody knows are refused, not dropped: what they hold would be lost without a word. */
const checkHeader = (header: string[]): string[] => {
  const unknown = header.filter((name) => !isColumn(name))
  if (unknown.length > 0) {
    throw new Refused(
      `These columns are not known: ${unknown.join(', ')}. Known are ${importColumns.join(', ')}.`,
    )
  }
  if (new Set(header).size < header.length)
    throw new Refused('A column stands in the header twice: leave one out.')
  return header
}

const read = async (text: string): Promise<ImportRow[]> => {
  const rows: ImportRow[] = []
  const parser = parse({ columns: checkHeader, bom: true, skip_empty_lines: true })
  for await (const row of Readable.from([text]).pipe(parser)) {
    if (rows.length === mostImportRows) throw new Refused(`Send at most ${mostImportRows} rows at a time.`)
    rows.push(asRow(row))
  }
  return rows
}

/** The rows of an import. Refuses text that is not CSV, an unknown column, and more than 1,000 rows. */
export const importRows = async (text: string): Promise<Result<readonly ImportRow[], Problem>> => {
  try {
    return ok(await read(text))
  } catch (fault) {
    if (fault instanceof Refused) return refused(fault.problem)
    if (fault instanceof CsvError) return refused(problem(400, `This is not CSV: ${fault.message}.`))
    throw fault
  }
}
