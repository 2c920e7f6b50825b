import { describe, expect, it } from 'vitest'
import { bands, smallestBand } from '../../seeds/sample-year/assumptions.ts'
import type { SampleReferral } from '../../seeds/sample-year/sample-referral.ts'
import {
  acknowledgementBody,
  extensionBody,
  outcomeBody,
  progressReportBody,
  redirectionBody,
  registrationBody,
  withdrawalBody,
} from '../../shared/contracts/requests.ts'
import { isWorkingDay, workingDaysBetween } from '../../shared/domain/calendar.ts'
import { londonDate } from '../../shared/domain/dates.ts'
import { reportingYearOf } from '../../shared/domain/reporting-year.ts'
import { referenceData } from '../../shared/runtime/reference-data.ts'
import { outcomesOf, sampleOn, stepsOf, textsOf } from './samples.ts'

/** In summer and winter time, on the days on which they change, and about the turn of the reporting year. */
const days = [
  '2024-02-29',
  '2025-07-15',
  '2025-10-26',
  '2026-01-01',
  '2026-03-29',
  '2026-03-31',
  '2026-04-01',
  '2026-11-21',
] as const

const aYear = sampleOn('2026-04-01')
const ukfiu = referenceData.calendars['england-and-wales']

/** What was so on the evening before a day. The moment a day begins in London is between 23:00 and 00:00 UTC. */
const until = (sample: readonly SampleReferral[], day: string): readonly SampleReferral[] =>
  sample
    .filter(({ registeredAt }) => londonDate(registeredAt) < day)
    .map((referral) => ({ ...referral, steps: referral.steps.filter(({ at }) => londonDate(at) < day) }))

const clockTime = (instant: string): string =>
  new Date(instant).toLocaleTimeString('en-GB', { timeZone: 'Europe/London' })

describe('the sample', () => {
  it('is the same for the same seed and day', () => {
    expect(sampleOn('2026-04-01')).toEqual(aYear)
  })

  it('is another for another seed', () => {
    const other = sampleOn('2026-04-01', 2)
    expect(other.map(({ registration }) => registration)).not.toEqual(
      aYear.map(({ registration }) => registration),
    )
  })

  it('on a later day of the year is the same with more in it', () => {
    const later = sampleOn('2026-11-21')
    expect(until(later, '2026-06-10')).toEqual(sampleOn('2026-06-10'))
    expect(until(later, '2026-04-02')).toEqual(sampleOn('2026-04-02'))
  })

  it('keeps what is already there when a new reporting year begins', () => {
    const before = until(sampleOn('2026-03-31'), '2026-03-31')
    const after = until(sampleOn('2026-04-01'), '2026-03-31')
    const lastYear = before.filter(({ registration }) => registration.referredOn >= '2025-04-01')
    expect(lastYear).toEqual(after)
  })
})

