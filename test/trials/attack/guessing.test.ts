import { expect, test } from 'vitest'
import { referralIdFrom } from '../../../shared/domain/referral-id.ts'

/** How long somebody would have to guess at references; what a guess is answered with, `tokens.test.ts` tries. */

test('a reference is one of 32 to the power of 8, each letter as likely as any other', () => {
  const letters = Array.from({ length: 256 }, (_, byte) =>
    referralIdFrom(new Uint8Array(8).fill(byte)).at(-1),
  )
  const counted = [...Map.groupBy(letters, (letter) => letter)].map(([, all]) => all.length)
  expect(counted).toEqual(Array.from({ length: 32 }, () => 8))
  // At the 50 requests a second that the whole service takes, with 10,000 referrals to hit.
  const guesses = 32 ** 8 / 10_000
  expect(guesses / 50 / 86_400).toBeGreaterThan(25)
})
