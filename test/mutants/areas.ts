/** A part of the domain, and the tests that are to notice when a line of it is changed. */
export type Area = {
  readonly name: string
  readonly mutate: readonly string[]
  /** Tried first, on every mutant: those of the part itself. */
  readonly tests: readonly string[]
  /** Tried on what these leave alive: slower ones, which search. */
  readonly further: readonly string[]
}

const domain = 'test/shared/domain'
const properties = 'test/properties'

export const areas: readonly Area[] = [
  {
    name: 'the year’s figures',
    mutate: ['shared/domain/figures/*.ts'],
    tests: [`${domain}/figures/*.test.ts`],
    further: [`${properties}/{figures,revision,erasure}.test.ts`],
  },
  {
    name: 'disclosure control',
    mutate: ['shared/domain/disclosure/*.ts'],
    tests: [`${domain}/disclosure/*.test.ts`],
    further: [`${properties}/disclosure.test.ts`],
  },
  {
    name: 'editions',
    mutate: ['shared/domain/editions/*.ts'],
    tests: [`${domain}/editions/*.test.ts`],
    further: [],
  },
  {
    name: 'referrals',
    mutate: ['shared/domain/referral/*.ts'],
    tests: [
      `${domain}/referral/!(outcome-questions-search).test.ts`,
      `${domain}/{rules,edges}.test.ts`,
      `${domain}/reminders/*.test.ts`,
      'test/shared/reports/lifecycle-text.test.ts',
    ],
    further: [
      `${domain}/referral/outcome-questions-search.test.ts`,
      `${properties}/{figures,erasure,stored-history}.test.ts`,
    ],
  },
  {
    name: 'reminders',
    mutate: ['shared/domain/reminders/*.ts'],
    tests: [`${domain}/reminders/*.test.ts`],
    further: [`${properties}/reminders.test.ts`],
  },
  {
    name: 'identities in free text',
    mutate: ['shared/domain/identifiers/*.ts', 'shared/domain/identifiers.ts'],
    tests: [`${domain}/identifiers.test.ts`],
    further: [],
  },
  {
    name: 'days, clocks and codes',
    mutate: ['shared/domain/*.ts', '!shared/domain/identifiers.ts'],
    tests: [`${domain}/!(identifiers).test.ts`, `${domain}/referral/{owed,progress,register}.test.ts`],
    further: [`${domain}/{referral,reminders,figures}/*.test.ts`, `${properties}/clocks.test.ts`],
  },
]
