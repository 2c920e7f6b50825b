import { describe, expect, test } from 'vitest'
import { chartsOf } from '../../../../../shared/reports/assessment/charts/charts.ts'
import { chartIds, type ChartId } from '../../../../../shared/reports/assessment/charts/chart.ts'
import { palette } from '../../../../../shared/reports/assessment/charts/palette.ts'
import { chartPng } from '../../../../../shared/reports/assessment/charts/png.ts'
import { publishedSummary } from '../../../../support/published-summaries.ts'
import { reportWith } from '../../../../support/reports.ts'
import { internalSummary } from '../../../../support/summaries.ts'
import { emptied } from './emptied.ts'

const reports = {
  internal: reportWith(),
  published: reportWith({ summary: publishedSummary() }),
  empty: reportWith({ summary: emptied(internalSummary()), earlier: [] }),
}
const every = Object.values(reports).flatMap(chartsOf)

const chart = (report: keyof typeof reports, id: ChartId) => {
  const found = chartsOf(reports[report]).find((each) => each.id === id)
  if (!found) throw new Error(`No chart ${id}`)
  return found
}

const texts = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text ?? '')

/** The widths of the bars, in their order; the tiles of the hatching are left out. */
const bars = (svg: string): readonly number[] =>
  [...svg.replace(/<defs>.*<\/defs>/, '').matchAll(/<rect(?: [^>]*?)? width="([\d.]+)"/g)].map(([, width]) =>
    Number(width),
  )

describe('each chart', () => {
  test('stands in its order, that of the years only where there are earlier ones', () => {
    expect(chartsOf(reports.internal).map(({ id }) => id)).toEqual(chartIds)
    expect(chartsOf(reports.empty).map(({ id }) => id)).toEqual(chartIds.slice(0, -1))
  })

  test('says what it shows in words, to those who can and can not see it', () => {
    for (const { id, svg, title, alt } of every) {
      expect(alt).toMatch(/\w.*\.$/)
      expect(svg).toMatch(/^<svg [^>]*role="img"/)
      expect(svg).toContain(`aria-labelledby="chart-${id}-title chart-${id}-desc"`)
      expect(svg).toContain(
        `<title id="chart-${id}-title">${title}</title><desc id="chart-${id}-desc">${alt}</desc>`,
      )
    }
  })

  test('has nothing that a strict content security policy stops, and loads nothing', () => {
    for (const { svg } of every) {
      expect(svg).not.toMatch(/\sstyle=|<style|<script|\son\w+=|href=|@import|class=/)
      expect([...svg.matchAll(/url\(([^)]*)\)/g)].every(([, to]) => to?.startsWith('#chart-'))).toBe(true)
    }
  })

  test('keeps its names to itself, so that several stand in one page', () => {
    const ids = chartsOf(reports.internal).flatMap(({ svg }) =>
      [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id),
    )
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('is the same for the same report', () => {
    expect(chartsOf(reportWith())).toEqual(chartsOf(reports.internal))
  })
})

describe('the bars', () => {
  const { response, evidenceOfCorruption, corruptionCategories, responseByMonth, outstandingByAge } =
    internalSummary()

  test.each([
    ['returns', [response.returnedOnTime, response.returnedLate, response.outstanding, response.notYetDue]],
    ['evidence', Object.values(evidenceOfCorruption)],
    ['categories', corruptionCategories.flatMap(({ actual, potential }) => [actual, potential])],
    [
      'months',
      responseByMonth.flatMap((month) => [
        month.returnedOnTime,
        month.returnedLate,
        month.outstanding,
        month.notYetDue,
      ]),
    ],
    ['age', outstandingByAge.map(({ count }) => count)],
  ] as const)('of %s are labelled with the figures and as long as them', (id, counts) => {
    const { svg } = chart('internal', id)
    expect(texts(svg).filter((text) => /^[\d,]+$/.test(text))).toEqual(counts.map(String))
    const drawn = counts.filter((count) => count > 0)
    const most = Math.max(...drawn)
    const widths = bars(svg)
    expect(widths).toHaveLength(drawn.length)
    drawn.forEach((count, index) => {
      expect(Math.abs((widths[index] ?? 0) - Math.max(2, (count / most) * Math.max(...widths)))).toBeLessThan(
        0.2,
      )
    })
  })

  test('of the years are the referrals made, and the rate has its interval', () => {
    const said = texts(chart('internal', 'years').svg)
    const years = [internalSummary(), ...reports.internal.earlier.map(({ summary }) => summary)]
    for (const { reportingYear, response: theirs } of years) {
      expect(said).toContain(reportingYear)
      expect(said).toContain(String(theirs.referralsMade))
    }
    expect(said.filter((text) => /^\d+\.\d% \(\d+\.\d% to \d+\.\d%\)$/.test(text))).toHaveLength(3)
  })
})

describe('a withheld count', () => {
  test('is a marked gap that is explained, never a zero', () => {
    const categories = publishedSummary().corruptionCategories.flatMap(({ actual, potential }) => [
      actual,
      potential,
    ])
    const said = texts(chart('published', 'categories').svg)
    expect(categories).toContain('c')
    expect(said.filter((text) => text === '[c]' || /^\d+$/.test(text))).toEqual(
      categories.map((count) => (count === 'c' ? '[c]' : String(count))),
    )
    expect(said.at(-1)).toBe('[c] withheld, so that nobody can be identified')
    expect(chart('published', 'categories').alt).toContain('a withheld number')
  })
})

test('a chart with nothing to show says so, instead of bars', () => {
  for (const { svg, alt } of chartsOf(reports.empty)) {
    expect(alt).toContain('there is nothing to show')
    expect(texts(svg).join(' ')).toBe(alt)
  }
})

/** The relative luminance of WCAG 2.2. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

describe('the colours', () => {
  test('stand out from the paper: text 4.5 to 1, all else 3 to 1', () => {
    expect(contrast(palette.text, palette.paper)).toBeGreaterThan(4.5)
    for (const colour of [palette.strong, palette.light, palette.hatch, palette.line])
      expect(contrast(colour, palette.paper)).toBeGreaterThanOrEqual(3)
  })

  test('differ in lightness by 3 to 1 where two stand side by side, so that grey print keeps them apart', () => {
    expect(contrast(palette.strong, palette.light)).toBeGreaterThanOrEqual(3)
  })
})

test('a picture for print is a PNG of twice the size, the same each time', async () => {
  const drawn = chart('published', 'months')
  const png = Buffer.from(await chartPng(drawn))
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([drawn.width * 2, drawn.height * 2])
  expect(Buffer.from(await chartPng(drawn)).equals(png)).toBe(true)
  // Text that could not be drawn leaves the picture far emptier.
  const mute = Buffer.from(await chartPng({ ...drawn, svg: drawn.svg.replaceAll(/<text.*?<\/text>/g, '') }))
  expect(png.length).toBeGreaterThan(mute.length * 2)
})
