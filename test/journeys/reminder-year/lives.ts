import organisationsFile from '../../../seeds/organisations.json' with { type: 'json' }
import { randomFor } from '../../../seeds/sample-year/random.ts'
import type { Happening } from '../../support/expected-reminders.ts'
import { daysOn } from '../../support/reference.ts'

/** Every step is taken at eleven in the morning in London, in summer and winter at ten or eleven by UTC. */
export const stepTime = '10:30'

export type Life = {
  readonly sarReference: string
  readonly organisation: string
  readonly unit: string
  readonly referredOn: string
  readonly registeredOn: string
  readonly urgent: boolean
  readonly happened: readonly (Happening & { readonly on: string })[]
  /** Where a redirection leads to. */
  readonly to: string
}

type Random = ReturnType<typeof randomFor>
type Step = Happening['kind']

/** What a force and the UKFIU do about a referral, in order, by how often it comes up. */
const behaviours: readonly (readonly [readonly Step[], number])[] = [
  [[], 5],
  [['acknowledge'], 4],
  [['acknowledge', 'outcome'], 4],
  [['outcome'], 2],
  [['acknowledge', 'progress', 'outcome'], 3],
  [['progress'], 2],
  [['progress', 'progress', 'progress', 'outcome'], 2],
  [['acknowledge', 'progress', 'progress'], 2],
  [['withdraw'], 1],
  [['acknowledge', 'withdraw'], 1],
  [['progress', 'withdraw'], 1],
  [['redirect'], 1],
  [['acknowledge', 'redirect'], 1],
  [['extend'], 2],
  [['extend', 'extend'], 1],
  [['extend', 'acknowledge', 'extend', 'outcome'], 1],
  [['acknowledge', 'extend', 'progress', 'extend'], 1],
  [['progress', 'extend', 'outcome'], 1],
]

const upTo = (random: Random, most: number): number =>
  random.oneOf(Array.from({ length: most }, (_, place) => place + 1))

const happen = (random: Random, registeredOn: string, longestGap: number): Life['happened'] => {
  let on = registeredOn
  return random.byWeight(behaviours).map((kind) => {
    on = daysOn(on, upTo(random, longestGap))
    return {
      kind,
      on,
      at: `${on} ${stepTime}`,
      next: daysOn(on, upTo(random, Math.min(92, longestGap * 2))),
      workingDays: upTo(random, 20),
    }
  })
}

export type Span = {
  readonly seed: number
  readonly from: string
  /** Registered in the first so many days. */
  readonly days: number
  readonly each: number
  /** The most days between one step and the next. */
  readonly longestGap: number
}

const { organisations } = organisationsFile

/** So many referrals to every organisation there is, each with a life of its own; the same for the same seed. */
export const livesOf = ({ seed, from, days, each, longestGap }: Span): readonly Life[] =>
  organisations.flatMap(({ code, respondedToBy }) =>
    Array.from({ length: each }, (_, place) => {
      const random = randomFor(seed, code, String(place))
      const registeredOn = daysOn(from, upTo(random, days))
      const others = organisations.filter((other) => other.code !== code)
      return {
        sarReference: `SAR/${seed}/${organisations.findIndex((one) => one.code === code)}/${place}`,
        organisation: code,
        unit: respondedToBy,
        referredOn: daysOn(
          registeredOn,
          random.byWeight([
            [0, 8],
            [-1, 1],
            [-9, 1],
          ]),
        ),
        registeredOn,
        urgent: random.byWeight([
          [false, 4],
          [true, 1],
        ]),
        happened: happen(random, registeredOn, longestGap),
        to: random.oneOf(others).code,
      }
    }),
  )

export const unitOf = (code: string): string =>
  organisations.find((one) => one.code === code)?.respondedToBy ?? code
