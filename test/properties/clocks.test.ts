import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../shared/domain/calendar.ts'
import {
  addDays,
  daysBetween,
  instantAt,
  isInstant,
  localDate,
  londonDate,
} from '../../shared/domain/dates.ts'
import { explain } from '../../shared/domain/deadline.ts'
import { firstDayOf, lastDayOf, reportingYearOf } from '../../shared/domain/reporting-year.ts'
import { acknowledging, given, registering, rulesAt } from '../support/referrals.ts'
import { daysOn, isWorked, workingDaysOn } from '../support/reference.ts'

const organisation = fc.constantFrom('kent', 'police-scotland', 'psni')
const someDate = fc.nat(3600).map((days) => localDate(daysOn('2022-01-01', days)))
const moment = fc.integer({ min: Date.parse('2022-01-01'), max: Date.parse('2033-01-01') })

describe('the day it is in London', () => {
  const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' })

  test("is what the machine's own time zones say", () => {
    fc.assert(
      fc.property(moment, (milliseconds) => {
        expect(londonDate(instantAt(milliseconds))).toBe(london.format(new Date(milliseconds)))
      }),
    )
  })

  test('moments compare as text as they do in time', () => {
    fc.assert(
      fc.property(moment, moment, (one, other) => {
        expect(instantAt(one) < instantAt(other)).toBe(one < other)
        expect(isInstant(new Date(one).toISOString())).toBe(true)
      }),
    )
  })
})

describe('working days', () => {
  const count = fc.integer({ min: 1, max: 60 })

  test('are counted as one would on a calendar on the wall', () => {
    fc.assert(
      fc.property(organisation, someDate, count, (code, from, days) => {
        expect(addWorkingDays(rulesAt(code).calendar, from, days)).toBe(workingDaysOn(code, from, days))
      }),
    )
  })

  test('end on a working day, and so many of them lie between', () => {
    fc.assert(
      fc.property(organisation, someDate, count, (code, from, days) => {
        const { calendar } = rulesAt(code)
        const due = addWorkingDays(calendar, from, days)
        expect(isWorkingDay(calendar, due)).toBe(isWorked(code, due))
        expect(isWorkingDay(calendar, due)).toBe(true)
        expect(workingDaysBetween(calendar, from, due)).toBe(days)
        expect(workingDaysBetween(calendar, from, addDays(due, -1))).toBe(days - 1)
      }),
    )
  })

  test('counted back again lead to where they began, if people work there', () => {
    fc.assert(
      fc.property(organisation, someDate, count, (code, from, days) => {
        const { calendar } = rulesAt(code)
        fc.pre(isWorkingDay(calendar, from))
        expect(addWorkingDays(calendar, addWorkingDays(calendar, from, days), -days)).toBe(from)
      }),
    )
  })
})

describe('a due date', () => {
  const referral = fc.record({ organisation, referredOn: someDate, urgent: fc.boolean() })

  test('names every bank holiday that it passed over, so that it can be worked out again', () => {
    fc.assert(
      fc.property(referral, (fields) => {
        const { firstReturnDue } = given(registering(fields)).history[0]
        const { basis, dueOn } = firstReturnDue
        if (basis.kind !== 'working_days') throw new Error('counted in working days')
        const weekdays = Array.from({ length: daysBetween(fields.referredOn, dueOn) }, (_, day) =>
          addDays(fields.referredOn, day + 1),
        ).filter((date) => ![0, 6].includes(new Date(date).getUTCDay()))
        expect(weekdays.length - basis.holidaysSkipped.length).toBe(basis.workingDays)
        expect(explain(firstReturnDue)).toContain(`${basis.workingDays} working days`)
      }),
    )
  })

  test('comes after the day of referral, the acknowledgement before the first return, the takeover between', () => {
    fc.assert(
      fc.property(referral, (fields) => {
        const { acknowledgementDue, firstReturnDue, firstReturnTakesOverOn } = given(registering(fields))
          .history[0]
        const dates = [
          fields.referredOn,
          acknowledgementDue.dueOn,
          firstReturnTakesOverOn,
          firstReturnDue.dueOn,
        ]
        expect(dates.toSorted()).toEqual(dates)
        expect(new Set(dates).size).toBe(4)
      }),
    )
  })

  test('is overdue from the next day on and never again in time', () => {
    fc.assert(
      fc.property(referral, fc.integer({ min: -100, max: 400 }), (fields, days) => {
        const { owes, history } = given(registering(fields), acknowledging(fields.referredOn))
        const { dueOn } = history[0].firstReturnDue
        expect(owes(addDays(dueOn, days))).toMatchObject({ what: 'first_return', overdue: days > 0 })
      }),
    )
  })
})

test('a day lies within its reporting year, and the years lie end to end', () => {
  fc.assert(
    fc.property(someDate, (date) => {
      const year = reportingYearOf(date)
      expect(firstDayOf(year) <= date && date <= lastDayOf(year)).toBe(true)
      expect(reportingYearOf(addDays(lastDayOf(year), 1))).not.toBe(year)
      expect([364, 365]).toContain(daysBetween(firstDayOf(year), lastDayOf(year)))
    }),
  )
})
