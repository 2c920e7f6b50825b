/** Every postcode area of the United Kingdom, with the Crown dependencies, Gibraltar and the forces (BF). */
const areas =
  'A[BL]|B[ABDFHLNRSTX]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUXY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|' +
  'L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE'

const district = `(?:(?:${areas})(?:[1-9]\\d?|0)|(?:[EN]|[NS]W|SE|W|[EW]C)[1-9][A-Z])`
const postcode = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${district}( ?)(\\d[ABD-HJLNP-UW-Z]{2})|GIR ?0AA())(?![\\p{L}\\p{N}])`,
  'giu',
)

/** "the E1 2nd floor", "grade S2 3yr": an ordinal or a unit in small letters, not the second half of a postcode. */
const ordinalOrUnit = /^\d(?:st|nd|rd|th|af|ed|hr|yr|ft|lb|gb|tb)$/

const partOfReference = (plain: string, start: number, end: number): boolean =>
  /[-/_.@#=]$/.test(plain.slice(0, start).slice(-1)) || /^[-/_@#=]/.test(plain.slice(end, end + 1))

const reads = (found: RegExpMatchArray): boolean => {
  const [whole, space, inward] = found
  if (inward === undefined) return true
  if (ordinalOrUnit.test(inward)) return false
  const start = found.index ?? 0
  return space !== '' || !partOfReference(found.input ?? '', start, start + whole.length)
}

/** Whether plain text carries a full postcode, with its space or without. */
export const hasPostcode = (plain: string): boolean => plain.matchAll(postcode).some(reads)
