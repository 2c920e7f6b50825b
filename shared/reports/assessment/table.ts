export type TableId =
  | 'response'
  | 'rate'
  | 'months'
  | 'age'
  | 'evidence'
  | 'categories'
  | 'themes'
  | 'concerns'
  | 'actions'
  | 'discipline'
  | 'criminal'
  | 'intelligence'
  | 'subjects'
  | 'links'
  | 'timeliness'
  | 'years'
  | 'revision'
  | 'quality'
  | 'organisations'
  | 'outstanding'

/** What a column holds: text; whole numbers of things; proportions from 0 to 1; other numbers, such as days. */
export type ColumnKind = 'text' | 'count' | 'rate' | 'number'

/** `key` names the column in data, such as `returnedOnTime`; `label` names it for people. */
export type Column = { readonly key: string; readonly label: string; readonly kind: ColumnKind }

/**
 * A value as it is in the summary. In a column of text it is the text. In the others `c` is withheld and null is not
 * applicable, such as a rate over nothing.
 */
export type Cell = string | number | null

/** A row, with a key of its own in the table: a code, a month, a reference. The first cell names the row for people. */
export type Row = { readonly key: string; readonly cells: readonly Cell[] }

/** A table of the assessment: the same in every format. It has a row at least, and each row a cell for every column. */
export type Table = {
  readonly id: TableId
  /** From 1, in the order of the document. */
  readonly number: number
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** Sentences to be read with the table: the response rate first, where the table is about outcomes. */
  readonly notes: readonly string[]
}
