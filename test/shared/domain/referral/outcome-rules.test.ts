import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../../../shared/domain/referral/returns.ts'
import { given, givingOutcome, isRefusedFor, registering } from '../../../support/referrals.ts'

type Fields = Readonly<Partial<Record<keyof Outcome, unknown>>>
type Case = {
  readonly may?: readonly (readonly [words: string, outcome: Fields])[]
  readonly mayNot?: readonly (readonly [
    words: string,
    outcome: Fields,
    because: Readonly<Record<string, RegExp>>,
  ])[]
}

const officer = { organisation: 'kent', subjectType: 'police_officer' }

const answers = (registration: Readonly<Record<string, string>>, outcome: Fields) =>
  given(registering({ referredOn: '2025-04-01', ...registration })).when(
    givingOutcome('2026-06-01', { concludedOn: '2026-05-01', ...outcome }),
  )

const rule = (
  words: string,
  registration: Readonly<Record<string, string>>,
  { may = [], mayNot = [] }: Case,
) =>
  describe(`rule: ${words}`, () => {
    for (const [name, outcome] of may) {
      test(`accepted: ${name}`, () => {
        expect(answers(registration, outcome).ok).toBe(true)
      })
    }
    for (const [name, outcome, because] of mayNot) {
      test(`refused: ${name}`, () => {
        expect(answers(registration, outcome)).toEqual(isRefusedFor(because))
      })
    }
  })

rule('no_action stands alone', officer, {
  may: [
    ['alone', { actions: ['no_action'] }],
    ['others without it', { actions: ['intelligence_report', 'vetting_review', 'referred_to_iopc'] }],
  ],
  mayNot: [
    [
      'with another',
      { actions: ['no_action', 'welfare_support'] },
      { actions: /no_action must stand alone/ },
    ],
    [
      'after another',
      { actions: ['welfare_support', 'no_action'] },
      { actions: /no_action must stand alone/ },
    ],
  ],
})

const named = { corruptionCategories: ['infiltration'] }
rule('one or more categories exactly when evidence is actual or potential', officer, {
  may: [
    ['actual, one', { evidenceOfCorruption: 'actual', ...named }],
    [
      'potential, several',
      { evidenceOfCorruption: 'potential', corruptionCategories: ['infiltration', 'other'] },
    ],
    ['none, none', { evidenceOfCorruption: 'none' }],
    ['unable to determine, none', { evidenceOfCorruption: 'unable_to_determine' }],
  ],
  mayNot: [
    [
      'actual, none',
      { evidenceOfCorruption: 'actual' },
      { corruptionCategories: /actual: name at least one/ },
    ],
    [
      'potential, none',
      { evidenceOfCorruption: 'potential' },
      { corruptionCategories: /potential: name at least one/ },
    ],
    [
      'none, one',
      { evidenceOfCorruption: 'none', ...named },
      { corruptionCategories: /none: leave the list empty/ },
    ],
    [
      'unable to determine, one',
      { evidenceOfCorruption: 'unable_to_determine', ...named },
      { corruptionCategories: /unable_to_determine: leave the list empty/ },
    ],
  ],
})

const meeting = {
  proceedingType: 'misconduct_meeting',
  findingLevel: 'misconduct',
  disciplinaryAction: 'written_warning',
}
const meetingFinds = { findingLevel: /misconduct or neither/ }
const meetingImposes = { disciplinaryAction: /none or written_warning or final_written_warning/ }
rule('a misconduct meeting finds misconduct or neither, and warns at most', officer, {
  may: [
    ['misconduct, written warning', meeting],
    ['misconduct, final written warning', { ...meeting, disciplinaryAction: 'final_written_warning' }],
    ['misconduct, nothing', { ...meeting, disciplinaryAction: 'none' }],
    ['neither, nothing', { ...meeting, findingLevel: 'neither', disciplinaryAction: 'none' }],
  ],
  mayNot: [
    ['gross misconduct', { ...meeting, findingLevel: 'gross_misconduct' }, meetingFinds],
    ['no finding', { ...meeting, findingLevel: 'not_applicable' }, meetingFinds],
    ['reduction in rank', { ...meeting, disciplinaryAction: 'reduction_in_rank' }, meetingImposes],
    ['dismissal', { ...meeting, disciplinaryAction: 'dismissal_without_notice' }, meetingImposes],
    [
      'would have been dismissed',
      { ...meeting, disciplinaryAction: 'would_have_been_dismissed', leftBeforeConclusion: 'resigned' },
      meetingImposes,
    ],
    [
      'gross misconduct and dismissal: both are named',
      { ...meeting, findingLevel: 'gross_misconduct', disciplinaryAction: 'dismissal_without_notice' },
      { ...meetingFinds, ...meetingImposes },
    ],
  ],
})

