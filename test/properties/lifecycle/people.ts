import organisationsFile from '../../../seeds/organisations.json' with { type: 'json' }

/** Somebody who calls the service, as the model knows them. */
export type Person = {
  readonly id: string
  readonly name: string
  readonly role: 'ukfiu' | 'force' | 'sta_author' | 'sta_approver' | 'auditor' | 'none'
  readonly organisation?: string
  /** Whether restricted referrals are shown to them. */
  readonly cleared?: boolean
}

const office = (role: Exclude<Person['role'], 'force'>): Person => ({
  id: role,
  name: `Somebody of ${role}`,
  role,
})

const officer = (organisation: string, cleared: boolean): Person => ({
  id: `${organisation} ${cleared ? 'cleared' : 'not cleared'}`,
  name: `Officer of ${organisation}`,
  role: 'force',
  organisation,
  cleared,
})

/** An ordinary force, a Scottish one, one that answers for another, that other, and one that holds nothing. */
export const organisations = ['kent', 'police-scotland', 'nca', 'border-force', 'essex'] as const

/** Whether there is such an organisation, as far as these runs go. */
export const isKnown = (code: string): boolean => organisations.some((organisation) => organisation === code)

export const ukfiu = office('ukfiu')

/** Every role; of each organisation somebody who is shown restricted referrals and somebody who is not. */
export const people: readonly Person[] = [
  ukfiu,
  ...organisations.flatMap((organisation) => [officer(organisation, true), officer(organisation, false)]),
  office('sta_author'),
  office('sta_approver'),
  office('auditor'),
  office('none'),
]

/** Whose unit answers for an organisation. */
export const unitOf = (organisation: string): string =>
  organisation === 'border-force' ? 'nca' : organisation

/** Somebody who may answer for an organisation, whatever the referral. */
export const answererFor = (organisation: string): Person => officer(unitOf(organisation), true)

const namesOf = (code: string): readonly string[] => [
  code,
  ...organisationsFile.organisations.filter((found) => found.code === code).map(({ name }) => name),
]

/** The names and codes of the other organisations that a person must never come across. */
export const namesKeptFrom = ({ organisation = '' }: Person): readonly string[] =>
  organisations
    .filter((code) => code !== organisation && unitOf(code) !== organisation && unitOf(organisation) !== code)
    .flatMap(namesOf)
