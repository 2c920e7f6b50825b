import type { Edition } from '../../../../shared/domain/editions/edition.ts'
import type { Version } from '../../../../shared/domain/figures/version.ts'
import { formats, type Format } from '../../../../shared/reports/assessment/format.ts'

/** What each version carries at the top and the bottom of its pages. */
export const markings: Readonly<Record<Version, string>> = {
  internal: 'OFFICIAL-SENSITIVE',
  published: 'OFFICIAL',
}

const formatNames: Readonly<Record<Format, string>> = {
  docx: 'Word document',
  xlsx: 'Spreadsheet (XLSX)',
  html: 'Web page (HTML)',
  csv: 'Data (CSV)',
  json: 'Data (JSON)',
}

const byUse: readonly Format[] = ['docx', 'xlsx', 'html', 'csv', 'json']

/** A link to download each format from, what a reader wants most first. */
export const downloadsFrom = (path: string, query: Readonly<Record<string, string>>) =>
  byUse.map((format) => ({
    text: formatNames[format],
    href: `${path}/download/${format}?${new URLSearchParams(query).toString()}`,
  }))

export const isFormat = (text: string): text is Format => formats.some((format) => format === text)

const states = {
  draft: { text: 'Draft', classes: 'govuk-tag--yellow' },
  approved: { text: 'Approved', classes: 'govuk-tag--green' },
  returned: { text: 'Returned', classes: 'govuk-tag--red' },
} as const

const decisionOn = (edition: Edition) => {
  switch (edition.state) {
    case 'draft':
      return null
    case 'approved':
      return {
        what: 'Approved',
        by: edition.approvedBy.name,
        at: edition.approvedAt,
        note: edition.approvalNote,
      }
    case 'returned':
      return { what: 'Returned', by: edition.returnedBy.name, at: edition.returnedAt, note: edition.reason }
  }
}

/** An edition as lists and headings show it. */
export const editionInWords = (edition: Edition) => ({
  number: edition.number,
  href: editionPath(edition),
  state: edition.state,
  tag: states[edition.state],
  asAt: edition.asAt,
  revises: edition.revises,
  note: edition.note,
  draftedBy: edition.draftedBy.name,
  draftedAt: edition.draftedAt,
  decision: decisionOn(edition),
})

export const yearsPath = '/assessments'
export const yearPath = (year: string): string => `${yearsPath}/${year}`
export const editionPath = ({ year, number }: Pick<Edition, 'year' | 'number'>): string =>
  `${yearPath(year)}/editions/${number}`
