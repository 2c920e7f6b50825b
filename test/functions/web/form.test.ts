import { describe, expect, test } from 'vitest'
import { date, errorsOf, list, number, readForm, text, yes } from '../../../functions/web/form/fields.ts'
import { inFormWords } from '../../../functions/web/form/words.ts'
import { dueInWords } from '../../../functions/web/words/ages.ts'
import { acknowledgementBody, extensionBody, progressReportBody } from '../../../shared/contracts/requests.ts'
import { localDate } from '../../../shared/domain/dates.ts'

const acknowledgement = {
  personnelConfirmed: text('The answer', 'Choose whether the person works for you'),
  localReference: text('Your reference', 'Enter your reference'),
  expectedBy: date('The date', 'Enter the date'),
}

describe('a form', () => {
  test('becomes the body that the API takes, without what was left empty', () => {
    const form = {
      personnelConfirmed: ['yes'],
      localReference: ['  '],
      'expectedBy-day': ['3'],
      'expectedBy-month': ['6'],
      'expectedBy-year': ['2026'],
    }
    expect(readForm(acknowledgementBody, acknowledgement, form)).toEqual({
      ok: true,
      value: { personnelConfirmed: 'yes', expectedBy: '2026-06-03' },
    })
  })

  test('that is wrong is told at its fields', () => {
    const form = { localReference: ['x'.repeat(41)], 'expectedBy-day': ['31'], 'expectedBy-month': ['2'] }
    expect(readForm(acknowledgementBody, acknowledgement, form)).toEqual({
      ok: false,
      problem: [
        { field: 'personnelConfirmed', text: 'Choose whether the person works for you' },
        { field: 'localReference', text: 'Your reference must be 1 to 40 characters' },
        { field: 'expectedBy', text: 'The date must be a real date, such as 27 3 2026' },
      ],
    })
  })

  test('gives numbers, and what is no number as it was typed', () => {
    const fields = { workingDays: number('Days', 'Enter the days'), reason: text('Why', 'Choose why') }
    const more = { rationale: 'A sentence of twenty and more.' }
    const read = (days: string) =>
      readForm(extensionBody, fields, { workingDays: [days], reason: ['complexity'] }, more)
    expect(read('5')).toMatchObject({ ok: true, value: { workingDays: 5 } })
    expect(read('five')).toEqual({
      ok: false,
      problem: [{ field: 'workingDays', text: 'Days must be a number' }],
    })
  })

  test('gives true for yes, and false for another choice', () => {
    const fields = { detailWithheld: yes('It', 'Choose'), nextUpdateOn: date('It', 'Enter') }
    const form = { 'nextUpdateOn-day': ['3'], 'nextUpdateOn-month': ['6'], 'nextUpdateOn-year': ['2026'] }
    const read = readForm(progressReportBody, fields, { ...form, detailWithheld: ['yes'] })
    expect(read).toEqual({ ok: true, value: { detailWithheld: true, nextUpdateOn: '2026-06-03' } })
  })
})

test('a refusal by a rule is told at the field it names', () => {
  const refusal = {
    kind: 'invalid_fields' as const,
    errors: [
      { pointer: '/actions', detail: 'no_action must stand alone: leave it out, or leave out the others.' },
    ],
  }
  expect(errorsOf(refusal, { actions: list('What you did', 'Choose what you did') })).toEqual([
    { field: 'actions', text: '“No action” must stand alone: leave it out, or leave out the others' },
  ])
})

test('codes and dates are said as people say them', () => {
  expect(
    inFormWords('After a hearing: must be final_written_warning or reduction_in_rank by 2026-06-03.'),
  ).toBe('After a hearing: must be “Final written warning” or “Reduction in rank” by 3 June 2026.')
})

test.each([
  { due: '2025-03-20', said: '1 year and 2 months overdue' },
  { due: '2026-04-01', said: '2 months overdue' },
  { due: '2026-05-13', said: '3 weeks overdue' },
  { due: '2026-06-01', said: '2 days overdue' },
  { due: '2026-06-02', said: '1 day overdue' },
  { due: '2026-06-03', said: 'due today' },
  { due: '2026-06-04', said: 'due tomorrow' },
  { due: '2026-06-15', said: 'due in 12 days' },
])('$due is $said on 3 June', ({ due, said }) => {
  expect(dueInWords(localDate(due), localDate('2026-06-03'))).toBe(said)
})
