import type {
  Action,
  BarredListEntry,
  CorruptionCategory,
  CriminalOutcome,
  Departure,
  DisciplinaryAction,
  EvidenceLevel,
  FindingLevel,
  IntelligenceValue,
  LinkDeclaration,
  OtherConcern,
  PersonnelConfirmation,
  ProceedingType,
  ProgressStage,
  SubjectConfirmation,
} from '../codes.ts'
import type { LocalDate } from '../dates.ts'
import type { Written } from './written.ts'

/** A force's word that it has the referral. It is not a return. */
export type Acknowledgement<Text = string> = {
  readonly personnelConfirmed: PersonnelConfirmation
  readonly localReference?: Text | undefined
  readonly expectedBy?: LocalDate | undefined
}

/** A force's word that its enquiry goes on; of a covert one it may say no more than that, and when it will say more. */
export type ProgressReport<Text = string> = { readonly nextUpdateOn: LocalDate } & (
  | { readonly detailWithheld: false; readonly stage: ProgressStage; readonly rationale: Text }
  | {
      readonly detailWithheld: true
      readonly stage?: ProgressStage | undefined
      readonly rationale?: Text | undefined
    }
)

/** A force's answer: what its enquiry showed and what was done. */
export type Outcome<Text = string> = {
  readonly subjectConfirmed: SubjectConfirmation
  readonly evidenceOfCorruption: EvidenceLevel
  readonly corruptionCategories: readonly CorruptionCategory[]
  readonly otherConcerns: readonly OtherConcern[]
  readonly actions: readonly Action[]
  readonly criminalOutcome: CriminalOutcome
  readonly proceedingType: ProceedingType
  readonly findingLevel: FindingLevel
  readonly disciplinaryAction: DisciplinaryAction
  readonly leftBeforeConclusion: Departure
  readonly barredList: BarredListEntry
  readonly intelligenceValue: IntelligenceValue
  readonly linkAlreadyDeclared: LinkDeclaration
  readonly concludedOn: LocalDate
  readonly rationale: Text
  readonly learning?: Text | undefined
}

/** That a return came in: the London day, and how many working days after the referral. */
export type Received = { readonly on: LocalDate; readonly workingDays: number }

const isWhole = (outcome: Outcome<Written>): outcome is Outcome =>
  outcome.rationale !== null && outcome.learning !== null

/** An outcome of which nothing was erased; undefined when something was, or there is none. */
export const wholeOutcome = (outcome: Outcome<Written> | null): Outcome | undefined =>
  outcome && isWhole(outcome) ? outcome : undefined
