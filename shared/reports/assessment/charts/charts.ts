import type { Report } from '../../../domain/figures/report.ts'
import type { Chart } from './chart.ts'
import { draw } from './draw.ts'
import { categoriesChart, evidenceChart } from './outcome-charts.ts'
import { ageChart, monthsChart, returnsChart } from './response-charts.ts'
import { yearsChart } from './years-chart.ts'

/** The charts of a report, in the order of `chartIds`; the one of the years only where there are earlier ones. */
export const chartsOf = (report: Report): readonly Chart[] =>
  [
    returnsChart(report.summary),
    evidenceChart(report.summary),
    categoriesChart(report.summary),
    monthsChart(report.summary),
    ageChart(report.summary),
    ...(report.earlier.length > 0 ? [yearsChart(report)] : []),
  ].map(draw)
