/** Crockford's base 32: no I, L, O or U, so that a reference can be read out and copied by hand. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * A referral's opaque reference, such as `R-7K3M-9QXD`, from eight random bytes. It says nothing of the SAR, and its
 * 40 bits are not to be guessed. Throws when there are fewer bytes.
 */
export const referralIdFrom = (random: Uint8Array): string => {
  if (random.length < 8) throw new RangeError('A referral reference takes eight random bytes')
  const letters = [...random.subarray(0, 8)].map((byte) => alphabet[byte % 32]).join('')
  return `R-${letters.slice(0, 4)}-${letters.slice(4)}`
}
