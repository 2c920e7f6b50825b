import { describe, expect, test } from 'vitest'
import { findReviews } from '../../../shared/actions/find-reviews.ts'
import { listReviews } from '../../../shared/actions/list-reviews.ts'
import type { FoundReviews } from '../../../shared/contracts/items.ts'
import type { Referral } from '../../../shared/domain/referral/referral.ts'
import { referenceData } from '../../../shared/runtime/reference-data.ts'
import { acknowledging, given, inLondon, registering, withdrawing } from '../../support/referrals.ts'
import { retaining } from '../../support/reviews.ts'

const idAt = (place: number) => `R-0000-${String(place).padStart(4, '0')}`
const registered = (place: number) =>
  registering({ organisation: 'kent', referredOn: '2026-04-07' }, { id: idAt(place) })
const closedOn = (place: number, day: string) => given(registered(place), withdrawing(day))

/** Stores in memory, at a moment of the service's time. */
const at = (day: string, situations: readonly { readonly referral: Referral }[]) => {
  let found: FoundReviews | undefined
  const referrals = new Map(situations.map(({ referral }) => [referral.id, referral]))
  const reads: string[] = []
  const dependencies = {
    referrals: {
      every: async function* () {
        yield [...referrals.values()]
      },
      read: (ids: readonly string[]) => {
        reads.push(...ids)
        const named = ids.map((id) => referrals.get(id)).filter((referral) => referral !== undefined)
        const { history } = given(registered(1))
        return Promise.resolve(named.map((referral) => ({ referral, history })))
      },
    },
    reviews: {
      found: () => Promise.resolve(found),
      remember: (now: FoundReviews) => {
        found = now
        return Promise.resolve()
      },
    },
    reference: referenceData,
    clock: { now: () => inLondon(day) },
  }
  return { dependencies, referrals, reads }
}

describe('the weekly search', () => {
  test('finds what is due by its day, the longest due first, and nothing that is open or not due yet', async () => {
    const { dependencies } = at('2028-06-05', [
      given(registered(1), acknowledging('2026-04-08')),
      closedOn(2, '2026-06-05'),
      closedOn(3, '2026-06-06'),
      closedOn(4, '2026-05-01'),
      closedOn(5, '2026-05-01').and(retaining('2028-05-01', '2029-05-01')),
    ])
    expect(await findReviews(dependencies)()).toBe(2)
    const { foundOn, found, items } = await listReviews(dependencies)(10)
    expect([foundOn, found]).toEqual(['2028-06-05', 2])
    expect(items.map(({ id, dueOn }) => [id, dueOn])).toEqual([
      [idAt(4), '2028-05-01'],
      [idAt(2), '2028-06-05'],
    ])
  })
})

describe('the list', () => {
  test('is empty before the first search', async () => {
    const { dependencies } = at('2028-06-05', [closedOn(1, '2026-04-08')])
    expect(await listReviews(dependencies)(10)).toEqual({ foundOn: null, found: 0, items: [] })
  })

  test('leaves out what was decided since the search, and goes on to the next', async () => {
    const all = Array.from({ length: 40 }, (_, place) => closedOn(place, '2026-05-01'))
    const { dependencies, referrals } = at('2028-06-05', all)
    await findReviews(dependencies)()
    const kept = closedOn(0, '2026-05-01').and(retaining('2028-06-05', '2029-05-01'))
    referrals.set(idAt(0), kept.referral)
    const { found, items } = await listReviews(dependencies)(35)
    expect(found).toBe(40)
    expect(items.map(({ id }) => id)).toEqual(Array.from({ length: 35 }, (_, place) => idAt(place + 1)))
  })

  test('reads no more referrals than it needs to', async () => {
    const all = Array.from({ length: 100 }, (_, place) => closedOn(place, '2026-05-01'))
    const { dependencies, reads } = at('2028-06-05', all)
    await findReviews(dependencies)()
    expect((await listReviews(dependencies)(10)).items.length).toBe(10)
    expect(reads.length).toBe(10)
  })
})
