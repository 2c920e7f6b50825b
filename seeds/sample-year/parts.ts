import { bands, smallestBand, type Band, type Habit } from './assumptions.ts'
import { entriesOf } from './entries.ts'
import { randomFor, type Random } from './random.ts'

/** What an organisation is in the sample: how many referrals it gets in a year and how it answers them. */
export type Part = { readonly organisation: string; readonly referralsAYear: number; readonly habit: Habit }

const deal = (random: Random, { organisations, referralsAYear, withoutReferrals, habits }: Band): Part[] => {
  const dealt = entriesOf(habits).flatMap(([habit, count]) => Array.from({ length: count }, () => habit))
  const chosen = random.shuffled(organisations).slice(withoutReferrals)
  return chosen.map((organisation, place) => ({
    organisation,
    referralsAYear,
    habit: dealt[place % dealt.length] ?? 'steady',
  }))
}

/** The part of every organisation that gets referrals, by lot within its band: the same lot for every year of a seed. */
export const partsOf = (seed: number, organisations: readonly string[]): readonly Part[] => {
  const listed = new Set(bands.flatMap((band) => band.organisations))
  const others = organisations.filter((organisation) => !listed.has(organisation))
  const all = [...bands, { ...smallestBand, organisations: others }]
  return all.flatMap((band, place) => deal(randomFor(seed, 'parts', String(place)), band))
}
