import type { MadeUp } from '../../../properties/disclosure-population.ts'

type Outcome = NonNullable<MadeUp['outcome']>

/** Without evidence of corruption, and without any action. */
export const anOutcome: Outcome = {
  evidence: 'none',
  categories: [],
  concerns: [],
  actions: ['no_action'],
  discipline: 'none',
  criminal: 'none',
  value: 'no_value',
}

/** With evidence of actual corruption of these categories. */
export const corrupt = (...categories: string[]): Outcome => ({
  ...anOutcome,
  evidence: 'actual',
  categories,
})

/** So many referrals that were all answered on time, but for what is said. */
export const many = (count: number, said: Partial<MadeUp> = {}): MadeUp[] =>
  Array.from({ length: count }, () => ({
    closed: 'no',
    month: '2025-04',
    organisation: 0,
    subject: 'police_officer',
    link: 'direct',
    answer: 'onTime',
    age: 'up_to_30',
    outcome: null,
    riskRecorded: true,
    afterCutOff: false,
    ...said,
  }))
