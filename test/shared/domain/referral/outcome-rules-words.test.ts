import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../../../shared/domain/referral/returns.ts'
import { given, givingOutcome, registering } from '../../../support/referrals.ts'

type Fields = Readonly<Partial<Record<keyof Outcome, unknown>>>

const officer = { organisation: 'kent', subjectType: 'police_officer' }

describe('a refusal says why, in words that lead on', () => {
  const staff = { organisation: 'kent', subjectType: 'police_staff' }
  const hearing = { proceedingType: 'misconduct_hearing', actions: ['misconduct_investigation'] }
  const meeting = { ...hearing, proceedingType: 'misconduct_meeting' }
  test.each<readonly [field: string, registration: Readonly<Record<string, string>>, Fields, said: string]>([
    [
      'findingLevel',
      officer,
      { ...hearing, findingLevel: 'not_applicable' },
      'A hearing makes a finding: must be gross_misconduct or misconduct or neither.',
    ],
    [
      'findingLevel',
      officer,
      { ...meeting, findingLevel: 'gross_misconduct', disciplinaryAction: 'written_warning' },
      'After a misconduct meeting: must be misconduct or neither.',
    ],
    [
      'disciplinaryAction',
      officer,
      { ...meeting, findingLevel: 'misconduct', disciplinaryAction: 'reduction_in_rank' },
      'After a misconduct meeting: must be none or written_warning or final_written_warning.',
    ],
    [
      'findingLevel',
      officer,
      { findingLevel: 'misconduct' },
      'Without proceedings: must be not_applicable or neither.',
    ],
    [
      'disciplinaryAction',
      officer,
      { disciplinaryAction: 'written_warning' },
      'Without proceedings: must be none.',
    ],
    [
      'proceedingType',
      staff,
      meeting,
      'The Police (Conduct) Regulations do not apply to police_staff at Kent Police: must be local_staff_process or none.',
    ],
    ['barredList', officer, { barredList: 'yes' }, 'Without a dismissal: must be no or not_applicable.'],
    [
      'barredList',
      { ...officer, organisation: 'police-scotland' },
      { barredList: 'no' },
      'The barred list does not cover Police Scotland: must be not_applicable.',
    ],
    [
      'evidenceOfCorruption',
      officer,
      {
        subjectConfirmed: 'not_our_personnel',
        evidenceOfCorruption: 'actual',
        corruptionCategories: ['infiltration'],
      },
      'Of someone who is not your personnel: must be none or unable_to_determine.',
    ],
    [
      'proceedingType',
      officer,
      { subjectConfirmed: 'not_our_personnel', proceedingType: 'local_staff_process' },
      'Of someone who is not your personnel: must be none.',
    ],
  ])('of %s', (field, registration, outcome, said) => {
    const giving = givingOutcome('2026-06-01', { concludedOn: '2026-05-01', ...outcome })
    const situation = given(registering({ referredOn: '2025-04-01', ...registration }))
    expect(situation.when(giving)).toMatchObject({
      problem: { errors: expect.arrayContaining([{ pointer: `/${field}`, detail: said }]) },
    })
  })
})
