import type { AttributeValue } from '@aws-sdk/client-dynamodb'

export type Item = Readonly<Record<string, AttributeValue>>

const utf8 = (text: string): number => Buffer.byteLength(text)

/** One byte for two digits, and one more; the sign another. */
const numberBytes = (text: string): number => {
  const digits = text.replace(/^-/, '').replace('.', '').replace(/^0+/, '')
  return Math.ceil(digits.length / 2) + 1 + (text.startsWith('-') ? 1 : 0)
}

const sum = (sizes: readonly number[]): number => sizes.reduce((all, one) => all + one, 0)

/** Lists and maps: three bytes for themselves and one for each element. */
const valueBytes = (value: AttributeValue): number => {
  if (value.S !== undefined) return utf8(value.S)
  if (value.N !== undefined) return numberBytes(value.N)
  if (value.B !== undefined) return value.B.length
  if (value.L) return 3 + sum(value.L.map((each) => 1 + valueBytes(each)))
  if (value.M)
    return 3 + sum(Object.entries(value.M).map(([name, each]) => utf8(name) + 1 + valueBytes(each)))
  if (value.SS) return sum(value.SS.map(utf8))
  return 1
}

/** How many bytes DynamoDB counts an item as: names and values, by the rules of its developer guide ("Item sizes"). */
export const itemBytes = (item: Item): number =>
  sum(Object.entries(item).map(([name, value]) => utf8(name) + valueBytes(value)))

/** Write units of so many bytes: one for each KiB begun. Nothing there is written as one all the same. */
export const writeUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / 1024))

/** Read units of so many bytes read in one request: one for each 4 KiB begun, half of that where it need not be the latest. */
export const readUnits = (bytes: number, consistent: boolean): number =>
  Math.max(1, Math.ceil(bytes / 4096)) * (consistent ? 1 : 0.5)
