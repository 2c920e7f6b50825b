import { LineRuleType, type IStylesOptions } from 'docx'

const font = 'Arial'
const dark = '0B0C0C'
const lineRule = LineRuleType.AUTO

/** The styles that Word's navigation, its table of contents and its readers go by. Sizes are in half points. */
export const styles: IStylesOptions = {
  default: {
    document: { run: { font, size: 22, color: dark, language: { value: 'en-GB' } } },
    title: {
      run: { font, size: 40, bold: true, color: dark },
      paragraph: { spacing: { before: 120, after: 240, line: 264, lineRule } },
    },
    heading1: {
      run: { font, size: 30, bold: true, color: dark },
      paragraph: { spacing: { before: 400, after: 160 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: 'Normal',
      name: 'Normal',
      quickFormat: true,
      run: { font, size: 22, color: dark },
      paragraph: { spacing: { before: 100, after: 100, line: 276, lineRule } },
    },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { font, size: 20, bold: true, color: dark },
      paragraph: { spacing: { before: 280, after: 100, line: 252, lineRule }, keepNext: true },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      quickFormat: true,
      run: { font, size: 19 },
      paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule } },
    },
    {
      id: 'Note',
      name: 'Note',
      basedOn: 'Normal',
      quickFormat: true,
      run: { font, size: 18, color: '484949' },
      paragraph: { spacing: { before: 60, after: 60, line: 240, lineRule } },
    },
    {
      id: 'Warning',
      name: 'Warning',
      basedOn: 'Normal',
      quickFormat: true,
      run: { font, size: 24, bold: true, color: 'A3261A' },
      paragraph: { spacing: { before: 120, after: 160 } },
    },
  ],
}
