const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as it stands in XML, between tags or in an attribute. */
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (mark) => entities[mark] ?? mark)

export type Attributes = Readonly<Record<string, string | number>>

const written = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 10) / 10) : escaped(value)

/** An element around children that are XML already. Numbers are rounded to a tenth, so that a file is ever the same. */
export const element = (name: string, attributes: Attributes, ...children: readonly string[]): string => {
  const own = Object.entries(attributes).map(([key, value]) => ` ${key}="${written(value)}"`)
  return `<${name}${own.join('')}>${children.join('')}</${name}>`
}

/** An element around a text. */
export const textElement = (name: string, attributes: Attributes, text: string): string =>
  element(name, attributes, escaped(text))

/** The mean width of a letter of Arial in English, as a share of the font's size, with a little to spare. */
const letter = 0.53

/** About how wide a text will be, in the unit of the size. Digits and capitals are what it errs on. */
export const widthOf = (text: string, size: number): number => text.length * size * letter

/** A text broken between words into lines of at most a width. A longer word has its own line. */
export const wrapped = (text: string, width: number, size: number): readonly string[] => {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && widthOf(longer, size) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
