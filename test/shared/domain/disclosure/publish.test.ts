import { describe, expect, test } from 'vitest'
import { publish } from '../../../../shared/domain/disclosure/publish.ts'
import type { CodeCount, PublishedSummary, Withheld } from '../../../../shared/domain/figures/summary.ts'
import { months, sampleSized, type MadeUp } from '../../../properties/disclosure-population.ts'
import { figuresOf } from '../../../properties/disclosure-tables.ts'
import { anOutcome, corrupt, many } from './made-up.ts'

const publishing = (population: readonly MadeUp[], ...earlier: readonly PublishedSummary[]) =>
  publish(figuresOf(population), earlier)

const shownOf = (rows: readonly CodeCount<Withheld>[]) =>
  Object.fromEntries(rows.filter(({ count }) => count !== 0).map(({ code, count }) => [code, count]))

const monthsOf = ({ responseByMonth }: PublishedSummary) =>
  responseByMonth
    .filter(({ referralsMade }) => referralsMade !== 0)
    .map((month) => [month.returnedOnTime, month.returnedLate, month.referralsMade])

describe('one edition', () => {
  test('nothing is withheld where nothing is small', () => {
    const published = publishing([...many(30), ...many(20, { answer: 'late', outcome: anOutcome })])

    expect(published.dataQuality).toMatchObject({ withheldCounts: 0 })
    expect(published.response).toMatchObject({ returnedOnTime: 30, returnedLate: 20, notYetDue: 0 })
  })

  test('one small count in a list takes one other with it, and the total is still shown', () => {
    const published = publishing([
      ...many(38, { outcome: anOutcome }),
      ...many(2, { outcome: { ...anOutcome, criminal: 'charged' } }),
      ...many(20, { outcome: { ...anOutcome, criminal: 'under_way' } }),
    ])

    expect(published.timeliness.workingDaysToOutcome.count).toBe(60)
    expect(shownOf(published.criminalOutcomes)).toEqual({ none: 'c', charged: 'c', under_way: 20 })
    expect(published.dataQuality.withheldCounts).toBe(2)
  })

  test('one small count of two by two takes the other three', () => {
    const published = publishing([
      ...many(20),
      ...many(2, { answer: 'late' }),
      ...many(20, { month: '2025-05' }),
      ...many(20, { month: '2025-05', answer: 'late' }),
    ])

    expect(monthsOf(published)).toEqual([
      ['c', 'c', 22],
      ['c', 'c', 40],
    ])
    expect(published.response).toMatchObject({ returnedOnTime: 40, returnedLate: 22 })
    expect(published.dataQuality.withheldCounts).toBe(4)
  })

  test('a small count whose column is otherwise 0 takes the column total, and another column', () => {
    const published = publishing([
      ...many(30),
      ...many(30, { month: '2026-03' }),
      ...many(30, { month: '2026-03', answer: 'late' }),
      ...many(3, { month: '2026-03', answer: 'notYetDue' }),
    ])
    const march = published.responseByMonth.find(({ month }) => month === '2026-03')

    expect(march).toMatchObject({ notYetDue: 'c', referralsMade: 63, outstanding: 0 })
    expect(published.response).toMatchObject({ notYetDue: 'c', referralsMade: 93, outstanding: 0 })
    expect([published.response.returnedOnTime, published.response.returnedLate]).toContain('c')
  })

  test('a year of a few referrals shows its zeros and nothing else', () => {
    const published = publishing(many(3, { outcome: corrupt('theft_and_fraud') }))

    expect(published.response).toMatchObject({ referralsMade: 'c', returnedOnTime: 'c', outstanding: 0 })
    expect(published.response.responseRate).toBe('c')
    expect(published.timeliness.workingDaysToFirstReturn).toEqual({ count: 'c', median: 'c', p90: 'c' })
  })

  test('twelve small months withhold the months and not the year', () => {
    const published = publishing(months.flatMap((month) => many(2, { month })))

    expect(published.responseByMonth.map(({ referralsMade }) => referralsMade)).toEqual(months.map(() => 'c'))
    expect(published.response).toMatchObject({ referralsMade: 24, returnedOnTime: 24 })
  })

  test('twelve months of one each withhold the year, too: twelve counts that are not 0 make twelve in one way only', () => {
    const published = publishing(months.flatMap((month) => many(1, { month })))

    expect(published.response).toMatchObject({ referralsMade: 'c', returnedOnTime: 'c' })
  })

  test('working days are shown of five answers, and of four not', () => {
    const of = (count: number) =>
      publishing([...many(count, { outcome: anOutcome }), ...many(60)]).timeliness.workingDaysToOutcome

    expect(of(5)).toEqual({ count: 5, median: 20, p90: 40 })
    expect(of(4)).toEqual({ count: 'c', median: 'c', p90: 'c' })
  })

  test('an empty year withholds nothing', () => {
    expect(publishing([]).dataQuality.withheldCounts).toBe(0)
    expect(publishing([]).response.responseRate).toBeNull()
  })

  test('the response rate goes with what is outstanding, which it would give away', () => {
    const published = publishing([...many(60), ...many(2, { answer: 'outstanding' })])

    expect(published.response).toMatchObject({ outstanding: 'c', responseRate: 'c' })
  })

  test('counts that a reader could only bound, such as those of a list of many answers, take none with them', () => {
    const published = publishing([
      ...many(30, { outcome: { ...anOutcome, concerns: ['debt'] } }),
      ...many(2, { outcome: { ...anOutcome, concerns: ['gambling'] } }),
    ])

    expect(shownOf(published.otherConcerns)).toEqual({ debt: 30, gambling: 'c' })
    expect(published.dataQuality.withheldCounts).toBe(1)
  })

  test('a year of 600 referrals keeps its headline figures and withholds little that is not small', () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const figures = figuresOf(sampleSized(seed))
      const published = publish(figures, [])
      const { responseRate: _, ...headline } = figures.response
      const small = JSON.stringify(figures).match(/:[1-4](?=[,}])/g)?.length ?? 0
      expect(published.response).toMatchObject(headline)
      expect(published.response.responseRate).not.toBe('c')
      expect(published.dataQuality.withheldCounts).toBeLessThan(small + 12)
    }
  })

  test('nothing that only the internal version has is carried over', () => {
    const published = publishing(many(30))

    expect(published.version).toBe('published')
    expect(Object.keys(published)).not.toContain('organisations')
    expect(Object.keys(published.dataQuality)).not.toContain('withHmrcInformation')
  })
})

