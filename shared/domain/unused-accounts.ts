import { addDays, daysBetween, type LocalDate } from './dates.ts'

/** In days: an account that nobody uses for so long is looked at by a person. */
const longestUnused = 90

/** In days: what was not used for so long is forgotten. It was listed every week for a quarter of a year by then. */
const longestKnown = 180

type LastUse = { readonly lastOn: LocalDate }

/** The day on which the note of an account's last use may be forgotten. */
export const forgottenOn = (lastOn: LocalDate): LocalDate => addDays(lastOn, longestKnown)

export type Unused<Use> = {
  /** Not used for 90 days or more, the longest unused first. */
  readonly accounts: readonly Use[]
  /** How many of them the list of a week ago did not have. */
  readonly newly: number
  /** The days since anybody at all signed in; undefined where there is no note. */
  readonly quietDays: number | undefined
}

/** Which accounts have not been used for 90 days, as at a London day. */
export const unusedOn = <Use extends LastUse>(uses: readonly Use[], today: LocalDate): Unused<Use> => {
  const unusedFor = ({ lastOn }: Use) => daysBetween(lastOn, today)
  const accounts = uses
    .filter((use) => unusedFor(use) >= longestUnused && today < forgottenOn(use.lastOn))
    .toSorted((a, b) => unusedFor(b) - unusedFor(a))
  return {
    accounts,
    newly: accounts.filter((use) => unusedFor(use) < longestUnused + 7).length,
    quietDays: uses.length === 0 ? undefined : Math.min(...uses.map(unusedFor)),
  }
}
