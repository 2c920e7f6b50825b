import type { LocalDate } from '../../shared/domain/dates.ts'
import { lastDayOf, firstDayOf, type ReportingYear } from '../../shared/domain/reporting-year.ts'
import { sharedWithAnother } from './registration-assumptions.ts'
import type { Part } from './parts.ts'
import { randomFor } from './random.ts'
import type { SampleContext } from './sample-context.ts'

/** One passing of a SAR to an organisation, before anything more is known of it. */
export type Call = {
  /** Its own in the sample: its draws go by it. */
  readonly name: readonly string[]
  readonly part: Part
  readonly referredOn: LocalDate
  readonly sarReference: string
  /** Whether another organisation is passed the same SAR. */
  readonly alsoElsewhere: boolean
}
type Unnumbered = Pick<Call, 'name' | 'part' | 'referredOn'> & { readonly shares: boolean }

/** Made up: it says SAMPLE, as no reference of a real SAR does, so that none can be taken for one. */
const sarReferenceOf = (year: ReportingYear, place: number): string =>
  `SAMPLE-${year.slice(0, 4)}-${String(place + 1).padStart(5, '0')}`

const callsTo = (seed: number, year: ReportingYear, part: Part, days: readonly LocalDate[]): Unnumbered[] =>
  Array.from({ length: part.referralsAYear }, (_, place) => {
    const name = [year, part.organisation, String(place)]
    const random = randomFor(seed, ...name, 'call')
    return { name, part, referredOn: random.oneOf(days), shares: random.happens(sharedWithAnother) }
  })

/** Numbers SARs in the order of their days; now and then one is passed to a second organisation. */
const numbered = (year: ReportingYear, calls: readonly Unnumbered[]): Call[] => {
  const isSecond = (place: number): boolean => {
    const [before, call] = [calls[place - 1], calls[place]]
    if (!call?.shares || !before || isSecond(place - 1)) return false
    return before.part.organisation !== call.part.organisation
  }
  return calls.map(({ name, part, referredOn }, place) => ({
    name,
    part,
    referredOn,
    sarReference: sarReferenceOf(year, isSecond(place) ? place - 1 : place),
    alsoElsewhere: isSecond(place) || isSecond(place + 1),
  }))
}

/** Every passing of a SAR in a year, on the UKFIU's working days of that year, in the order of time. */
export const callsOf = (year: ReportingYear, { seed, parts, ukfiuDays }: SampleContext): readonly Call[] => {
  const days = ukfiuDays.all.filter((date) => date >= firstDayOf(year) && date <= lastDayOf(year))
  const calls = parts.flatMap((part) => callsTo(seed, year, part, days))
  return numbered(
    year,
    calls.toSorted((a, b) => (a.referredOn < b.referredOn ? -1 : Number(a.referredOn > b.referredOn))),
  )
}
