/** Every postcode area of the United Kingdom, with the Crown dependencies, Gibraltar and the forces (BF). */
const areas =
  'A[BL]|B[ABDFHLNRSTX]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUXY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|' +
  'L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE'

const district = `(?:(?:${areas})(?:[1-9]\\d?|0)|(?:[EN]|[NS]W|SE|W|[EW]C)[1-9][A-Z])`
const inward = '\\d[ABD-HJLNP-UW-Z]{2}'

/** In one run it may be part of a reference or an address on the web, "OP-E11AB". */
const oneRun = `(?<![-/_.@#=])${district}${inward}(?![-/_@#=])`
const postcode = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${district} ${inward}|${oneRun}|GIR ?0AA)(?![\\p{L}\\p{N}])`,
  'giu',
)

/** "the E1 2nd floor", "grade S2 3yr": an ordinal or a unit in small letters, not the second half of a postcode. */
const ordinalOrUnit = /(?:st|nd|rd|th|af|ed|hr|yr|ft|lb|gb|tb)$/

/** Whether plain text carries a full postcode, with its space or without. */
export const hasPostcode = (plain: string): boolean =>
  plain.matchAll(postcode).some(({ 0: whole }) => !ordinalOrUnit.test(whole))
