import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { referralId } from '../../../shared/contracts/values.ts'
import { referralIdFrom } from '../../../shared/domain/referral-id.ts'

describe("a referral's reference", () => {
  test('is read out by hand: no I, L, O or U', () => {
    const all = Uint8Array.from({ length: 32 }, (_, byte) => byte)
    const letters = [0, 8, 16, 24]
      .map((at) => referralIdFrom(all.subarray(at)).replaceAll(/^R|-/g, ''))
      .join('')
    expect(letters).toBe('0123456789ABCDEFGHJKMNPQRSTVWXYZ')
  })

  test('every byte leads to one that the contract accepts, every letter equally often', () => {
    const count = new Map<string, number>()
    for (let byte = 0; byte < 256; byte += 1) {
      const letter = referralIdFrom(new Uint8Array(8).fill(byte)).slice(-1)
      count.set(letter, (count.get(letter) ?? 0) + 1)
    }
    expect([...count.values()]).toEqual(Array(32).fill(8))
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
        expect(referralId.safeParse(referralIdFrom(bytes)).success).toBe(true)
      }),
    )
  })

  test('takes eight bytes of chance', () => {
    expect(() => referralIdFrom(new Uint8Array(7))).toThrow(RangeError)
  })
})
