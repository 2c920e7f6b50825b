import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { accessItem } from '../../../shared/contracts/access-log.ts'
import { draftItem } from '../../../shared/contracts/draft.ts'
import { editionItem } from '../../../shared/contracts/edition-item.ts'
import * as items from '../../../shared/contracts/items.ts'
import { fold } from '../../../shared/domain/referral/evolve.ts'
import { fromItem } from '../../../shared/store/referral-item.ts'
import stored from './stored-under-schema-1.json' with { type: 'json' }

/*
 * One of everything as it lay in the tables when schemas began to be numbered. This file is never brought up to date: whatever
 * the schemas become, these are read, by the upgrades in shared/contracts/stored.ts.
 */

const readBy: Readonly<Record<keyof typeof stored, z.ZodType>> = {
  referrals: items.referralItem,
  sarHoldings: items.sarRegisterItem,
  counted: items.countedItem,
  counters: items.countersItem,
  generations: items.generationsItem,
  upkeep: items.upkeepItem,
  reviews: items.reviewsItem,
  contacts: items.contactsItem,
  drafts: draftItem,
  accessLog: accessItem,
  editions: editionItem,
}

describe('what was stored under the first schema', () => {
  test.each(Object.entries(stored))('is read: %s', (kind, all) => {
    const schema = Object.entries(readBy).find(([name]) => name === kind)?.[1]
    expect(all.map((item) => schema?.safeParse(item).error?.issues ?? [])).toEqual(all.map(() => []))
  })

  test('has every event that there was', () => {
    const types = new Set(stored.referrals.flatMap(({ history }) => history.map(({ type }) => type)))
    expect(types).toEqual(
      new Set([
        'registered',
        'acknowledged',
        'dates_recalculated',
        'date_extended',
        'reminded',
        'progress_reported',
        'outcome_given',
        'retained',
        'withdrawn',
        'redirected',
        'erased',
      ]),
    )
  })

  test('leads to the same referrals', () => {
    const [kept, gone, moved] = stored.referrals.map((item) => fromItem(item))
    expect(kept?.referral).toMatchObject({
      status: 'outcome_received',
      version: 9,
      originalFirstReturnDueOn: '2026-06-05',
      firstReturn: { on: '2026-06-15' },
      given: { version: 8, outcome: { learning: 'Debts are declared late.' } },
      retained: { nextReviewOn: '2029-07-03' },
    })
    expect(gone?.referral).toMatchObject({
      status: 'withdrawn',
      registration: { sarReference: null },
      erased: { reason: 'no_longer_needed' },
    })
    expect(moved && fold(moved.history).status).toBe('redirected')
  })
})
