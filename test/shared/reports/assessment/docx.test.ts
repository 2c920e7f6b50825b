import { describe, expect, test } from 'vitest'
import { renderAssessment } from '../../../../shared/reports/assessment/render.ts'
import { libreOffice } from '../../../support/libreoffice.ts'
import { publishedSummary } from '../../../support/published-summaries.ts'
import { reportWith, standings } from '../../../support/reports.ts'

const reports = {
  internal: reportWith({ standing: standings.draft }),
  published: reportWith({ summary: publishedSummary(), standing: standings.approved }),
}

describe.skipIf(libreOffice === undefined)(
  'the Word section, opened by LibreOffice where there is one',
  () => {
    test.each(Object.entries(reports))('in its %s version becomes pages', async (version, report) => {
      const { name, body } = await renderAssessment(report, 'docx')
      const pdf = Buffer.from((await libreOffice?.(name, body, 'pdf')) ?? [])
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
      const text = Buffer.from((await libreOffice?.(name, body, 'txt:Text')) ?? []).toString('utf8')
      expect(text).toContain('Suspicious activity reports about police personnel, 2025-26')
      expect(text).toContain('Table 1: Referrals made and how they were answered')
      expect(text).toContain('Figure 1: Returns by timeliness')
      expect(text.includes('Essex Police')).toBe(version === 'internal')
    })
  },
)
