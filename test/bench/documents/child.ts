/**
 * Writes a report of a year twice in one format, as a function does for the first and the second who asks:
 * `node child.ts <format>`. Prints, as JSON, the milliseconds of each and the MB that the process then has in use.
 */
import { renderAssessment } from '../../../shared/reports/assessment/render.ts'
import { formats } from '../../../shared/reports/assessment/format.ts'
import { reportWith } from '../../support/reports.ts'

const format = formats.find((each) => each === process.argv[2])
if (!format) throw new Error(`Not a format: ${process.argv[2]}`)
const report = reportWith()

const write = async () => {
  const began = performance.now()
  await renderAssessment(report, format)
  return performance.now() - began
}
const cold = await write()
const warm = Math.min(await write(), await write(), await write())
process.stdout.write(JSON.stringify({ cold, warm, memory: process.memoryUsage().rss / 1e6 }))
