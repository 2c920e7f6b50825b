import { describe, expect, test } from 'vitest'
import bankHolidays from '../../../seeds/bank-holidays.json' with { type: 'json' }
import organisations from '../../../seeds/organisations.json' with { type: 'json' }
import policy from '../../../seeds/response-policy.json' with { type: 'json' }
import {
  bankHolidaysFile,
  organisationsFile,
  responsePolicyFile,
} from '../../../shared/contracts/reference-data.ts'
import { errorsOf } from './parsing.ts'

const [first] = organisations.organisations

describe('the organisations', () => {
  test('as they are kept', () => {
    expect(organisationsFile.parse(organisations).organisations).toHaveLength(52)
  })

  test.each([
    ['a division that there is none of', { ...first, bankHolidays: 'wales' }],
    ['a flag as text', { ...first, barredList: 'yes' }],
    ['an answering unit that is not in the list', { ...first, respondedToBy: 'atlantis' }],
    ['no name', { ...first, name: undefined }],
  ])('damaged: %s', (_, organisation) => {
    expect(organisationsFile.safeParse({ version: '1', organisations: [organisation] }).success).toBe(false)
  })
})

describe('the bank holidays', () => {
  test('as they are kept', () => {
    expect(bankHolidaysFile.safeParse(bankHolidays).success).toBe(true)
  })

  const england = bankHolidays['england-and-wales']
  test.each([
    ['a division is missing', { ...bankHolidays, scotland: undefined }],
    ['a division is empty', { ...bankHolidays, scotland: { events: [] } }],
    ['a day does not exist', { ...bankHolidays, scotland: { events: [{ title: 'x', date: '2026-02-30' }] } }],
    [
      'a day has no title',
      { ...bankHolidays, 'england-and-wales': { events: england.events.map(({ date }) => ({ date })) } },
    ],
  ])('damaged: %s', (_, file) => {
    expect(bankHolidaysFile.safeParse(file).success).toBe(false)
  })
})

describe('the response policy', () => {
  test('as it is kept: the clocks that the domain assumes', () => {
    expect(responsePolicyFile.parse(policy)).toMatchObject({
      clocks: {
        standard: { acknowledgement: 10, firstReturn: 40 },
        urgent: { acknowledgement: 2, firstReturn: 10 },
      },
      firstReturnTakesOver: 5,
      nextUpdateWithinDays: 92,
    })
  })

  test.each([
    ['before its year has ended', { '2025-26': '2026-03-31' }],
    ['of no year', { '2025-27': '2026-05-15' }],
    ['on no day', { '2025-26': '2026-05-32' }],
  ])('takes no cut-off %s', (_, cutOffs) => {
    expect(responsePolicyFile.safeParse({ ...policy, cutOffs }).success).toBe(false)
    expect(responsePolicyFile.safeParse({ ...policy, cutOffs: { '2025-26': '2026-05-15' } }).success).toBe(
      true,
    )
  })

  const due = (workingDays: number, more = {}) => ({ kind: 'from_due_date', workingDays, ...more })
  test.each([
    ['referred', { kind: 'when_registered' }, ['unit_mailbox']],
    ['due_soon', due(-5, { unlessClockAtMost: 5 }), ['unit_mailbox']],
    ['overdue', due(1), ['unit_mailbox']],
    ['chase', due(6), ['unit_mailbox', 'head_of_unit']],
    ['escalation', due(16), ['head_of_unit', 'deputy_chief_officer']],
    ['final_escalation', due(31), ['chief_officers_office', 'ukfiu_manager']],
    ['cut_off', { kind: 'before_cut_off', workingDays: 20 }, ['unit_mailbox', 'head_of_unit']],
  ])('has the rung %s when and to whom the domain says', (rung, when, to) => {
    expect(policy.ladder).toContainEqual({ rung, when, to })
  })

  const { clocks } = policy
  test.each([
    ['no version', { ...policy, version: '' }],
    [
      'a clock of no days',
      { ...policy, clocks: { ...clocks, urgent: { acknowledgement: 0, firstReturn: 10 } } },
    ],
    [
      'a clock of half a day',
      { ...policy, clocks: { ...clocks, urgent: { acknowledgement: 1.5, firstReturn: 10 } } },
    ],
    [
      'an unknown rung',
      { ...policy, ladder: [{ rung: 'shout', when: { kind: 'when_registered' }, to: ['unit_mailbox'] }] },
    ],
    ['a rung to nobody', { ...policy, ladder: [{ rung: 'overdue', when: due(1), to: [] }] }],
    ['a rung at no time', { ...policy, ladder: [{ rung: 'overdue', to: ['unit_mailbox'] }] }],
    ['a misspelt setting', { ...policy, nextUpdateWithin: 92 }],
  ])('damaged: %s', (_, file) => {
    expect(errorsOf(responsePolicyFile, file)).not.toEqual([])
  })
})
