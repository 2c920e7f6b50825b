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

/** A force's word that it has the referral. It is not a return. */
export type Acknowledgement = {
  readonly personnelConfirmed: PersonnelConfirmation
  readonly localReference?: string | undefined
  readonly expectedBy?: LocalDate | undefined
}

/** A force's word that its enquiry goes on; of a covert one it may say no more than that, and when it will say more. */
export type ProgressReport = { readonly nextUpdateOn: LocalDate } & (
  | { readonly detailWithheld: false; readonly stage: ProgressStage; readonly rationale: string }
  | {
      readonly detailWithheld: true
      readonly stage?: ProgressStage | undefined
      readonly rationale?: string | undefined
    }
)

/** A force's answer: what its enquiry showed and what was done. */
export type Outcome = {
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
  readonly rationale: string
  readonly learning?: string | undefined
}

/** That a return came in: the London day, and how many working days after the referral. */
export type Received = { readonly on: LocalDate; readonly workingDays: number }
