import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Count, PublishedSummary } from '../../../../shared/domain/figures/summary.ts'
import { assessmentDocument } from '../../../../shared/reports/assessment/document.ts'
import { publishedSummary } from '../../../support/published-summaries.ts'
import { reportWith, standings } from '../../../support/reports.ts'

/** The published year with every count that its sentences tell of drawn again, zero, one, many or withheld. */
const summaryOf = (draw: () => Count, nothingDue: boolean): PublishedSummary => {
  const year = publishedSummary()
  return {
    ...year,
    response: {
      referralsMade: draw(),
      returnedOnTime: draw(),
      returnedLate: draw(),
      outstanding: draw(),
      notYetDue: draw(),
      withdrawn: draw(),
      redirected: draw(),
      responseRate: nothingDue ? null : 'c',
    },
    responseByMonth: year.responseByMonth.map((month) => ({ ...month, outstanding: draw() })),
    outstandingByAge: year.outstandingByAge.map((age) => ({ ...age, count: draw() })),
    evidenceOfCorruption: {
      actual: draw(),
      potential: draw(),
      none: draw(),
      unable_to_determine: draw(),
      no_outcome_yet: draw(),
    },
    actions: year.actions.map((action) => ({ ...action, count: draw() })),
    timeliness: {
      workingDaysToFirstReturn: { count: draw(), median: nothingDue ? null : draw(), p90: null },
      workingDaysToOutcome: { count: draw(), median: null, p90: null },
    },
    dataQuality: { ...year.dataQuality, returnedAfterCutOff: draw(), referralsWithoutRecordedRisk: draw() },
  }
}

const sentencesOf = (summary: PublishedSummary): readonly string[] =>
  assessmentDocument(reportWith({ summary, standing: standings.draft })).sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === 'paragraph') return [block.text]
      return block.kind === 'list' ? block.items : []
    }),
  )

describe('the words of an assessment', () => {
  test('read as sentences whatever the counts are', () => {
    const counts = fc.array(fc.constantFrom<Count>(0, 1, 2, 1204, 'c'), { minLength: 7, maxLength: 61 })
    fc.assert(
      fc.property(counts, fc.boolean(), (drawn, nothingDue) => {
        let next = 0
        const draw = () => drawn[next++ % drawn.length] ?? 0
        for (const said of sentencesOf(summaryOf(draw, nothingDue))) {
          expect(said).toMatch(/^[A-Z0-9].*\.$/)
          expect(said).not.toMatch(
            /undefined|NaN|null|(?<!\[)\bc\b|  |\b1 (referrals|counts|first returns|working days)\b/,
          )
        }
      }),
      { numRuns: 50 },
    )
  })

  test('say that nothing was asked where no referral was made', () => {
    const said = sentencesOf(summaryOf(() => 0, true))
    expect(said[0]).toBe('No referral was made in this year, leaving out those with HMRC information.')
  })

  test('name nobody and quote no note in the published version', () => {
    const published = JSON.stringify(
      assessmentDocument(reportWith({ summary: publishedSummary(), standing: standings.returned })),
    )
    for (const kept of ['Sam Okafor', 'Priya Raman', standings.returned.note, standings.returned.reason]) {
      expect(published).not.toContain(kept)
    }
  })

  test('number tables and figures in the order in which they come', () => {
    const blocks = assessmentDocument(reportWith({ standing: standings.draft })).sections.flatMap(
      (section) => section.blocks,
    )
    const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.table.number] : []))
    const figures = blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure.number] : []))
    expect(tables).toEqual(tables.map((_, place) => place + 1))
    expect(figures).toEqual([1, 2, 3, 4, 5, 6])
  })
})
