import * as z from 'zod'
import type { FieldError } from '../domain/refusal.ts'
import type { Registration } from '../domain/referral/registration.ts'
import { fieldErrorsOf } from './field-errors.ts'
import { registrationBody } from './requests.ts'

/** The columns of an import: the fields of a registration by name, with the parts of the risk each in its own. */
export const importColumns = [
  'sarReference',
  'organisation',
  'referredOn',
  'subjectType',
  'linkType',
  'identificationBasis',
  'apparentConcern',
  'glossaryCodes',
  'severity',
  'suspicion',
  'reliability',
  'handling',
  'handlingConditions',
  'marking',
  'urgent',
  'restricted',
  'containsHmrcInformation',
] as const
export type ImportColumn = (typeof importColumns)[number]
export type ImportRow = Readonly<Partial<Record<ImportColumn, string>>>

export const mostImportRows = 1_000

const riskColumns = ['severity', 'suspicion', 'reliability'] as const
const trueOrFalse = z.enum(['true', 'false'], 'Must be true or false.').transform((text) => text === 'true')

/** What an empty cell says: nothing. */
const cell = (row: ImportRow, column: ImportColumn): string | undefined => row[column]?.trim() || undefined

const flag = (row: ImportRow, column: ImportColumn): unknown => {
  const text = cell(row, column)?.toLowerCase()
  const parsed = trueOrFalse.safeParse(text)
  return parsed.success ? parsed.data : text
}

const riskOf = (row: ImportRow): Record<string, string> | undefined => {
  const recorded = riskColumns.flatMap((column) => {
    const level = cell(row, column)
    return level === undefined ? [] : [[column, level] as const]
  })
  return recorded.length > 0 ? Object.fromEntries(recorded) : undefined
}

const flags = ['urgent', 'restricted', 'containsHmrcInformation'] as const
const apart = new Set<ImportColumn>([...riskColumns, ...flags, 'glossaryCodes'])

/** A row as the body of a registration would have it. Several glossary codes stand in one cell, apart by spaces. */
const bodyOf = (row: ImportRow): unknown => {
  const plain = importColumns.filter((column) => !apart.has(column))
  const fields: [string, unknown][] = [
    ...plain.map((column): [string, unknown] => [column, cell(row, column)]),
    ...flags.map((column): [string, unknown] => [column, flag(row, column)]),
    ['glossaryCodes', cell(row, 'glossaryCodes')?.split(/[\s;]+/)],
    ['risk', riskOf(row)],
  ]
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined))
}

/** What is wrong in one cell of a row. */
export type CellError = { readonly column: string; readonly detail: string }

/** The column that a field's pointer means: `/risk/severity` is `severity`, `/glossaryCodes/0` is `glossaryCodes`. */
export const cellError = ({ pointer, detail }: FieldError): CellError => {
  const [field = '', part] = pointer.slice(1).split('/')
  return { column: field === 'risk' && part !== undefined ? part : field, detail }
}

/** A row as a registration, or what is wrong in which of its cells. */
export const parseRow = (
  row: ImportRow,
):
  | { readonly ok: true; readonly registration: Registration }
  | { readonly ok: false; readonly errors: readonly CellError[] } => {
  const parsed = registrationBody.safeParse(bodyOf(row), { reportInput: true })
  return parsed.success
    ? { ok: true, registration: parsed.data }
    : { ok: false, errors: fieldErrorsOf(parsed.error).map(cellError) }
}