const left = { leftBeforeConclusion: 'retired' }
for (const proceedingType of ['misconduct_hearing', 'accelerated_misconduct_hearing']) {
  const hearing = (findingLevel: string, disciplinaryAction: string) => ({
    proceedingType,
    findingLevel,
    disciplinaryAction,
  })
  const afterGross = {
    disciplinaryAction:
      /gross_misconduct: must be final_written_warning or reduction_in_rank or dismissal_without_notice or would_have_been_dismissed/,
  }
  const afterMisconduct = {
    disciplinaryAction:
      /misconduct: must be written_warning or final_written_warning or reduction_in_rank or dismissal_without_notice/,
  }
  const afterNeither = { disciplinaryAction: /neither: must be none/ }

  rule(`${proceedingType} that found gross misconduct`, officer, {
    may: [
      ['final written warning', hearing('gross_misconduct', 'final_written_warning')],
      ['reduction in rank', hearing('gross_misconduct', 'reduction_in_rank')],
      ['dismissal', hearing('gross_misconduct', 'dismissal_without_notice')],
      ['would have been dismissed', { ...hearing('gross_misconduct', 'would_have_been_dismissed'), ...left }],
    ],
    mayNot: [
      ['a written warning is not available', hearing('gross_misconduct', 'written_warning'), afterGross],
      ['nothing', hearing('gross_misconduct', 'none'), afterGross],
    ],
  })

  rule(`${proceedingType} that found misconduct`, officer, {
    may: [
      ['written warning', hearing('misconduct', 'written_warning')],
      ['final written warning', hearing('misconduct', 'final_written_warning')],
      ['reduction in rank', hearing('misconduct', 'reduction_in_rank')],
      ['dismissal', hearing('misconduct', 'dismissal_without_notice')],
    ],
    mayNot: [
      ['nothing', hearing('misconduct', 'none'), afterMisconduct],
      [
        'would have been dismissed',
        { ...hearing('misconduct', 'would_have_been_dismissed'), ...left },
        afterMisconduct,
      ],
    ],
  })

  rule(`${proceedingType} that found neither`, officer, {
    may: [['nothing', hearing('neither', 'none')]],
    mayNot: [
      ['written warning', hearing('neither', 'written_warning'), afterNeither],
      ['final written warning', hearing('neither', 'final_written_warning'), afterNeither],
      ['reduction in rank', hearing('neither', 'reduction_in_rank'), afterNeither],
      ['dismissal', hearing('neither', 'dismissal_without_notice'), afterNeither],
      [
        'would have been dismissed',
        { ...hearing('neither', 'would_have_been_dismissed'), ...left },
        afterNeither,
      ],
    ],
  })

  rule(`${proceedingType} that found nothing said`, officer, {
    mayNot: [
      [
        'no finding',
        hearing('not_applicable', 'none'),
        { findingLevel: /gross_misconduct or misconduct or neither/ },
      ],
    ],
  })
}

const gross = { proceedingType: 'misconduct_hearing', findingLevel: 'gross_misconduct' }
const gone = { ...gross, disciplinaryAction: 'would_have_been_dismissed' }
rule('would have been dismissed only of someone who left, or had left', officer, {
  may: [
    ['resigned', { ...gone, leftBeforeConclusion: 'resigned' }],
    ['retired', { ...gone, leftBeforeConclusion: 'retired' }],
    ['former personnel', { ...gone, subjectConfirmed: 'former_personnel' }],
    ['both', { ...gone, subjectConfirmed: 'former_personnel', leftBeforeConclusion: 'retired' }],
  ],
  mayNot: [
    [
      'still there',
      gone,
      { disciplinaryAction: /leftBeforeConclusion resigned or retired.*former_personnel/ },
    ],
    [
      'of whom it is not known',
      { ...gone, subjectConfirmed: 'unable_to_determine' },
      { disciplinaryAction: /leftBeforeConclusion/ },
    ],
  ],
})

const staffRoutes = { proceedingType: /local_staff_process or none/ }
const notForStaff = [
  ['misconduct meeting', { ...meeting }, staffRoutes],
  ['misconduct hearing', { ...gross, disciplinaryAction: 'dismissal_without_notice' }, staffRoutes],
  [
    'accelerated hearing',
    { proceedingType: 'accelerated_misconduct_hearing', findingLevel: 'neither' },
    staffRoutes,
  ],
  ['vetting regulations', { proceedingType: 'vetting_regulations' }, staffRoutes],
] as const
const forStaff = [
  ['local staff process', { proceedingType: 'local_staff_process' }],
  [
    'dismissal by it',
    {
      proceedingType: 'local_staff_process',
      findingLevel: 'gross_misconduct',
      disciplinaryAction: 'dismissal_without_notice',
    },
  ],
  ['none', { proceedingType: 'none' }],
] as const

for (const subjectType of ['police_staff', 'contractor', 'volunteer']) {
  rule(
    `${subjectType}: never the Police (Conduct) Regulations routes`,
    { organisation: 'kent', subjectType },
    {
      may: forStaff,
      mayNot: notForStaff,
    },
  )
}