describe('themes', () => {
  const across = (organisations: number, each: number, category: string) =>
    Array.from({ length: organisations }, (_, organisation) =>
      many(each, { organisation, outcome: corrupt(category) }),
    ).flat()

  test('are shown with their organisations, and without where these are three or four', () => {
    const published = publishing([...across(6, 5, 'theft_and_fraud'), ...across(4, 5, 'vulnerability')])

    expect(published.themes.map(({ code, organisations }) => [code, organisations])).toEqual([
      ['theft_and_fraud', 6],
      ['vulnerability', 'c'],
    ])
  })

  test('are not named where naming one would bound a withheld count', () => {
    const published = publishing([...many(40, { organisation: 9 }), ...across(3, 1, 'infiltration')])

    expect(published.themes).toEqual([])
  })

  test('of one organisation are none', () => {
    expect(publishing(many(30, { outcome: corrupt('theft_and_fraud') })).themes).toEqual([])
  })
})

describe('a later edition', () => {
  const criminal = (none: number, charged: number, underWay: number, caution = 0) => [
    ...many(none, { outcome: anOutcome }),
    ...many(charged, { outcome: { ...anOutcome, criminal: 'charged' } }),
    ...many(underWay, { outcome: { ...anOutcome, criminal: 'under_way' } }),
    ...many(caution, { outcome: { ...anOutcome, criminal: 'caution' } }),
  ]

  test('withholds the same where nothing has moved', () => {
    const earlier = publishing(criminal(38, 2, 20))

    expect(publishing(criminal(38, 2, 20), earlier)).toEqual(earlier)
  })

  test('goes on withholding what has grown, or come to nothing, since', () => {
    const earlier = publishing(criminal(38, 2, 20))

    expect(shownOf(publishing(criminal(30, 10, 20), earlier).criminalOutcomes)['charged']).toBe('c')
    expect(shownOf(publishing(criminal(40, 0, 20), earlier).criminalOutcomes)['charged']).toBe('c')
  })

  test('does not count on a value that an earlier edition showed and that has not moved', () => {
    const earlier = publishing(criminal(40, 5, 20, 10))
    const later = shownOf(publishing(criminal(41, 4, 20, 10), earlier).criminalOutcomes)

    expect(shownOf(earlier.criminalOutcomes)).toEqual({ none: 40, charged: 5, under_way: 20, caution: 10 })
    expect(later).toEqual({ none: 'c', charged: 'c', under_way: 20, caution: 10 })
  })

  test('does not let a count be found that is new among counts that stayed withheld', () => {
    const earlier = publishing(criminal(38, 2, 20))
    const later = publishing(criminal(38, 2, 20, 3), earlier)

    expect(later.timeliness.workingDaysToOutcome.count).toBe('c')
    expect(shownOf(later.criminalOutcomes)['caution']).toBe('c')
  })
})
