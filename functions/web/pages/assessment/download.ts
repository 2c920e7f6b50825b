import { readReport } from '../../../../shared/actions/assessments/read-assessment.ts'
import { readEdition } from '../../../../shared/actions/assessments/read-edition.ts'
import { referralsNamedIn } from '../../../../shared/domain/figures/named-referrals.ts'
import { renderAssessment } from '../../../../shared/reports/assessment/render.ts'
import { notFound } from '../../messages.ts'
import { giveFile, refuse, type Serve } from '../../page.ts'
import { editionAsked, liveAsked, versionAsked, yearAsked } from './asked.ts'
import { isFormat } from './words.ts'

/** A year's live figures as a file in one format; its name carries the marking. */
export const downloadYear: Serve = async (request, dependencies) => {
  const year = yearAsked(request)
  if (!year.ok) return year.problem
  const asked = liveAsked(request)
  const { format = '' } = request.params
  if (!asked || !isFormat(format)) return notFound
  const report = await readReport(dependencies)(year.value, asked)
  if (!report.ok) return refuse(report.problem)
  const { contentType, name, body } = await renderAssessment(report.value, format)
  return giveFile(contentType, name, body, referralsNamedIn(report.value.summary))
}

/** A file of an edition, byte for byte as it was kept. */
export const downloadEdition: Serve = async (request, dependencies) => {
  const edition = editionAsked(request)
  if (!edition.ok) return edition.problem
  const { format = '' } = request.params
  if (!isFormat(format)) return notFound
  const read = await readEdition(dependencies)(edition.value, versionAsked(request), format)
  if (!read.ok) return refuse(read.problem)
  const { file, content, summary } = read.value
  return giveFile(file.contentType, file.name, content, referralsNamedIn(summary))
}
