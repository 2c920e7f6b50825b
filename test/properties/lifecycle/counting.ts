import * as fc from 'fast-check'
import { expect } from 'vitest'
import { countReferral } from '../../../shared/actions/count-referral.ts'
import type { ReportingYear } from '../../../shared/domain/reporting-year.ts'
import { isReportingYear } from '../../../shared/domain/reporting-year.ts'
import { byOrganisation } from '../../../shared/domain/figures/tally.ts'
import { figuresStore, ledger } from '../../../shared/store/figures-store.ts'
import { fromItem } from '../../../shared/store/referral-item.ts'
import { workedFrom, yearOf } from './reckoning.ts'
import type { Service } from './service.ts'
import { itemsOf } from './stored.ts'
import type { Card, Cards } from './world.ts'

/** The order in which versions are delivered: each at least once, some again, earlier and later ones mixed. */
export const deliveries = fc.array(fc.nat(1_000_000), { minLength: 30, maxLength: 60 })

const outcomeCounts = (card: Card): readonly string[] => {
  const { outcome, registration, firstOutcomeOn = '' } = card
  if (!outcome) return ['evidence:no_outcome_yet']
  const { organisation, referredOn, subjectType, linkType } = registration
  const evidence = outcome.evidenceOfCorruption
  const corrupt = evidence === 'actual' || evidence === 'potential'
  return [
    `evidence:${evidence}`,
    ...outcome.otherConcerns.map((code) => `concern:${code}`),
    ...outcome.actions.map((code) => `action:${code}`),
    `discipline:${outcome.disciplinaryAction}`,
    `criminal:${outcome.criminalOutcome}`,
    `intelligence:${outcome.intelligenceValue}`,
    `outcomeDays:${workedFrom(organisation, referredOn, firstOutcomeOn)}`,
    'codeLists:2026-04',
    ...(corrupt ? [`subject:${subjectType}:${evidence}`, `link:${linkType}:${evidence}`] : []),
    ...(corrupt ? outcome.corruptionCategories.map((code) => `category:${code}:${evidence}`) : []),
  ]
}

const returnCounts = ({ registration, firstReturnOn, firstReturnDueAtFirst }: Card): readonly string[] => {
  const month = registration.referredOn.slice(0, 7)
  if (firstReturnOn === undefined) return [`noReturn:${month}:${firstReturnDueAtFirst}`]
  const days = workedFrom(registration.organisation, registration.referredOn, firstReturnOn)
  const inTime = firstReturnOn <= firstReturnDueAtFirst
  const afterYear = yearOf(firstReturnOn) > yearOf(registration.referredOn)
  return [
    `${inTime ? 'returnedOnTime' : 'returnedLate'}:${month}`,
    `firstReturnDays:${days}`,
    ...(afterYear ? [`returnedAfterYear:${firstReturnOn}`] : []),
  ]
}

/** The counts that a referral adds one to. */
const countsOf = (card: Card): readonly string[] => {
  const { registration, status } = card
  if (status === 'redirected' || status === 'withdrawn') return [status]
  const riskIsThere = Object.keys(registration.risk ?? {}).length > 0
  return [
    `referralsMade:${registration.referredOn.slice(0, 7)}`,
    `subject:${registration.subjectType}`,
    `link:${registration.linkType}`,
    ...(riskIsThere ? [] : ['riskNotRecorded']),
    ...returnCounts(card),
    ...outcomeCounts(card),
  ]
}

type Tally = Record<string, number>

const recount = (cards: Cards, year: string): Readonly<Record<string, Tally>> => {
  const tallies: Record<string, Tally> = {}
  for (const card of cards.filter(({ registration }) => yearOf(registration.referredOn) === year)) {
    const tally = (tallies[card.registration.organisation] ??= {})
    for (const name of countsOf(card)) tally[name] = (tally[name] ?? 0) + 1
  }
  return tallies
}

/** Without what came and went again. */
const withoutZeros = (counters: ReadonlyMap<string, Readonly<Tally>>) =>
  Object.fromEntries(
    [...counters].map(([organisation, tally]) => [
      organisation,
      Object.fromEntries(Object.entries(tally).filter(([, count]) => count !== 0)),
    ]),
  )

/** Every version of every referral as its history has it, in some order, some of them twice. */
const versionsIn = async (service: Service, order: readonly number[]) => {
  const versions = (await itemsOf(service)).flatMap(({ id, history }) =>
    history.map((_, place) => ({ id, version: place + 1, history: history.slice(0, place + 1) })),
  )
  const doubled = [
    ...versions,
    ...versions.filter((_, place) => (order[place % order.length] ?? 0) % 3 === 0),
  ]
  return doubled
    .map((item, place) => ({ item, key: order[place % order.length] ?? 0 }))
    .toSorted((one, other) => one.key - other.key)
    .map(({ item }) => fromItem(item).referral)
}

/** Counted version by version, late, doubled and out of order, the figures are what a recount of the cards gives. */
export const expectFigures = async (service: Service, cards: Cards, order: readonly number[]) => {
  const figures = figuresStore(service.tables)
  const referrals = await versionsIn(service, order)
  const count = countReferral({ figures: ledger({ ...service.tables, generation: 1 }) })
  // A few at a time, so that they get in each other's way.
  for (let start = 0; start < referrals.length; start += 3)
    await Promise.all(referrals.slice(start, start + 3).map((each) => count(each)))
  const years: readonly ReportingYear[] = [
    ...new Set(cards.map(({ registration }) => yearOf(registration.referredOn))),
  ].filter(isReportingYear)
  for (const year of years)
    expect(withoutZeros(byOrganisation(await figures.yearTallies(year)))).toEqual(recount(cards, year))
}
