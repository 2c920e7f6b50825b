import type { Report } from '../../../domain/figures/report.ts'
import { element, textElement } from '../charts/svg.ts'
import { assessmentDocument } from '../document.ts'
import { linesHtml, sectionsHtml } from './fragment.ts'
import { styles } from './styles.ts'

const marking = (text: string, place: 'top' | 'bottom'): string =>
  textElement('p', { class: `marking marking--${place}` }, text)

/** The marking in the margins of every printed page, where nothing of the text can lie under it. */
const printed = (text: string): string =>
  ['top', 'bottom']
    .map((edge) => `@page { @${edge}-center { content: '${text}'; font: bold 11pt Arial; } }`)
    .join('\n')

/** A report as a web page that stands alone: no script, nothing from elsewhere. The same report gives the same text. */
export const assessmentHtml = (report: Report): string => {
  const document = assessmentDocument(report)
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    textElement('title', {}, `${document.marking} – ${document.footer}`),
    `<style>${styles}${printed(document.marking)}</style>`,
  ]
  const body = [
    marking(document.marking, 'top'),
    element('main', {}, textElement('h1', {}, document.title), linesHtml(document), sectionsHtml(document)),
    marking(document.marking, 'bottom'),
  ]
  return `<!doctype html>\n<html lang="en-GB">\n<head>\n${head.join('\n')}\n</head>\n<body>\n${body.join('\n')}\n</body>\n</html>\n`
}
