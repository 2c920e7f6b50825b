import { describe, expect, test } from 'vitest'
import { localDate } from '../../../shared/domain/dates.ts'
import { reminderDigest } from '../../../shared/reports/reminder-digest.ts'
import {
  acknowledging,
  given,
  givingOutcome,
  registering,
  reportingProgress,
} from '../../support/referrals.ts'

const digest = (day: string, ...situations: readonly ReturnType<typeof given>[]) => {
  const owing = situations.map(({ referral }) => referral)
  const filled = reminderDigest('Kent Police', owing, localDate(day), 'https://sar.example')
  const { organisation = '', summary = '', referrals = '', link = '' } = { ...filled }
  return { organisation, summary, referrals, link, everything: Object.values(filled).join('\n') }
}

const unacknowledged = given(registering({ referredOn: '2026-04-07' }, { id: 'R-0000-0001' }))
const acknowledged = given(
  registering({ referredOn: '2026-03-02' }, { id: 'R-0000-0002' }),
  acknowledging('2026-03-03'),
)
const promised = given(
  registering({ referredOn: '2026-03-02' }, { id: 'R-0000-0003' }),
  reportingProgress('2026-03-03', '2026-04-15'),
)

describe('the digest', () => {
  test('lists each referral by reference, what it owes, since when, and where to answer', () => {
    expect(digest('2026-04-22', unacknowledged).referrals).toBe(
      '* R-0000-0001: acknowledgement was due on 21 April 2026, 1 day ago. https://sar.example/referrals/R-0000-0001',
    )
  })

  test.each([
    ['acknowledgement', unacknowledged, '2026-04-27', 'acknowledgement was due on 21 April 2026, 6 days ago'],
    ['first return', acknowledged, '2026-05-01', 'first return was due on 29 April 2026, 2 days ago'],
    ['next update', promised, '2026-04-16', 'progress update or outcome was due on 15 April 2026, 1 day ago'],
  ])('says what is owed: the %s', (_, situation, day, words) => {
    expect(digest(day, situation).referrals).toContain(words)
  })

  test('puts the oldest first', () => {
    const { referrals } = digest('2026-05-05', acknowledged, unacknowledged, promised)
    expect(referrals.match(/R-0000-000\d(?=:)/g)).toEqual(['R-0000-0003', 'R-0000-0001', 'R-0000-0002'])
  })

  test('puts those of one day in the order of their references', () => {
    const twins = ['R-0000-000B', 'R-0000-000A'].map((id) => given(registering({}, { id })))
    expect(digest('2026-04-22', ...twins).referrals.match(/R-0000-000\w(?=:)/g)).toEqual([
      'R-0000-000A',
      'R-0000-000B',
    ])
  })

  test.each([
    [1, '1 referral is overdue'],
    [2, '2 referrals are overdue'],
  ])('counts %i', (count, words) => {
    const many = Array.from({ length: count }, (_, place) =>
      given(registering({}, { id: `R-0000-000${place}` })),
    )
    expect(digest('2026-04-22', ...many).summary).toBe(words)
  })

  test('leaves out what was answered meanwhile', () => {
    const answered = given(registering({}, { id: 'R-0000-0009' }), givingOutcome('2026-04-21'))
    const { referrals, summary } = digest('2026-04-22', answered, unacknowledged)
    expect(referrals).not.toContain('R-0000-0009')
    expect(summary).toBe('1 referral is overdue')
  })

  test('greets the organisation and leads to its work list', () => {
    expect(digest('2026-04-22', unacknowledged)).toMatchObject({
      organisation: 'Kent Police',
      link: 'https://sar.example/referrals',
    })
  })

  test('a link survives its end of line: nothing clings to it', () => {
    const { referrals } = digest('2026-05-05', acknowledged, unacknowledged)
    for (const line of referrals.split('\n'))
      expect(line).toMatch(/ https:\/\/sar\.example\/referrals\/R-[\w-]+$/)
  })
})

describe('e-mail travels further than it should, so the digest never holds', () => {
  const telling = given(
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
    reportingProgress('2026-03-04', '2026-04-15', { rationale: 'The bank has yet to answer us about this.' }),
  )
  const text = digest('2026-04-16', telling).everything

  test.each([
    ['the SAR reference', /SECRET/],
    ["the force's own reference", /PSD/],
    ['what kind of subject or link it is', /constable|associate|direct|officer/i],
    ['a concern, category or code', /fraud|corruption|vulnerab|XXGPSXX/i],
    ['handling conditions, marking or risk', /Placeholder|OFFICIAL|high|restricted/i],
    ['what was said about it', /bank|enquir/i],
    ['who registered or answered it', /UKFIU officer|Officer of/],
  ])('%s', (_, words) => {
    expect(text).not.toMatch(words)
  })

  test('anything but these words', () => {
    expect(text).toBe(
      [
        'Kent Police',
        '1 referral is overdue',
        '* R-0000-0004: progress update or outcome was due on 15 April 2026, 1 day ago. https://sar.example/referrals/R-0000-0004',
        'https://sar.example/referrals',
      ].join('\n'),
    )
  })
})
