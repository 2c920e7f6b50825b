import { describe, expect, test } from 'vitest'
import { localDate } from '../../../shared/domain/dates.ts'
import { isOpen, type OpenReferral } from '../../../shared/domain/referral/referral.ts'
import {
  cutOffInWords,
  listInWords,
  summaryInWords,
  urgentInWords,
} from '../../../shared/reports/reminder-text.ts'
import { acknowledging, given, registering, reportingProgress } from '../../support/referrals.ts'

const open = ({ referral }: ReturnType<typeof given>): OpenReferral => {
  if (!isOpen(referral)) throw new Error('closed')
  return referral
}

const list = (day: string, ...referrals: readonly OpenReferral[]) =>
  listInWords(referrals, localDate(day), 'https://sar.example')
const summary = (day: string, ...referrals: readonly OpenReferral[]) =>
  summaryInWords(referrals, localDate(day))
const cutOff = (day: string, ...referrals: readonly OpenReferral[]) =>
  cutOffInWords(referrals, localDate(day), { cutOffNamedDaysBefore: 30, cutOffs: {} })

const unacknowledged = open(given(registering({ referredOn: '2026-04-07' }, { id: 'R-0000-0001' })))
const acknowledged = open(
  given(registering({ referredOn: '2026-03-02' }, { id: 'R-0000-0002' }), acknowledging('2026-03-03')),
)
const promised = open(
  given(
    registering({ referredOn: '2026-03-02' }, { id: 'R-0000-0003' }),
    reportingProgress('2026-03-03', '2026-04-15'),
  ),
)

describe('the list of a digest', () => {
  test('names each referral by reference, what it owes, since when, and where to answer', () => {
    expect(list('2026-04-22', unacknowledged)).toBe(
      '* R-0000-0001: acknowledgement was due on 21 April 2026, 1 day ago. https://sar.example/referrals/R-0000-0001',
    )
  })

  test.each([
    ['6 days after', unacknowledged, '2026-04-27', 'acknowledgement was due on 21 April 2026, 6 days ago.'],
    ['on the day', unacknowledged, '2026-04-21', 'acknowledgement is due today.'],
    ['the day before', unacknowledged, '2026-04-20', 'acknowledgement is due on 21 April 2026, in 1 day.'],
    ['a week before', unacknowledged, '2026-04-14', 'acknowledgement is due on 21 April 2026, in 7 days.'],
    ['of a first return', acknowledged, '2026-05-01', 'first return was due on 29 April 2026, 2 days ago.'],
    ['once it took over', unacknowledged, '2026-05-28', 'first return is due on 4 June 2026, in 7 days.'],
    [
      'of the next word',
      promised,
      '2026-04-16',
      'progress update or outcome was due on 15 April 2026, 1 day ago.',
    ],
  ])('says when: %s', (_, referral, day, words) => {
    expect(list(day, referral)).toContain(`: ${words} https:`)
  })

  test('puts the oldest first, and those of one day in the order of their references', () => {
    const twin = open(given(registering({ referredOn: '2026-04-07' }, { id: 'R-0000-0000' })))
    const lines = list('2026-05-05', acknowledged, unacknowledged, promised, twin)
    expect(lines.match(/R-0000-000\d(?=:)/g)).toEqual([
      'R-0000-0003',
      'R-0000-0000',
      'R-0000-0001',
      'R-0000-0002',
    ])
  })

  test('ends each line with its link, so that nothing clings to it', () => {
    for (const line of list('2026-05-05', acknowledged, unacknowledged).split('\n'))
      expect(line).toMatch(/ https:\/\/sar\.example\/referrals\/R-[\w-]+$/)
  })
})

describe('the summary of a digest', () => {
  test.each([
    ['one overdue', '2026-04-22', [unacknowledged], '1 referral is overdue'],
    ['several', '2026-05-05', [unacknowledged, promised], '2 referrals are overdue'],
    ['one due', '2026-04-08', [unacknowledged], '1 referral is waiting for an answer'],
    ['several due', '2026-04-08', [unacknowledged, acknowledged], '2 referrals are waiting for an answer'],
    [
      'some of each',
      '2026-04-16',
      [unacknowledged, acknowledged, promised],
      '1 referral is overdue and 2 due',
    ],
    ['due today is not overdue', '2026-04-21', [unacknowledged], '1 referral is waiting for an answer'],
  ])('%s', (_, day, referrals, words) => {
    expect(summary(day, ...referrals)).toBe(words)
  })
})

test('an urgent referral is told of by what it owes and when', () => {
  const urgent = open(given(registering({ referredOn: '2026-05-01', urgent: true })))
  expect(urgentInWords(urgent, localDate('2026-05-01'))).toBe(
    'acknowledgement is due on 6 May 2026, in 5 days',
  )
})

describe('the cut-off is named in the 30 days before it', () => {
  test.each([
    ['31 days before: not yet', '2026-03-30', false],
    ['30 days before', '2026-03-31', true],
    ['on the day', '2026-04-30', true],
    ['the day after: no more', '2026-05-01', false],
  ])('%s', (_, day, named) => {
    expect(cutOff(day, acknowledged).includes('The cut-off for 2025-26 is 30 April 2026.')).toBe(named)
  })

  test('to those who owe something of that year, once', () => {
    expect(cutOff('2026-04-08', unacknowledged)).toBe('')
    expect(cutOff('2026-04-08', acknowledged, promised, unacknowledged).match(/cut-off/g)).toHaveLength(1)
  })
})

describe('e-mail travels further than it should, so it never holds', () => {
  const telling = open(
    given(
      registering(
        {
          sarReference: 'SAR-SECRET/77',
          referredOn: '2026-03-02',
          subjectType: 'special_constable',
          linkType: 'known_criminal_associate',
          apparentConcern: 'victim_of_fraud',
          glossaryCodes: ['XXGPSXX'],
          risk: { severity: 'high' },
          handling: 'C',
          handlingConditions: 'Speak to Jane Placeholder first.',
          restricted: true,
          containsHmrcInformation: true,
        },
        { id: 'R-0000-0004' },
      ),
      acknowledging('2026-03-03', { localReference: 'PSD/26/118' }),
      reportingProgress('2026-03-04', '2026-04-15', {
        rationale: 'The bank has yet to answer us about this.',
      }),
    ),
  )
  const today = localDate('2026-04-16')
  const text = [
    list('2026-04-16', telling),
    summary('2026-04-16', telling),
    cutOff('2026-04-16', telling),
    urgentInWords(telling, today),
  ].join('\n')

  test.each([
    ['the SAR reference', /SECRET/],
    ["the force's own reference", /PSD/],
    ['what kind of subject or link it is', /constable|associate|direct|officer/i],
    ['a concern, category or code', /fraud|corruption|vulnerab|XXGPSXX/i],
    ['handling conditions, marking or risk', /Placeholder|OFFICIAL|high|restricted|HMRC/i],
    ['what was said about it', /bank|enquir/i],
    ['who registered or answered it', /UKFIU|Officer of/],
  ])('%s', (_, words) => {
    expect(text).not.toMatch(words)
  })

  test('anything but these words', () => {
    expect(list('2026-04-16', telling)).toBe(
      '* R-0000-0004: progress update or outcome was due on 15 April 2026, 1 day ago. https://sar.example/referrals/R-0000-0004',
    )
  })
})