describe.each(days)('looked at on %s', (today) => {
  const sample = sampleOn(today)
  const years = new Set(sample.map(({ registration }) => reportingYearOf(registration.referredOn)))
  const thisYear = Number(today.slice(0, 4)) - (today.slice(5) < '04-01' ? 1 : 0)

  it('begins with the last reporting year that is over and stops the evening before', () => {
    const begins = `${thisYear - 1}-04-01`
    const moments = [
      ...sample.map(({ registeredAt }) => registeredAt),
      ...stepsOf(sample).map(({ at }) => at),
    ]
    const dates = sample.map(({ registration }) => registration.referredOn)
    expect(dates.filter((date) => date < begins || date >= today)).toEqual([])
    expect(moments.map(londonDate).filter((date) => date < begins || date >= today)).toEqual([])
    expect(years.size).toBe(today.endsWith('04-01') ? 1 : 2)
  })

  it('has everything in the order of time, in office hours', () => {
    const moments = sample.map(({ registeredAt, steps }) => [registeredAt, ...steps.map(({ at }) => at)])
    expect(moments).toEqual(moments.map((each) => [...new Set(each)].toSorted()))
    const times = moments.flat().map(clockTime)
    expect(times.filter((time) => time < '09:00:00' || time > '17:30:00')).toEqual([])
  })

  it('has referrals made on working days and registered by the second working day after', () => {
    const waits = sample.map(({ registration: { referredOn }, registeredAt }) => ({
      worked: isWorkingDay(ukfiu, referredOn),
      wait: workingDaysBetween(ukfiu, referredOn, londonDate(registeredAt)),
    }))
    expect(waits.filter(({ worked, wait }) => !worked || wait > 2)).toEqual([])
    expect(new Set(waits.map(({ wait }) => wait))).toEqual(new Set([0, 1, 2]))
  })

  it('says only what requests may say', () => {
    const bodies = sample.map(({ registration }) => registration)
    expect(bodies.map((body) => registrationBody.parse(body))).toEqual(bodies)
    const parsed = stepsOf(sample).map((step) => {
      switch (step.kind) {
        case 'acknowledge':
          return { ...step, acknowledgement: acknowledgementBody.parse(step.acknowledgement) }
        case 'report_progress':
          return { ...step, report: progressReportBody.parse(step.report) }
        case 'give_outcome':
          return { ...step, outcome: outcomeBody.parse(step.outcome) }
        case 'extend':
          return { ...step, extension: extensionBody.parse(step.extension) }
        case 'redirect':
          return { ...step, redirection: redirectionBody.parse(step.redirection) }
        case 'withdraw':
          return { ...step, withdrawal: withdrawalBody.parse(step.withdrawal) }
      }
    })
    expect(parsed).toEqual(stepsOf(sample))
  })

  it('passes no SAR to an organisation twice', () => {
    const held = sample.flatMap(({ registration: { sarReference, organisation }, steps }) => [
      `${sarReference} ${organisation}`,
      ...steps.flatMap((step) =>
        step.kind === 'redirect' ? [`${sarReference} ${step.redirection.organisation}`] : [],
      ),
    ])
    expect(new Set(held).size).toBe(held.length)
    expect(new Set(sample.map(({ registration }) => registration.sarReference)).size).toBeLessThan(
      sample.length,
    )
  })
})

describe('the organisations', () => {
  it('of every band exist, each in one band only', () => {
    const named = bands.flatMap(({ organisations }) => organisations)
    expect(named.filter((code) => !referenceData.organisations.has(code))).toEqual([])
    expect(new Set(named).size).toBe(named.length)
  })

  it('of every band are as many as it has parts for', () => {
    const named = bands.flatMap(({ organisations }) => organisations)
    const smallest = {
      ...smallestBand,
      organisations: [...referenceData.organisations.keys()].slice(named.length),
    }
    const counts = [...bands, smallest].map(({ organisations, withoutReferrals, habits }) => [
      organisations.length,
      withoutReferrals + Object.values(habits).reduce((sum, count) => sum + count, 0),
    ])
    expect(counts.filter(([there, needed]) => there !== needed)).toEqual([])
  })

  it('are all of them but two, each with as many referrals in a year as its band has', () => {
    const whole = sampleOn('2026-04-15').filter(({ registration }) => registration.referredOn < '2026-04-01')
    const counts = Map.groupBy(whole, ({ registration }) => registration.organisation)
    expect(counts.size).toBe(referenceData.organisations.size - 2)
    expect(whole.length).toBe(367)
    expect(counts.get('metropolitan')?.length).toBe(32)
    expect(counts.get('kent')?.length).toBe(9)
    expect(counts.get('border-force')?.length).toBe(9)
    expect(new Set([...counts.values()].map(({ length }) => length))).toEqual(new Set([32, 15, 9, 6, 4]))
  })
})

describe('what is written', () => {
  const sample = sampleOn('2026-11-21')
  const texts = textsOf(sample)

  it('is varied', () => {
    const rationales = outcomesOf(sample).map(({ rationale }) => rationale)
    const beginnings = new Set(rationales.map((rationale) => rationale.split('. ')[0]))
    expect(beginnings.size).toBeGreaterThanOrEqual(40)
  })

  it('names and numbers nobody', () => {
    expect(texts.length).toBeGreaterThan(300)
    expect(texts.filter((text) => /[\d@{}]|undefined/.test(text))).toEqual([])
  })

  it("cannot be taken for a real SAR, glossary code or unit's reference", () => {
    const references = sample.map(({ registration }) => registration.sarReference)
    const codes = sample.flatMap(({ registration }) => registration.glossaryCodes)
    const local = stepsOf(sample).flatMap((step) =>
      step.kind === 'acknowledge' ? [step.acknowledgement.localReference ?? 'SAMPLE'] : [],
    )
    const all = [...references, ...local, ...codes.map((code) => code.replace(/^XX/, ''))]
    expect(all.filter((reference) => !reference.startsWith('SAMPLE'))).toEqual([])
  })
})
