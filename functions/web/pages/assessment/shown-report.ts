import type { Report } from '../../../../shared/domain/figures/report.ts'
import { referralsNamedIn } from '../../../../shared/domain/figures/named-referrals.ts'
import { assessmentDocument } from '../../../../shared/reports/assessment/document.ts'
import { linesHtml, sectionsHtml } from '../../../../shared/reports/assessment/html/fragment.ts'
import { markings } from './words.ts'

/** A report as its page shows it, in the words and charts of the documents; and the referrals that it names. */
export const shownReport = (report: Report) => {
  const whole = assessmentDocument(report)
  return {
    referrals: referralsNamedIn(report.summary),
    data: {
      marking: markings[report.summary.version],
      lines: linesHtml(whole),
      contents: whole.sections.map(({ id, heading }) => ({ href: `#${id}`, text: heading })),
      sections: sectionsHtml(whole),
    },
  }
}
