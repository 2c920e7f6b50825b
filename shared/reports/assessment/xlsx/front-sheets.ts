import { inWords, londonDate } from '../../../domain/dates.ts'
import type { Report, Standing } from '../../../domain/figures/report.ts'
import type { Table } from '../table.ts'
import { shorthand } from '../words/numbers.ts'
import { boldCell, linkCell, textCell, titleCell, wrappedCell, type Sheet } from './sheet.ts'
import { sheetName } from './table-sheet.ts'

export const titleOf = ({ summary }: Report): string => `SAR summary ${summary.reportingYear}`

const standingInWords = (standing: Standing): string => {
  if (standing.state === 'live')
    return 'Live figures: they change as returns arrive, and no edition has frozen them.'
  const edition = `Edition ${standing.edition}`
  if (standing.state === 'draft') return `${edition}: a draft, not approved.`
  if (standing.state === 'returned') return `${edition}: returned to its author, not approved.`
  return `${edition}: approved on ${inWords(londonDate(standing.approvedAt))}.`
}

const versions = {
  internal: 'Internal version. Not for publication.',
  published:
    'Published version. Referrals with HMRC information are left out, and small numbers are withheld.',
} as const

const cover = (report: Report, marking: string): Sheet => {
  const { summary, standing } = report
  const lines = [
    marking,
    'Referrals of suspicious activity reports (SARs) that may concern police and other law-enforcement personnel, and what was reported back on them.',
    `Reporting year ${summary.reportingYear}, figures as at ${inWords(summary.asAt)}.`,
    standingInWords(standing),
    versions[summary.version],
    'Contact: UK Financial Intelligence Unit (UKFIU), National Crime Agency.',
  ]
  return {
    name: 'Cover',
    rows: [[titleCell(titleOf(report))], ...lines.map((line) => [wrappedCell(line)])],
    widths: [76],
    table: null,
    links: [],
  }
}

const listSheet = (
  name: string,
  marking: string,
  [first, second]: readonly [string, string],
  items: readonly (readonly [string, string])[],
  links: Sheet['links'],
): Sheet => ({
  name,
  rows: [
    [titleCell(name)],
    [textCell(`${marking}. This worksheet contains one table.`)],
    [boldCell(first), boldCell(second)],
    ...items.map(([item, text], index) => [
      links.some(({ row }) => row === index + 3) ? linkCell(item) : wrappedCell(item),
      wrappedCell(text),
    ]),
  ],
  widths: [30, 80],
  table: { name: name.toLowerCase(), top: 2, columns: [first, second], rows: items.length },
  links,
})

const contents = (tables: readonly Table[], marking: string): Sheet => {
  const items = [
    ['Notes', 'Shorthand and methods'] as const,
    ...tables.map((table) => [sheetName(table), table.caption] as const),
  ]
  const links = items.map(([to], index) => ({ row: index + 3, to }))
  return listSheet('Contents', marking, ['Worksheet', 'Title'], items, links)
}

const notes = ({ summary }: Report, marking: string): Sheet =>
  listSheet(
    'Notes',
    marking,
    ['Term', 'Meaning'],
    [
      [
        shorthand.withheld,
        'Withheld, so that nobody can be identified. Numbers of 1 to 4 are withheld, and others from which they could be worked out.',
      ],
      [shorthand.notApplicable, 'Not applicable: there is nothing to make the figure from.'],
      ['0', 'None. A number that is not known is never shown as 0.'],
      ['Counting unit', 'The referral: one SAR sent to one organisation.'],
      [
        'Response rate',
        'First returns received, on time or late, out of those and the outstanding. Referrals not yet due are left out.',
      ],
      ['95% interval', 'Wilson score interval of the response rate.'],
      [
        'Cut-off',
        `Returns received after ${inWords(summary.dataQuality.cutOff)} are left to the next edition.`,
      ],
      ['Code lists', summary.dataQuality.codeListVersions.join(', ') || shorthand.notApplicable],
    ],
    [],
  )

/** The sheets before the tables: cover, contents and notes. */
export const frontSheets = (report: Report, tables: readonly Table[], marking: string): readonly Sheet[] => [
  cover(report, marking),
  contents(tables, marking),
  notes(report, marking),
]
