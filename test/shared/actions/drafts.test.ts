import { describe } from 'vitest'
import { dropDraft, findDraft, keepDraft } from '../../../shared/actions/drafts.ts'
import { instantAt } from '../../../shared/domain/dates.ts'
import { draftsStore } from '../../../shared/store/drafts-store.ts'
import { test as base } from '../../support/engine.ts'

const day = 24 * 60 * 60 * 1000
const start = Date.parse('2026-06-03T08:30:00Z')
const key = { person: 'force-kent', form: '/referrals/R-7K3M-9QXD/progress' }
const typed = {
  rationale: ['The records have been asked for.'],
  actions: ['vetting_review', 'welfare_support'],
}

/** Drafts at a time that the test sets. */
const test = base.extend('at', ({ tables }) => (now: number) => ({
  drafts: draftsStore(tables),
  clock: { now: () => instantAt(now) },
}))

describe('what somebody has typed', () => {
  test('is found again as it was, for seven days', async ({ expect, at }) => {
    await keepDraft(at(start))(key, typed)
    expect(await findDraft(at(start + 7 * day - 1000))(key)).toEqual(typed)
    expect(await findDraft(at(start + 7 * day))(key)).toBeUndefined()
  })

  test('is found by nobody else, and in no other form', async ({ expect, at }) => {
    await keepDraft(at(start))(key, typed)
    expect(await findDraft(at(start))({ ...key, person: 'officer-kent' })).toBeUndefined()
    expect(await findDraft(at(start))({ ...key, form: '/contacts' })).toBeUndefined()
  })

  test('replaces what was kept before, and is forgotten when it is dropped', async ({ expect, at }) => {
    await keepDraft(at(start))(key, { rationale: ['Older words.'] })
    await keepDraft(at(start))(key, typed)
    expect(await findDraft(at(start))(key)).toEqual(typed)
    await dropDraft(at(start))(key)
    expect(await findDraft(at(start))(key)).toBeUndefined()
  })

  test('is not kept when it is longer than any form', async ({ expect, at }) => {
    const nowhere = { ...key, form: `/${'x'.repeat(2000)}` }
    await keepDraft(at(start))(key, { rationale: ['x'.repeat(200_001)] })
    await keepDraft(at(start))(nowhere, typed)
    expect(await findDraft(at(start))(key)).toBeUndefined()
    expect(await findDraft(at(start))(nowhere)).toBeUndefined()
  })
})
