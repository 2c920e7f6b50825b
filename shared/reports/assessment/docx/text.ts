import { AlignmentType, HeadingLevel, Paragraph, SimpleField, TextRun, type IParagraphOptions } from 'docx'

export const paragraph = (
  text: string,
  options: Omit<IParagraphOptions, 'text' | 'children'> = {},
): Paragraph => new Paragraph({ ...options, children: [new TextRun(text)] })

export const heading = (text: string): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    children: [new TextRun(text)],
  })

export const bullet = (text: string): Paragraph =>
  paragraph(text, { bullet: { level: 0 }, style: 'ListParagraph' })

/** A caption whose number is a field: a table put in between renumbers those after it. */
export const caption = (kind: 'Table' | 'Figure', number: number, text: string): Paragraph =>
  new Paragraph({
    style: 'Caption',
    keepNext: true,
    children: [
      new TextRun(`${kind} `),
      new SimpleField(`SEQ ${kind} \\* ARABIC`, String(number)),
      new TextRun(`: ${text}`),
    ],
  })

export const note = (text: string): Paragraph => paragraph(text, { style: 'Note' })

/** A line of its own in the head or the foot of every page. */
export const centred = (...children: readonly TextRun[]): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, children: [...children] })
