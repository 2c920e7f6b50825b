import * as codes from '../../domain/codes.ts'
import * as meanings from './meanings.ts'

/** A list of codes, each with what people read. */
export type CodeList = Readonly<Record<string, string>>

/** Every list of codes, by its name among the components of the document. */
const codeLists: Readonly<Record<string, CodeList>> = {
  SubjectType: codes.subjectTypes,
  LinkType: codes.linkTypes,
  IdentificationBasis: codes.identificationBases,
  ApparentConcern: codes.apparentConcerns,
  RiskLevel: codes.riskLevels,
  Marking: codes.markings,
  Handling: meanings.handlings,
  PersonnelConfirmation: codes.personnelConfirmations,
  ProgressStage: codes.progressStages,
  SubjectConfirmation: codes.subjectConfirmations,
  EvidenceLevel: codes.evidenceLevels,
  CorruptionCategory: codes.corruptionCategories,
  OtherConcern: codes.otherConcerns,
  Action: codes.actions,
  CriminalOutcome: codes.criminalOutcomes,
  ProceedingType: codes.proceedingTypes,
  FindingLevel: codes.findingLevels,
  DisciplinaryAction: codes.disciplinaryActions,
  Departure: codes.departures,
  /** Of the barred list and of a declared link alike: the two lists have the same codes. */
  YesNoOrNotApplicable: codes.barredListEntries,
  IntelligenceValue: codes.intelligenceValues,
  RedirectReason: codes.redirectReasons,
  WithdrawalReason: codes.withdrawalReasons,
  ExtensionReason: codes.extensionReasons,
  RetentionReason: codes.retentionReasons,
  ErasureReason: codes.erasureReasons,
  ReferralStatus: meanings.referralStatuses,
  Owable: meanings.owables,
  OverdueBand: meanings.overdueBands,
  EventType: meanings.eventTypes,
  Division: meanings.divisions,
  Role: meanings.roles,
  RoleInTheLog: meanings.rolesInTheLog,
  ContactRole: meanings.contactRoles,
  OrganisationRole: meanings.organisationRoles,
  Processing: meanings.processings,
  RowTaken: meanings.rowResults,
  Rung: meanings.rungs,
}

const listing = (list: CodeList): string =>
  Object.entries(list)
    .map(([code, label]) => `- \`${code}\`: ${label}`)
    .join('\n')

/** The lists with these names as components: each code with its label in the description. */
export const codeListComponents = (isWanted: (name: string) => boolean): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(codeLists)
      .filter(([name]) => isWanted(name))
      .map(([name, list]) => [name, { type: 'string', enum: Object.keys(list), description: listing(list) }]),
  )

const inOrder = (values: readonly unknown[]): string => values.map(String).toSorted().join(' ')

/** The list that has exactly these codes, by name; undefined when there is none. */
export const codeListOf = (values: readonly unknown[]): string | undefined =>
  Object.entries(codeLists).find(([, list]) => inOrder(Object.keys(list)) === inOrder(values))?.[0]
