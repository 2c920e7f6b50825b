import type { NonResponse, NonResponses } from '../../../../../shared/actions/read-non-responses.ts'
import type { ReferenceData } from '../../../../../shared/domain/rules.ts'
import type { Rung } from '../../../../../shared/domain/response-policy.ts'
import type { PageRequest } from '../../../page.ts'
import { contactRoleNames } from '../../../words/names.ts'
import { ageInWords } from '../../../words/ages.ts'
import { ageBands, isInBand } from './age.ts'

/** A non-response as the board shows it, with the last reminder of it and who was told. */
export type Line = NonResponse & {
  readonly organisation: string
  readonly organisationName: string
  readonly age: string
  readonly last: { readonly on: string; readonly rung: Rung; readonly to: string } | undefined
  readonly escalated: boolean
}

const escalations: ReadonlySet<Rung> = new Set<Rung>(['escalation', 'final_escalation'])

/** A role in the middle of a sentence; one that begins with an abbreviation stays. */
export const inSentence = (name: string): string =>
  name.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())

/** Who a step of the ladder goes to, as a sentence has it. */
const recipients = ({ policy }: ReferenceData, rung: Rung): string => {
  const step = policy.ladder.find((each) => each.rung === rung)
  const names = (step?.to ?? []).map((role) => contactRoleNames[role])
  return names.map((name, place) => (place === 0 ? name : inSentence(name))).join(' and ')
}

/** The last step before the year's cut-off, which stands beside the ladder, or the cut-off when it is all there is. */
const lastOf = ({ reminders }: NonResponse, reference: ReferenceData): Line['last'] => {
  const steps = reminders.flatMap(({ on, rungs }) => rungs.map((rung) => ({ on, rung })))
  const last = steps.findLast(({ rung }) => rung !== 'cut_off') ?? steps.at(-1)
  return last && { ...last, to: recipients(reference, last.rung) }
}

/** Every non-response of the board, organisation by organisation. */
export const linesOf = ({ organisations }: NonResponses, reference: ReferenceData): readonly Line[] =>
  organisations.flatMap(({ code, name, overdue }) =>
    overdue.map((each) => {
      const last = lastOf(each, reference)
      return {
        ...each,
        organisation: code,
        organisationName: name,
        age: ageInWords(each.daysOverdue),
        last,
        escalated: last !== undefined && escalations.has(last.rung),
      }
    }),
  )

const standings: Readonly<Record<string, (line: Line) => boolean>> = {
  escalated: ({ escalated }) => escalated,
  governance: ({ governance }) => governance,
}

/** Whether a line is among those asked for; what isn't asked, or isn't known, narrows nothing. */
export const wantedBy = (query: PageRequest['query']) => {
  const band = ageBands.find(({ code }) => code === query['age'])
  const standing = standings[query['standing'] ?? '']
  return (line: Line): boolean =>
    (!query['organisation'] || line.organisation === query['organisation']) &&
    (!query['owed'] || line.owed === query['owed']) &&
    (!band || isInBand(band, line.daysOverdue)) &&
    (!standing || standing(line))
}
