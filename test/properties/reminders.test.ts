import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWorkingDay } from '../../shared/domain/calendar.ts'
import { addDays, localDate, type LocalDate } from '../../shared/domain/dates.ts'
import { owedOn } from '../../shared/domain/referral/owed.ts'
import { nextReminderOn, reminderDueOn } from '../../shared/domain/reminders/ladder.ts'
import { reminderDigest } from '../../shared/reports/reminder-digest.ts'
import {
  acknowledging,
  given,
  givingOutcome,
  registering,
  reminding,
  reportingProgress,
  rulesAt,
  type Changing,
} from '../support/referrals.ts'
import { daysOn, isWorked, workingDaysOn } from '../support/reference.ts'
import { lastDayOf, someCases, someDay } from './arbitraries.ts'

/** One rung, one working day after, whatever the policy file has by now. */
const rulesFor = (organisation: string) => {
  const rules = rulesAt(organisation)
  const ladder = [{ rung: 'overdue', workingDaysAfterDue: 1, to: ['unit_mailbox'] }] as const
  return { ...rules, policy: { ...rules.policy, ladder } }
}

type Answer = {
  readonly kind: 'acknowledge' | 'progress' | 'outcome'
  readonly on: string
  readonly next: string
}

const story = fc.record({
  organisation: fc.constantFrom('kent', 'police-scotland', 'psni'),
  referredOn: someDay,
  urgent: fc.boolean(),
  answers: fc.array(
    fc.record({
      kind: fc.constantFrom('acknowledge', 'progress', 'outcome'),
      gap: fc.nat(45),
      days: fc.integer({ min: 1, max: 92 }),
    }),
    { maxLength: 4 },
  ),
})
type Story = typeof story extends fc.Arbitrary<infer Value> ? Value : never

/** The answers by their days, without those that can't follow the ones before. */
const answersOf = ({ referredOn, answers }: Story): readonly Answer[] => {
  const told: Answer[] = []
  let on = referredOn
  for (const { kind, gap, days } of answers) {
    on = daysOn(on, gap)
    const isLate = kind === 'acknowledge' && told.length > 0
    if (!isLate && !told.some((before) => before.kind === 'outcome'))
      told.push({ kind, on, next: daysOn(on, days) })
  }
  return told
}

const toChange = ({ kind, on, next }: Answer): Changing => {
  if (kind === 'acknowledge') return acknowledging(on)
  return kind === 'outcome' ? givingOutcome(on, { concludedOn: on }) : reportingProgress(on, next)
}

/** What is owed at eight in the morning of a day and since when, as one would read it from the file of a case. */
const owedAt = ({ organisation, referredOn, urgent }: Story, before: readonly Answer[]) => {
  const last = before.at(-1)
  const [acknowledgement, firstReturn] = urgent ? [2, 10] : [10, 40]
  const dueBy = (days: number) => workingDaysOn(organisation, referredOn, days)
  if (last?.kind === 'outcome') return () => undefined
  if (last?.kind === 'progress') return () => ({ owed: 'progress_update', due: last.next })
  const first = { owed: 'first_return', due: dueBy(firstReturn) }
  if (last) return () => first
  return (day: string) =>
    day < dueBy(firstReturn - 5) ? { owed: 'acknowledgement', due: dueBy(acknowledgement) } : first
}

const longEnough = 150

describe('reminded every working day of half a year', () => {
  test('a force hears once of each thing that it lets fall due, on the working day after, and of nothing else', () => {
    fc.assert(
      fc.property(story, (told) => {
        const { organisation, referredOn, urgent } = told
        const rules = rulesFor(organisation)
        const answers = answersOf(told)
        const expected: string[] = []
        const sent: string[] = []
        let happened = given(registering({ organisation, referredOn, urgent }))
        for (let days = 0; days < longEnough; days += 1) {
          const day = daysOn(referredOn, days)
          if (isWorked(organisation, day)) {
            const owed = owedAt(
              told,
              answers.filter(({ on }) => on < day),
            )(day)
            const line = owed && `${owed.owed} due ${owed.due}`
            if (owed && line && day > owed.due && !expected.some((one) => one.endsWith(line)))
              expected.push(`${day} ${line}`)
            const due = reminderDueOn(happened.referral, localDate(day), rules)
            if (due) {
              const passedOver = due.passedOver.map(({ owed: missed }) => ` and ${missed}`).join('')
              sent.push(`${day} ${due.reminder.owed} due ${happened.owes(day)?.dueOn}${passedOver}`)
              happened = happened.and(reminding(day, rules))
            }
          }
          happened = happened.and(...answers.filter(({ on }) => on === day).map(toChange))
        }
        expect(sent).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })
})

describe('whatever happened to a referral', () => {
  test('nothing is due before the day that the index has, and something is on it, if it has one', () => {
    fc.assert(
      fc.property(someCases(10), (cases) => {
        for (const { referral } of cases) {
          const rules = rulesFor(referral.registration.organisation)
          const isDue = (day: LocalDate) => reminderDueOn(referral, day, rules) !== undefined
          const next = nextReminderOn(referral, rules)
          const never = localDate('2035-01-01')
          expect(isDue(addDays(next ?? never, -1))).toBe(false)
          expect(isDue(next ?? never)).toBe(next !== undefined)
          expect(next === undefined || isWorkingDay(rules.calendar, next)).toBe(true)
        }
      }),
    )
  })

  test('a reminder recorded is not sent again, that day or the next', () => {
    fc.assert(
      fc.property(someCases(10), fc.nat(200), (cases, later) => {
        const day = daysOn(lastDayOf(cases), later)
        for (const { referral } of cases) {
          const rules = rulesFor(referral.registration.organisation)
          const recorded = reminding(day, rules)(referral)
          if (!recorded.ok || recorded.value?.type !== 'reminded') continue
          const again = {
            ...referral,
            lastReminder: { owed: recorded.value.owed, rung: recorded.value.rung },
          }
          expect(reminderDueOn(again, localDate(day), rules)).toBeUndefined()
        }
        expect(day >= lastDayOf(cases)).toBe(true)
      }),
    )
  })

  test('the digest holds references, dates, ages and links and not a letter more', () => {
    const line =
      /^\* R-\d{4}-\d{4}: (acknowledgement|first return|progress update or outcome) was due on \d{1,2} \w+ \d{4}, \d+ days? ago\. https:\/\/sar\.example\/referrals\/R-\d{4}-\d{4}$/
    fc.assert(
      fc.property(someCases(10), fc.nat(200), (cases, later) => {
        const day = localDate(daysOn(lastDayOf(cases), later))
        const overdue = cases
          .map(({ referral }) => referral)
          .filter((referral) => owedOn(referral, day)?.overdue)
        const { referrals = '' } = { ...reminderDigest('Kent Police', overdue, day, 'https://sar.example') }
        for (const text of referrals.split('\n').filter(Boolean)) expect(text).toMatch(line)
        expect(referrals).not.toContain('SAR-')
      }),
    )
  })
})
