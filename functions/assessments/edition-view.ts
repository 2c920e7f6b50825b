import type { StoredEdition } from '../../shared/store/editions-store.ts'

/** An edition as it is answered: its number is called `edition`, and its year `reportingYear`. */
export const editionView = ({ edition: { year, number, ...rest } }: StoredEdition) => ({
  edition: number,
  reportingYear: year,
  ...rest,
})
