const list = new Intl.ListFormat('en-GB', { style: 'long', type: 'conjunction' })

/** `a`, `a and b`, `a, b and c` */
export const listed = (items: readonly string[]): string => list.format(items)

/** With a capital first letter, as a sentence begins. */
export const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** A label inside a sentence: `Abuse of authority` as `abuse of authority`, but `IOPC` as it is. */
export const inside = (label: string): string =>
  /^[A-Z][^A-Z]/.test(label) ? `${label.charAt(0).toLowerCase()}${label.slice(1)}` : label
