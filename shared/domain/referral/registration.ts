import type {
  ApparentConcern,
  IdentificationBasis,
  LinkType,
  Marking,
  RiskLevel,
  SubjectType,
} from '../codes.ts'
import type { LocalDate } from '../dates.ts'
import type { Written } from './written.ts'

export type Risk = {
  readonly severity?: RiskLevel | undefined
  readonly suspicion?: RiskLevel | undefined
  readonly reliability?: RiskLevel | undefined
}

/** `P`: lawful sharing is permitted. `C`: only under the conditions given. */
export type Handling<Text = string> =
  { readonly handling: 'P' } | { readonly handling: 'C'; readonly handlingConditions: Text }

/** What the UKFIU says when it passes one SAR reference to one organisation. */
export type Registration<Text = string> = Handling<Text> & {
  readonly sarReference: Text
  readonly organisation: string
  readonly referredOn: LocalDate
  readonly subjectType: SubjectType
  readonly linkType: LinkType
  readonly identificationBasis: IdentificationBasis
  readonly apparentConcern: ApparentConcern
  readonly glossaryCodes: readonly string[]
  readonly risk?: Risk | undefined
  readonly marking: Marking
  readonly urgent: boolean
  readonly restricted: boolean
  readonly containsHmrcInformation: boolean
}

/** Whether nothing of a registration was erased. */
export const isWhole = (registration: Registration<Written>): registration is Registration =>
  registration.sarReference !== null &&
  (registration.handling === 'P' || registration.handlingConditions !== null)
