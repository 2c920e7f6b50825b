/** What may be deployed with the service. OFL-1.1 is a font's; MPL-2.0 asks for changed files only, and none is changed. */
const deployed = new Set([
  'MIT',
  'MIT-0',
  '0BSD',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'OFL-1.1',
  'MPL-2.0',
])

/** What may be used to build and test it as well, and is handed on to nobody. */
const used = new Set([...deployed, 'BlueOak-1.0.0', 'CC-BY-4.0', 'PSF-2.0', 'Zlib'])

export type Use = 'deployed' | 'used'

/**
 * Whether a licence allows a use, given as an SPDX expression: a licence, or several with `AND` or with `OR` between
 * them. Refuses anything else, such as an expression inside another or a link to a text.
 */
export const isAllowed = (expression: string, use: Use): boolean => {
  const allowed = use === 'deployed' ? deployed : used
  const plain = expression.replace(/^\(([^()]*)\)$/, '$1')
  const either = plain.split(' OR ')
  if (either.length > 1) return !plain.includes(' AND ') && either.some((each) => allowed.has(each))
  return plain.split(' AND ').every((each) => allowed.has(each))
}
