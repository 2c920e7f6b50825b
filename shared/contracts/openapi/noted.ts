import * as notes from './notes.ts'
import type { Part } from './schemas.ts'

/** What the fields of a schema mean, by name. */
export type Notes = Readonly<Record<string, string>>

/** The notes on the fields of each schema that is parsed with, by the schema's name in the document. */
export const notesOn: Readonly<Record<string, Notes>> = {
  RegistrationRequest: notes.registrationNotes,
  Registration: notes.registrationNotes,
  Referral: notes.registrationNotes,
  ChangedReferral: notes.registrationNotes,
  AcknowledgementRequest: notes.acknowledgementNotes,
  Acknowledgement: notes.acknowledgementNotes,
  ProgressReportRequest: notes.progressReportNotes,
  ProgressReport: notes.progressReportNotes,
  OutcomeRequest: notes.outcomeNotes,
  Outcome: notes.outcomeNotes,
  RedirectionRequest: notes.redirectionNotes,
  Redirection: notes.redirectionNotes,
  WithdrawalRequest: notes.withdrawalNotes,
  Withdrawal: notes.withdrawalNotes,
  ExtensionRequest: notes.extensionNotes,
  Extension: notes.extensionNotes,
  RetentionRequest: notes.retentionNotes,
  RetentionDecided: notes.retentionNotes,
  ErasureRequest: notes.erasureNotes,
  Erasure: notes.erasureNotes,
  ContactsRequest: notes.contactNotes,
  Contact: notes.contactNotes,
  FreezingRequest: notes.freezingNotes,
  DecisionRequest: notes.decisionNotes,
  AccessEntry: notes.accessEntryNotes,
}

const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const field = (schema: unknown, note: string | undefined, all: Notes): unknown => {
  const inside = noted(schema, all)
  return isPart(inside) && note !== undefined ? { description: note, ...inside } : inside
}

/** A schema with a note on each field that has none of its own, however deep it lies. */
export const noted = (schema: unknown, all: Notes): unknown => {
  if (Array.isArray(schema)) return schema.map((each) => noted(each, all))
  if (!isPart(schema)) return schema
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (key !== 'properties' || !isPart(value)) return [key, noted(value, all)]
      const fields = Object.entries(value).map(([name, inner]) => [name, field(inner, all[name], all)])
      return [key, Object.fromEntries(fields)]
    }),
  )
}
