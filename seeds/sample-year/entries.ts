/** A record's keys with their values, each key with its own type; those without a value are left out. */
export const entriesOf = <Key extends string, Value>(
  record: Readonly<Partial<Record<Key, Value>>>,
): readonly (readonly [Key, Value])[] => {
  const isKey = (text: string): text is Key => Object.hasOwn(record, text)
  return Object.keys(record)
    .filter(isKey)
    .flatMap((key) => {
      const value = record[key]
      return value === undefined ? [] : [[key, value] as const]
    })
}
