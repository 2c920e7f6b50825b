import { element, textElement } from '../charts/svg.ts'
import type { AssessmentDocument, Block, Section } from '../document.ts'
import type { Column, Row, Table } from '../table.ts'
import { cellInWords } from '../words/cell.ts'

const paragraph = (text: string): string => textElement('p', { class: 'govuk-body' }, text)

const numeric = ({ kind }: Column): boolean => kind !== 'text'

const headCell = (column: Column): string => {
  const own = numeric(column) ? ' govuk-table__header--numeric' : ''
  return textElement('th', { scope: 'col', class: `govuk-table__header${own}` }, column.label)
}

const bodyRow = ({ columns }: Table, { cells }: Row): string => {
  const inside = columns.map((column, place) => {
    const text = cellInWords(cells[place], column)
    if (place === 0) return textElement('th', { scope: 'row', class: 'govuk-table__header' }, text)
    const own = numeric(column) ? ' govuk-table__cell--numeric' : ''
    return textElement('td', { class: `govuk-table__cell${own}` }, text)
  })
  return element('tr', { class: 'govuk-table__row' }, ...inside)
}

/** A wide table scrolls by itself, by keyboard too, so that the page never does. */
const tableBlock = (table: Table): string => {
  const caption = `Table ${table.number}: ${table.caption}`
  const whole = element(
    'table',
    { class: 'govuk-table' },
    textElement('caption', { class: 'govuk-table__caption govuk-table__caption--s' }, caption),
    element(
      'thead',
      { class: 'govuk-table__head' },
      element('tr', { class: 'govuk-table__row' }, ...table.columns.map(headCell)),
    ),
    element('tbody', { class: 'govuk-table__body' }, ...table.rows.map((row) => bodyRow(table, row))),
  )
  const scrolling = { class: 'app-wide', tabindex: '0', role: 'region', 'aria-label': caption }
  const notes = table.notes.map((note) => textElement('p', { class: 'govuk-body-s' }, note))
  return element('div', scrolling, whole) + notes.join('')
}

const block = (each: Block): string => {
  switch (each.kind) {
    case 'paragraph':
      return paragraph(each.text)
    case 'list':
      return element(
        'ul',
        { class: 'govuk-list govuk-list--bullet' },
        ...each.items.map((item) => textElement('li', {}, item)),
      )
    case 'table':
      return tableBlock(each.table)
    case 'figure': {
      const { number, chart } = each.figure
      const caption = textElement(
        'figcaption',
        { class: 'govuk-heading-s' },
        `Figure ${number}: ${chart.title}`,
      )
      return element('figure', { class: 'app-figure' }, caption, chart.svg)
    }
  }
}

const sectionHtml = ({ id, heading, blocks }: Section): string =>
  element(
    'section',
    { 'aria-labelledby': id },
    textElement('h2', { id, class: 'govuk-heading-m' }, heading),
    ...blocks.map(block),
  )

/** The sections of a document as HTML, in the classes of the GOV.UK Design System: for a page that has its own head. */
export const sectionsHtml = ({ sections }: AssessmentDocument): string => sections.map(sectionHtml).join('\n')

/** What stands above the sections: how far it is decided, and as at which day. */
export const linesHtml = ({ warning, lines }: AssessmentDocument): string =>
  [
    ...(warning === null ? [] : [textElement('p', { class: 'govuk-inset-text' }, warning)]),
    ...lines.map(paragraph),
  ].join('\n')
