import { describe, expect, test } from 'vitest'
import { localDate } from '../../../../shared/domain/dates.ts'
import {
  approve,
  decided,
  editionOf,
  giveBack,
  type DecisionContext,
  type Edition,
} from '../../../../shared/domain/editions/edition.ts'
import type { Drafted, EditionDecision } from '../../../../shared/domain/editions/events.ts'
import { reportingYearOf } from '../../../../shared/domain/reporting-year.ts'
import { inLondon } from '../../../support/referrals.ts'

const name = { year: reportingYearOf(localDate('2025-06-01')), number: 2 }
const author = { id: 'sta-author', name: 'A. Author' }
const approver = { id: 'sta-approver', name: 'B. Approver' }

const drafted: Drafted = {
  type: 'drafted',
  by: author,
  at: inLondon('2026-05-05'),
  asAt: localDate('2026-04-30'),
  note: 'For the June assessment',
  revises: 1,
}
const said = (who: typeof author, note = 'Read and agreed') => ({
  by: who,
  at: inLondon('2026-05-06'),
  note,
})
const by = (who: typeof author, note?: string): DecisionContext => ({ ...said(who, note), lastApproved: 1 })
const decision = (type: EditionDecision['type'], who = approver): EditionDecision => ({ type, ...said(who) })

/** A draft with what was decided about it. */
const given = (...[first]: readonly EditionDecision[]): Edition =>
  editionOf(name, first ? [drafted, first] : [drafted])

const commands = [
  ['approve', approve],
  ['give back', giveBack],
] as const

describe('a draft', () => {
  test('has what was frozen, and who froze it', () => {
    expect(given()).toEqual({
      ...name,
      state: 'draft',
      asAt: '2026-04-30',
      note: 'For the June assessment',
      revises: 1,
      draftedBy: author,
      draftedAt: inLondon('2026-05-05'),
    })
  })

  test('is not approved once another was approved that it does not revise, and can be given back', () => {
    const since = { ...by(approver), lastApproved: 3 }
    expect(approve(given(), since)).toMatchObject({
      ok: false,
      problem: {
        kind: 'not_possible',
        detail:
          'Edition 3 of 2025-26 was approved after this one was frozen: return it, and freeze a new one.',
      },
    })
    expect(giveBack(given(), since)).toMatchObject({ ok: true })
  })

  test('is approved by another person', () => {
    const approved = approve(given(), by(approver))
    expect(approved).toEqual({ ok: true, value: decision('approved') })
    expect(given(decision('approved'))).toMatchObject({
      state: 'approved',
      asAt: '2026-04-30',
      approvedBy: approver,
      approvedAt: inLondon('2026-05-06'),
      approvalNote: 'Read and agreed',
    })
  })

  test('is given back by another person, with a reason', () => {
    expect(giveBack(given(), by(approver))).toEqual({ ok: true, value: decision('returned') })
    expect(given(decision('returned'))).toMatchObject({
      state: 'returned',
      returnedBy: approver,
      returnedAt: inLondon('2026-05-06'),
      reason: 'Read and agreed',
    })
  })

  test.each(commands)('is not for its author to %s, whatever name they go by now', (_, command) => {
    expect(command(given(), by({ ...author, name: 'Another Name' }))).toEqual({
      ok: false,
      problem: {
        kind: 'not_possible',
        detail: 'You drafted edition 2 of 2025-26: another person decides on it.',
      },
    })
  })

  test('becomes the same edition whether a decision is folded or applied', () => {
    const draft = given()
    if (draft.state !== 'draft') throw new Error(draft.state)
    const approved = decision('approved')
    expect(decided(draft, approved)).toEqual(given(approved))
  })
})

describe.each([
  ['approved', /approved by B. Approver/],
  ['returned', /returned by B. Approver/],
] as const)('an edition that is %s', (state, reason) => {
  test.each(commands)('is not there to %s any more, by anybody', (_, command) => {
    for (const who of [author, approver, { id: 'sta-approver-2', name: 'C. Third' }]) {
      expect(command(given(decision(state)), by(who))).toEqual({
        ok: false,
        problem: { kind: 'not_possible', detail: expect.stringMatching(reason) },
      })
    }
  })
})
