import { outcomeRequest, registrationRequest } from '../../support/referrals.ts'

export type Sent =
  | { readonly day: string; readonly kind: 'register'; readonly place: number; readonly body: object }
  | { readonly day: string; readonly kind: 'answer'; readonly place: number; readonly body: object }
  | { readonly day: string; readonly kind: 'withdraw'; readonly place: number }

const forces = ['kent', 'essex', 'surrey', 'sussex']

/** The organisation of the referral in a place of the year. */
export const forceOf = (place: number): string => forces[place % forces.length] ?? ''

const registrations = Array.from({ length: 24 }, (_, place): Sent => {
  const day = ['2026-01-06', '2026-01-20', '2026-02-10', '2026-03-10'][Math.floor(place / 6)] ?? ''
  return {
    day,
    kind: 'register',
    place,
    body: registrationRequest({
      sarReference: `SAR-${1000 + place}`,
      organisation: forceOf(place),
      referredOn: day,
      subjectType: place % 5 === 0 ? 'police_staff' : 'police_officer',
      containsHmrcInformation: place === 7,
    }),
  }
})

const answered = (day: string, place: number, outcome: object = {}): Sent => ({
  day,
  kind: 'answer',
  place,
  body: outcomeRequest({ concludedOn: day, ...outcome }),
})

const corrupt = (evidenceOfCorruption: string, ...corruptionCategories: readonly string[]) => ({
  evidenceOfCorruption,
  corruptionCategories,
})

const inTheYear: readonly Sent[] = [
  answered('2026-02-02', 0),
  answered('2026-02-03', 1, corrupt('actual', 'infiltration')),
  answered('2026-03-23', 2),
  answered('2026-03-24', 6, corrupt('potential', 'infiltration', 'vulnerability')),
  { day: '2026-02-11', kind: 'withdraw', place: 13 },
  answered('2026-03-02', 12),
  answered('2026-03-03', 14),
  answered('2026-03-04', 15),
  answered('2026-03-05', 16, corrupt('potential', 'infiltration')),
  answered('2026-03-30', 7, corrupt('actual', 'theft_and_fraud')),
  answered('2026-04-02', 18),
]

/** The last months of a year of four forces, in the order in which it happened. */
export const theYear: readonly Sent[] = [...registrations, ...inTheYear].toSorted((one, other) =>
  one.day < other.day ? -1 : one.day > other.day ? 1 : 0,
)

/** What comes after the cut-off: to be left to the next edition. */
export const late: readonly Sent[] = [
  answered('2026-05-12', 19, corrupt('potential', 'vulnerability')),
  answered('2026-05-12', 20),
]
