import { checkImport, type RowForecast } from '../../../../../shared/actions/check-import.ts'
import { importReferrals } from '../../../../../shared/actions/import-referrals.ts'
import type { DraftValues } from '../../../../../shared/contracts/draft.ts'
import { importColumns, mostImportRows, type ImportRow } from '../../../../../shared/contracts/import.ts'
import type { Dependencies } from '../../../dependencies.ts'
import { inFormWords } from '../../../form/words.ts'
import { show, type PageRequest, type Serve, type Shown } from '../../../page.ts'

const needed = [
  'sarReference',
  'organisation',
  'referredOn',
  'subjectType',
  'linkType',
  'identificationBasis',
  'apparentConcern',
  'handling',
]

const choose = (error?: string): Shown =>
  show(
    'pages/ukfiu/import/choose.njk',
    'Import referrals',
    { needed, others: importColumns.filter((column) => !needed.includes(column)), most: mostImportRows },
    { errors: error === undefined ? [] : [{ field: 'file', text: error }], marked: true },
  )

/** What was sent to be looked at is in `file`; what was looked at and is to be saved is in `csv`. */
const textIn = (form: DraftValues): string => form['csv']?.[0] ?? form['file']?.[0] ?? ''

/** A row of the file as the page shows it: row 1 of the rows is line 2 of the spreadsheet. */
const rowOf = (cells: ImportRow | undefined, forecast: RowForecast) => ({
  ...forecast,
  line: forecast.row + 1,
  sarReference: cells?.sarReference,
  organisation: cells?.organisation,
  referredOn: cells?.referredOn,
  errors: forecast.result === 'refused' ? forecast.errors : [],
})

const preview = async (
  { principal, kept }: PageRequest,
  dependencies: Dependencies,
  csv: string,
  rows: readonly ImportRow[],
): Promise<Shown> => {
  const forecasts = await checkImport(dependencies)(principal, rows)
  const all = forecasts.map((forecast) => rowOf(rows[forecast.row - 1], forecast))
  const data = {
    csv,
    kept,
    bad: all.filter(({ result }) => result === 'refused'),
    good: all.filter(({ result }) => result === 'new'),
    there: all.filter(({ result }) => result === 'existing' || result === 'repeated'),
    back: '/import',
  }
  const referrals = forecasts.flatMap((each) => (each.result === 'existing' ? [each.id] : []))
  return show('pages/ukfiu/import/preview.njk', 'Check the rows', data, { marked: true, referrals })
}

/** Saving twice creates nothing twice, so that the results can be shown at once: a reload shows them again. */
const save = async (
  { principal }: PageRequest,
  dependencies: Dependencies,
  rows: readonly ImportRow[],
): Promise<Shown> => {
  const results = await importReferrals(dependencies)(principal, rows)
  const all = results.map((result) => ({
    ...result,
    line: result.row + 1,
    sarReference: rows[result.row - 1]?.sarReference,
    organisation: rows[result.row - 1]?.organisation,
    errors: result.result === 'refused' ? result.errors : [],
  }))
  const ids = results.flatMap((each) => (each.result === 'refused' ? [] : [each.id]))
  const count = (wanted: string) => all.filter(({ result }) => result === wanted).length
  const data = { all, created: count('created'), existing: count('existing'), refused: count('refused') }
  return show('pages/ukfiu/import/results.njk', 'Rows saved', data, { marked: true, referrals: ids })
}

const serve = async (request: PageRequest, dependencies: Dependencies, form: DraftValues): Promise<Shown> => {
  const csv = textIn(form)
  if (csv.trim() === '') return choose('Choose a CSV file that has rows in it')
  // The parser of CSV is loaded for an import alone.
  const { importRows } = await import('../../../../../shared/runtime/csv.ts')
  const rows = await importRows(csv)
  if (!rows.ok) return choose(inFormWords((rows.problem.detail ?? rows.problem.title).replace(/\.$/, '')))
  if (rows.value.length === 0) return choose('The file has a header and no rows')
  return form['step']?.[0] === 'save'
    ? save(request, dependencies, rows.value)
    : preview(request, dependencies, csv, rows.value)
}

/** Where a file is chosen; somebody whose session ended over a preview is given that again. */
export const showImport: Serve = async (request, dependencies) => {
  const { kept } = request
  const { step: _, ...values } = kept ?? {}
  // What a script can keep of a chosen file is not the file.
  return textIn(values).includes('\n') ? serve(request, dependencies, values) : choose()
}

/** First shows what would become of each row; what is then confirmed is decided again, row by row. */
export const sendImport: Serve = async (request, dependencies) => serve(request, dependencies, request.form)
