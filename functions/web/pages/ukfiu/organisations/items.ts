import type { ReferenceData } from '../../../../../shared/domain/rules.ts'

/** Organisations for a select, by name. */
export const organisationItems = (
  { organisations }: ReferenceData,
  without: readonly string[] = [],
): readonly { readonly value: string; readonly text: string }[] =>
  [...organisations.values()]
    .filter(({ code }) => !without.includes(code))
    .map(({ code, name }) => ({ value: code, text: name }))
    .toSorted((one, other) => one.text.localeCompare(other.text, 'en-GB'))
