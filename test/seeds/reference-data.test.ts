import { describe, expect, it } from 'vitest'
import bankHolidays from '../../seeds/bank-holidays.json' with { type: 'json' }
import organisations from '../../seeds/organisations.json' with { type: 'json' }
import responsePolicy from '../../seeds/response-policy.json' with { type: 'json' }
import {
  bankHolidaysFile,
  organisationsFile,
  responsePolicyFile,
} from '../../shared/contracts/reference-data.ts'
import { addWorkingDays } from '../../shared/domain/calendar.ts'
import { localDate } from '../../shared/domain/dates.ts'
import { referenceData } from '../../shared/runtime/reference-data.ts'

const [firstOrganisation] = organisations.organisations

describe('the organisations', () => {
  it('are 52, found by their codes, each answered by one of them', () => {
    expect(referenceData.organisations.size).toBe(52)
    expect(referenceData.organisations.get('border-force')).toMatchObject({ respondedToBy: 'nca' })
    expect(referenceData.organisations.get('police-scotland')).toMatchObject({
      bankHolidays: 'scotland',
      conductRegulations: false,
    })
  })

  it.each([
    ['without a version', { organisations: organisations.organisations }],
    ['without a list', { version: '1' }],
    ['with an answering unit that is not in it', change({ respondedToBy: 'nowhere' })],
    ['with a division that is none', change({ bankHolidays: 'wales' })],
    ['with a yes where true or false is meant', change({ barredList: 'yes' })],
    ['with an organisation without a name', change({ name: undefined })],
  ])('are refused %s', (_, file) => {
    expect(organisationsFile.safeParse(file).success).toBe(false)
  })
})

/** The file with something else in its first organisation. */
function change(fields: Readonly<Record<string, unknown>>) {
  return { ...organisations, organisations: [{ ...firstOrganisation, ...fields }] }
}

describe('the bank holidays', () => {
  it('hold one-off holidays, each in its own division only', () => {
    const { 'england-and-wales': england, 'northern-ireland': ireland, scotland } = referenceData.calendars
    expect(england.holidays.get(localDate('2022-06-03'))).toMatch(/Platinum Jubilee/)
    expect(scotland.holidays.has(localDate('2026-11-30'))).toBe(true)
    expect(england.holidays.has(localDate('2026-11-30'))).toBe(false)
    expect(ireland.holidays.has(localDate('2026-07-13'))).toBe(true)
    expect(addWorkingDays(england, localDate('2025-12-24'), 1)).toBe('2025-12-29')
  })

  it('have a version that tells their divisions and contents apart', () => {
    const versions = Object.values(referenceData.calendars).map(({ version }) => version)
    expect(new Set(versions).size).toBe(3)
    expect(versions.filter((version) => !/^[0-9a-f]{8}$/.test(version))).toEqual([])
  })

  it.each([
    ['without a division', { ...bankHolidays, scotland: undefined }],
    ['with a division without holidays', { ...bankHolidays, scotland: { division: 'scotland', events: [] } }],
    [
      'with a day that does not exist',
      { ...bankHolidays, scotland: { events: [{ title: 'X', date: '2026-02-30' }] } },
    ],
    [
      'with a day written another way',
      { ...bankHolidays, scotland: { events: [{ title: 'X', date: '1/1/2026' }] } },
    ],
    ['with a day without a name', { ...bankHolidays, scotland: { events: [{ date: '2026-01-01' }] } }],
  ])('are refused %s', (_, file) => {
    expect(bankHolidaysFile.safeParse(file).success).toBe(false)
  })
})

describe('the response policy', () => {
  const { clocks, ladder } = responsePolicy

  it('has the clocks that the service begins with', () => {
    expect(referenceData.policy.clocks).toEqual({
      standard: { acknowledgement: 10, firstReturn: 40 },
      urgent: { acknowledgement: 2, firstReturn: 10 },
    })
  })

  it.each([
    ['without a version', { ...responsePolicy, version: '' }],
    [
      'with a clock of no days',
      { ...responsePolicy, clocks: { ...clocks, urgent: { acknowledgement: 0, firstReturn: 10 } } },
    ],
    ['with half a working day', { ...responsePolicy, firstReturnTakesOver: 2.5 }],
    [
      'with a clock it does not know',
      { ...responsePolicy, clocks: { ...clocks, leisurely: clocks.standard } },
    ],
    ['with a setting it does not know', { ...responsePolicy, mercy: true }],
    ['with a rung it does not know', { ...responsePolicy, ladder: [{ ...ladder[0], rung: 'shame' }] }],
    ['with a rung that goes to nobody', { ...responsePolicy, ladder: [{ ...ladder[0], to: [] }] }],
  ])('is refused %s', (_, file) => {
    expect(responsePolicyFile.safeParse(file).success).toBe(false)
  })
})