for (const subjectType of ['police_officer', 'special_constable', 'former_personnel', 'unknown']) {
  rule(
    `${subjectType}: the Police (Conduct) Regulations routes`,
    { organisation: 'kent', subjectType },
    {
      may: notForStaff.map(([name, outcome]) => [name, outcome] as const),
    },
  )
}

for (const organisation of ['police-scotland', 'psni', 'btp', 'nca', 'border-force']) {
  rule(
    `an officer at ${organisation}, which is outside the regulations`,
    { organisation, subjectType: 'police_officer' },
    {
      may: forStaff,
      mayNot: notForStaff,
    },
  )
}

const vetting = (concludedOn: string) => ({ proceedingType: 'vetting_regulations', concludedOn })
rule('the vetting regulations came into force on 14 May 2025', officer, {
  may: [
    ['on that day', vetting('2025-05-14')],
    ['later', vetting('2026-05-14')],
  ],
  mayNot: [['the day before', vetting('2025-05-13'), { proceedingType: /concludedOn 14 May 2025 or later/ }]],
})

const dismissed = { ...gross, disciplinaryAction: 'dismissal_without_notice' }
const withoutDismissal = { barredList: /no or not_applicable/ }
rule('on the barred list only after dismissal', officer, {
  may: [
    ['dismissed', { ...dismissed, barredList: 'yes' }],
    ['would have been', { ...gone, ...left, barredList: 'yes' }],
    ['dismissed but not barred', { ...dismissed, barredList: 'no' }],
    ['not dismissed and not barred', { barredList: 'no' }],
    ['not dismissed, not applicable', { barredList: 'not_applicable' }],
  ],
  mayNot: [
    ['without proceedings', { barredList: 'yes' }, withoutDismissal],
    [
      'after a final warning',
      { ...gross, disciplinaryAction: 'final_written_warning', barredList: 'yes' },
      withoutDismissal,
    ],
    [
      'after reduction in rank',
      { ...gross, disciplinaryAction: 'reduction_in_rank', barredList: 'yes' },
      withoutDismissal,
    ],
  ],
})

const outsideBarredList = { barredList: /must be not_applicable/ }
rule(
  'where the barred list does not reach',
  { organisation: 'psni', subjectType: 'police_officer' },
  {
    may: [['not applicable', { barredList: 'not_applicable' }]],
    mayNot: [
      ['no', { barredList: 'no' }, outsideBarredList],
      ['yes', { barredList: 'yes' }, outsideBarredList],
      [
        'yes after dismissal',
        {
          proceedingType: 'local_staff_process',
          findingLevel: 'gross_misconduct',
          disciplinaryAction: 'dismissal_without_notice',
          barredList: 'yes',
        },
        outsideBarredList,
      ],
    ],
  },
)

const stranger = { subjectConfirmed: 'not_our_personnel' }
rule('not our personnel: nothing was found and nothing was done', officer, {
  may: [
    ['no evidence', { ...stranger, evidenceOfCorruption: 'none' }],
    ['unable to determine', { ...stranger, evidenceOfCorruption: 'unable_to_determine' }],
    ['passed on', { ...stranger, actions: ['passed_to_another_body'] }],
  ],
  mayNot: [
    [
      'actual',
      { ...stranger, evidenceOfCorruption: 'actual', ...named },
      { evidenceOfCorruption: /none or unable_to_determine/ },
    ],
    [
      'potential',
      { ...stranger, evidenceOfCorruption: 'potential', ...named },
      { evidenceOfCorruption: /none or unable_to_determine/ },
    ],
    ['proceedings', { ...stranger, ...meeting }, { proceedingType: /must be none/ }],
    [
      'a local process',
      { ...stranger, proceedingType: 'local_staff_process' },
      { proceedingType: /must be none/ },
    ],
  ],
})

rule('without proceedings there is no finding and no sanction', officer, {
  may: [
    ['nothing', {}],
    ['neither', { findingLevel: 'neither' }],
  ],
  mayNot: [
    ['misconduct', { findingLevel: 'misconduct' }, { findingLevel: /not_applicable or neither/ }],
    ['a warning', { disciplinaryAction: 'written_warning' }, { disciplinaryAction: /must be none/ }],
  ],
})

test('everything that is wrong is told at once', () => {
  const broken = {
    actions: ['no_action', 'vetting_review'],
    evidenceOfCorruption: 'actual',
    proceedingType: 'misconduct_meeting',
    findingLevel: 'gross_misconduct',
    concludedOn: '2026-06-02',
    barredList: 'yes',
  }
  expect(answers(officer, broken)).toEqual(
    isRefusedFor({
      actions: /alone/,
      corruptionCategories: /at least one/,
      findingLevel: /misconduct or neither/,
      barredList: /no or not_applicable/,
      concludedOn: /from 2025-04-01.* to today \(2026-06-01\)/,
    }),
  )
})
