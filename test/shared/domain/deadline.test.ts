import { describe, expect, test } from 'vitest'
import { localDate } from '../../../shared/domain/dates.ts'
import {
  deadlineAfter,
  deadlineGiven,
  explain,
  extended,
  recounted,
} from '../../../shared/domain/deadline.ts'
import { referenceData } from '../../../shared/runtime/reference-data.ts'

const english = referenceData.calendars['england-and-wales']
const after = (day: string, workingDays: number) =>
  deadlineAfter(english, 'policy-1', localDate(day), workingDays)

/** The English calendar after a holiday was announced. */
const withHoliday = (day: string) => ({
  ...english,
  version: 'announced',
  holidays: new Map([...english.holidays, [localDate(day), 'A holiday that came once'] as const]),
})

describe('every due date explains itself', () => {
  test('by its rule, starting day, holidays skipped, calendar and policy', () => {
    const deadline = after('2026-03-24', 10)
    expect(deadline.dueOn).toBe('2026-04-09')
    const words = explain(deadline)
    for (const part of [
      '9 April 2026',
      '10 working days after 24 March 2026',
      '3 April 2026 and 6 April 2026',
      'bank holidays',
      `calendar england-and-wales ${english.version}`,
      'policy policy-1',
    ])
      expect(words.toLowerCase()).toContain(part.toLowerCase())
  })

  test('one holiday is one', () => {
    expect(explain(after('2026-05-01', 2))).toMatch(/bank holiday .*4 May 2026/)
  })

  test('that none was skipped is said too', () => {
    expect(explain(after('2026-04-07', 2))).toContain('no bank holiday')
  })

  test('a bank holiday on the starting day was not skipped', () => {
    expect(explain(after('2026-05-04', 2))).toContain('no bank holiday')
  })

  test('a date that the force named itself', () => {
    const words = explain(deadlineGiven(localDate('2026-06-30'), localDate('2026-04-20')))
    expect(words).toContain('30 June 2026')
    expect(words).toContain('20 April 2026')
  })

  test('put off: the old date and the new one', () => {
    const words = explain(extended(english, after('2026-04-07', 10), 5))
    for (const day of ['7 April 2026', '21 April 2026', '28 April 2026']) expect(words).toContain(day)
  })

  test('put off twice: every date it has had', () => {
    const words = explain(extended(english, extended(english, after('2026-04-07', 10), 5), 5))
    for (const day of ['21 April 2026', '28 April 2026', '6 May 2026']) expect(words).toContain(day)
  })
})

describe('a date put off', () => {
  test('moves by working days of the same calendar', () => {
    expect(extended(english, after('2026-04-07', 10), 10).dueOn).toBe('2026-05-06')
  })

  test('keeps how it was first counted', () => {
    const deadline = after('2026-04-07', 10)
    expect(extended(english, deadline, 10).basis).toEqual(deadline.basis)
  })
})

describe('a calendar that changed', () => {
  test('moves a date over the new holiday', () => {
    expect(recounted(withHoliday('2026-04-15'), after('2026-04-07', 10)).dueOn).toBe('2026-04-22')
  })

  test('moves nothing that it does not touch', () => {
    expect(recounted(withHoliday('2026-04-22'), after('2026-04-07', 10)).dueOn).toBe('2026-04-21')
  })

  test('counts an extension again from where the date then is', () => {
    const deadline = extended(english, after('2026-04-07', 10), 5)
    expect(recounted(withHoliday('2026-04-15'), deadline).dueOn).toBe('2026-04-29')
    expect(recounted(withHoliday('2026-04-23'), deadline).dueOn).toBe('2026-04-29')
  })

  test('leaves a date that the force named alone', () => {
    const named = deadlineGiven(localDate('2026-04-15'), localDate('2026-04-07'))
    expect(recounted(withHoliday('2026-04-15'), named)).toEqual(named)
  })

  test('but counts what it was put off by', () => {
    const named = deadlineGiven(localDate('2026-06-30'), localDate('2026-04-07'))
    const putOff = extended(english, named, 10)
    expect(putOff.dueOn).toBe('2026-07-14')
    expect(recounted(withHoliday('2026-07-06'), putOff).dueOn).toBe('2026-07-15')
  })

  test('changes nothing when it is the same calendar', () => {
    const deadline = extended(english, after('2026-04-07', 10), 5)
    expect(recounted(english, deadline)).toEqual(deadline)
  })
})

test('calendars that differ have versions that differ', () => {
  const versions = Object.values(referenceData.calendars).map(({ version }) => version)
  expect(new Set(versions).size).toBe(3)
})
