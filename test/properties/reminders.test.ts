import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWorkingDay } from '../../shared/domain/calendar.ts'
import { addDays, localDate, type LocalDate } from '../../shared/domain/dates.ts'
import { fold } from '../../shared/domain/referral/evolve.ts'
import { isOpen } from '../../shared/domain/referral/referral.ts'
import { nextReminderOn, reminderDueOn } from '../../shared/domain/reminders/ladder.ts'
import { cutOffInWords, listInWords, summaryInWords } from '../../shared/reports/reminder-text.ts'
import {
  acknowledging,
  given,
  givingOutcome,
  registering,
  reminding,
  reportingProgress,
  rulesAt,
  rulesWithOneRung,
  type Changing,
} from '../support/referrals.ts'
import { daysOn, isWorked, workedBetween, workingDaysOn } from '../support/reference.ts'
import { lastDayOf, someCases, someDay } from './arbitraries.ts'

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
      kind: fc.constantFrom('acknowledge', 'progress', 'progress', 'outcome'),
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

/** What is owed in the morning of a day, since when it runs and when it is due, as one would read it from the file. */
const owedOn = ({ organisation, referredOn, urgent }: Story, before: readonly Answer[], day: string) => {
  const last = before.at(-1)
  const [acknowledgement, firstReturn] = urgent ? [2, 10] : [10, 40]
  const dueBy = (days: number) => workingDaysOn(organisation, referredOn, days)
  if (last?.kind === 'outcome') return undefined
  if (last?.kind === 'progress') return { owed: 'progress_update', from: last.on, due: last.next }
  return last || day >= dueBy(firstReturn - 5)
    ? { owed: 'first_return', from: referredOn, due: dueBy(firstReturn) }
    : { owed: 'acknowledgement', from: referredOn, due: dueBy(acknowledgement) }
}

const steps = [
  ['due_soon', -5],
  ['overdue', 1],
  ['chase', 6],
  ['escalation', 16],
  ['final_escalation', 31],
] as const

const cutOffAfter = (referredOn: string): string => {
  const year = Number(referredOn.slice(0, 4))
  return `${referredOn.slice(5) >= '04-01' ? year + 1 : year}-04-30`
}

/** What the domain's table of rungs has for one working day, when nothing was ever missed. */
const expectedOn = (
  told: Story,
  answers: readonly Answer[],
  day: string,
  yesterday: string,
): readonly string[] => {
  const { organisation, referredOn } = told
  const owed = owedOn(
    told,
    answers.filter(({ on }) => on < day),
    day,
  )
  if (!owed) return []
  const isNew = (on: string) => on > yesterday && on <= day
  const isFirst = !answers.some(({ on }) => on < day) && yesterday <= referredOn
  const clock = workedBetween(organisation, owed.from, owed.due)
  const climbed = steps
    .filter(([rung]) => rung !== 'due_soon' || clock > 5)
    .filter(([, days]) => isNew(workingDaysOn(organisation, owed.due, days)))
    .map(([rung]) => rung)
    .slice(-1)
  const cutOff =
    isNew(workingDaysOn(organisation, cutOffAfter(referredOn), -20)) && day <= cutOffAfter(referredOn)
  return [...(isFirst && climbed.length === 0 ? ['referred'] : climbed), ...(cutOff ? ['cut_off'] : [])].map(
    (rung) => `${day} ${owed.owed} ${rung}`,
  )
}

describe('reminded every working day', () => {
  test('a force hears of exactly what the table of rungs says, on the day it says', () => {
    fc.assert(
      fc.property(story, (told) => {
        const { organisation, referredOn, urgent } = told
        const rules = rulesAt(organisation)
        const answers = answersOf(told)
        const expected: string[] = []
        const sent: string[] = []
        let happened = given(registering({ organisation, referredOn, urgent }))
        let yesterday = referredOn
        const isAnswered = (day: string) => answers.some(({ kind, on }) => kind === 'outcome' && on < day)
        for (let day = referredOn; day < daysOn(referredOn, 90) && !isAnswered(day); day = daysOn(day, 1)) {
          if (day > referredOn && isWorked(organisation, day)) {
            expected.push(...expectedOn(told, answers, day, yesterday))
            yesterday = day
            const due = reminderDueOn(happened.referral, localDate(day), rules)
            sent.push(...(due?.sent ?? []).map(({ owed, rung }) => `${day} ${owed} ${rung}`))
            if (due) happened = happened.and(reminding(day))
          }
          happened = happened.and(...answers.filter(({ on }) => on === day).map(toChange))
        }
        expect(sent).toEqual(expected)
      }),
      { numRuns: 20 },
    )
  })
})

describe('whatever happened to a referral', () => {
  test('nothing is due before the day that the index has, and something is on it, if it has one', () => {
    fc.assert(
      fc.property(someCases(10), (cases) => {
        for (const { referral } of cases) {
          const rules = rulesWithOneRung(referral.registration.organisation)
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
      fc.property(someCases(6), fc.nat(200), (cases, later) => {
        const day = daysOn(lastDayOf(cases), later)
        const again = cases.flatMap(({ referral, history: [registered, ...changes] }) => {
          const recorded = reminding(day)(referral)
          const reminded = recorded.ok && recorded.value
          return reminded ? [fold([registered, ...changes, reminded])] : []
        })
        for (const referral of again) {
          const rules = rulesAt(referral.registration.organisation)
          expect(reminderDueOn(referral, localDate(day), rules)).toBeUndefined()
        }
        expect(day >= lastDayOf(cases)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  test('an e-mail holds references, dates, ages and links and not a letter more', () => {
    const line =
      /^\* R-\d{4}-\d{4}: (?:acknowledgement|first return|progress update or outcome) (?:was due on \d{1,2} \w+ \d{4}, \d+ days? ago|is due today|is due on \d{1,2} \w+ \d{4}, in \d+ days?)\. https:\/\/sar\.example\/referrals\/R-\d{4}-\d{4}$/
    const head =
      /^(?:\d+ referrals? (?:is|are) (?:overdue|waiting for an answer)|\d+ referrals? (?:is|are) overdue and \d+ due)$/
    fc.assert(
      fc.property(someCases(10), fc.nat(200), (cases, later) => {
        const day = localDate(daysOn(lastDayOf(cases), later))
        const referrals = cases.map(({ referral }) => referral).filter(isOpen)
        const lines = listInWords(referrals, day, 'https://sar.example').split('\n').filter(Boolean)
        expect(lines).toHaveLength(referrals.length)
        for (const text of lines) expect(text).toMatch(line)
        expect(summaryInWords(referrals, day)).toMatch(head)
        expect(cutOffInWords(referrals, day, { cutOffNamedDaysBefore: 30, cutOffs: {} })).not.toContain('SAR')
      }),
    )
  })
})
