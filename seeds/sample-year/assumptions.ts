import type { LinkType, SubjectType } from '../../shared/domain/codes.ts'

/**
 * What the sample year is made from. EVERY NUMBER HERE IS AN ASSUMPTION of ours: the inspectorate found that the UKFIU
 * "couldn't tell us how many of these referrals it makes" and that forces "rarely respond"; no published figure gives
 * the real volume. The numbers are chosen so that every page and table of the service has something to show.
 * Nothing here says anything about a real organisation, and answers to this sample must never be quoted.
 */

/** How an organisation answers. The rest of what is due in time comes late, the rest of what is answered never. */
export type Responsiveness = {
  readonly acknowledges: number
  readonly acknowledgesInTime: number
  readonly answers: number
  readonly answersInTime: number
}

/**
 * Assumption: the service is in use, so most organisations answer more than "rarely"; some are late, a few are never
 * heard of. Without all four, reminders, chasing and the list of non-responses would stand empty.
 */
export const responsiveness = {
  prompt: { acknowledges: 0.97, acknowledgesInTime: 0.95, answers: 0.97, answersInTime: 0.93 },
  steady: { acknowledges: 0.9, acknowledgesInTime: 0.8, answers: 0.88, answersInTime: 0.72 },
  slow: { acknowledges: 0.65, acknowledgesInTime: 0.5, answers: 0.6, answersInTime: 0.35 },
  silent: { acknowledges: 0, acknowledgesInTime: 0, answers: 0, answersInTime: 0 },
} as const satisfies Readonly<Record<string, Responsiveness>>
export type Habit = keyof typeof responsiveness

/** Assumption: nobody answers within the first fifth of the time there is. */
export const soonestAnswer = 0.2
/** Assumption: what is answered at all is answered within a quarter of a year of its date. In working days. */
export const lateByAtMost = 60

/** Assumption: about a quarter of first returns say only that the enquiry goes on, since many take months. */
export const answersByReport = 0.24
/** Assumption: when the next update is promised, in working days after a report, and how late it then comes. */
export const nextUpdate = { soonest: 15, latest: 55, lateByAtMost: 30 } as const
/** Assumption: what becomes of a promised update. */
export const afterReportShares = {
  outcome_in_time: 0.5,
  outcome_late: 0.17,
  another_report: 0.23,
  silence: 0.1,
} as const

/** Organisations of about one size: how many referrals each gets in a year, and how many of them have which habit. */
export type Band = {
  readonly organisations: readonly string[]
  readonly referralsAYear: number
  /** How many of the band, by lot, get no referral at all. */
  readonly withoutReferrals: number
  readonly habits: Readonly<Record<Habit, number>>
}

/**
 * Assumption: more people, more referrals. The bands are our own rough order of size and not headcounts; together they
 * come to 367 referrals a year, enough for every table to have counts large and small (some below 5, which a published
 * version suppresses). Two organisations get none, because "no referrals" is a state that pages must show. Who has
 * which habit, and who gets none, is drawn by lot: it must not be read as a judgement of any force.
 */
export const bands: readonly Band[] = [
  {
    organisations: ['metropolitan'],
    referralsAYear: 32,
    withoutReferrals: 0,
    habits: { prompt: 0, steady: 1, slow: 0, silent: 0 },
  },
  {
    organisations: ['greater-manchester', 'police-scotland', 'west-midlands', 'west-yorkshire'],
    referralsAYear: 15,
    withoutReferrals: 0,
    habits: { prompt: 1, steady: 2, slow: 1, silent: 0 },
  },
  {
    organisations: [
      'avon-and-somerset',
      'border-force',
      'devon-and-cornwall',
      'essex',
      'hampshire',
      'hmrc',
      'kent',
      'lancashire',
      'merseyside',
      'northumbria',
      'psni',
      'south-wales',
      'south-yorkshire',
      'sussex',
      'thames-valley',
    ],
    referralsAYear: 9,
    withoutReferrals: 0,
    habits: { prompt: 5, steady: 6, slow: 3, silent: 1 },
  },
  {
    organisations: [
      'btp',
      'cheshire',
      'derbyshire',
      'hertfordshire',
      'humberside',
      'leicestershire',
      'nottinghamshire',
      'staffordshire',
      'surrey',
      'west-mercia',
    ],
    referralsAYear: 6,
    withoutReferrals: 0,
    habits: { prompt: 3, steady: 4, slow: 2, silent: 1 },
  },
]

/** Every organisation that is in none of the other bands. */
export const smallestBand: Omit<Band, 'organisations'> = {
  referralsAYear: 4,
  withoutReferrals: 2,
  habits: { prompt: 7, steady: 7, slow: 4, silent: 2 },
}

/**
 * Assumption: most referrals are registered on the day they are made, some a working day or two later, because the
 * domain lets `referredOn` lie in the past. Urgent ones are registered at once.
 */
export const registeredWorkingDaysLater = [
  [0, 0.7],
  [1, 0.2],
  [2, 0.1],
] as const

/** Assumption: officers come up most because they and staff are most of the workforce. */
export const subjectTypeShares: Readonly<Record<SubjectType, number>> = {
  police_officer: 0.56,
  police_staff: 0.2,
  special_constable: 0.04,
  contractor: 0.04,
  volunteer: 0.02,
  former_personnel: 0.07,
  other_law_enforcement: 0,
  unknown: 0.07,
}

/** Assumption: the law-enforcement agencies have no police officers of their own. */
export const agencySubjectTypeShares: Readonly<Record<SubjectType, number>> = {
  police_officer: 0,
  police_staff: 0,
  special_constable: 0,
  contractor: 0.06,
  volunteer: 0,
  former_personnel: 0.07,
  other_law_enforcement: 0.8,
  unknown: 0.07,
}

/** Assumption: most reports name the person; each of the other links is often enough to be counted. */
export const linkTypeShares: Readonly<Record<LinkType, number>> = {
  direct: 0.58,
  family_member: 0.16,
  same_address: 0.1,
  known_criminal_associate: 0.08,
  connected_business: 0.08,
}
