import type {
  ApparentConcern,
  IdentificationBasis,
  LinkType,
  Marking,
  RiskLevel,
  SubjectType,
} from '../codes.ts'
import type { LocalDate } from '../dates.ts'

export type Risk = {
  readonly severity?: RiskLevel | undefined
  readonly suspicion?: RiskLevel | undefined
  readonly reliability?: RiskLevel | undefined
}

/** `P`: lawful sharing is permitted. `C`: only under the conditions given. */
export type Handling =
  { readonly handling: 'P' } | { readonly handling: 'C'; readonly handlingConditions: string }

/** What the UKFIU says when it passes one SAR reference to one organisation. */
export type Registration = Handling & {
  readonly sarReference: string
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
