import type { Registration, Risk } from '../../domain/referral/registration.ts'
import type {
  Erasure,
  ExtensionRequest,
  Redirection,
  Retention,
  Withdrawal,
} from '../../domain/referral/moves.ts'
import type { Acknowledgement, Outcome, ProgressReport } from '../../domain/referral/returns.ts'
import type { AccessEntry } from '../access-log.ts'
import type { ShownContact } from '../items.ts'
import type { ContactsBody, Decision, Freezing } from '../requests.ts'

type KeyOfEach<Union> = Union extends unknown ? keyof Union : never
type NotesOn<Body> = Readonly<Record<KeyOfEach<Body>, string>>

const noIdentities = 'Who the person is, and how to reach them, does not belong here.'

/*
 * What fields mean, for readers of the document. Apart from the schemas, because those are loaded with every function
 * and these are not; the types see to it that no field is without a note.
 */

export const registrationNotes = {
  sarReference: 'Put into upper case; unique with the organisation.',
  organisation: 'The code of an organisation: see `GET /v1/organisations`.',
  referredOn:
    'The day on which it was referred, in London; not in the future. It is day zero of every clock.',
  subjectType: 'What the person is to the organisation.',
  linkType: 'How the person is linked to what was reported.',
  identificationBasis: 'How it is known where the person works.',
  apparentConcern: 'What the report seems to be about.',
  glossaryCodes: 'UKFIU SAR glossary codes.',
  risk: 'How the risk was rated; leave out what was not.',
  severity: 'How serious it would be, if true.',
  suspicion: 'How strong the suspicion is.',
  reliability: 'How reliable the information is.',
  marking: 'The protective marking. Nothing above OFFICIAL-SENSITIVE is taken.',
  urgent: 'Whether the shorter clocks hold.',
  restricted: 'Whether, within the force, only users who are allowed restricted referrals may see it.',
  containsHmrcInformation: 'Whether it is kept out of what is published.',
  handling: 'Whether it may be shared; `C` needs `handlingConditions`.',
  handlingConditions: 'The conditions under which it may be shared.',
} as const satisfies NotesOn<Registration | Risk>

export const acknowledgementNotes = {
  personnelConfirmed: 'Whether the person is yours.',
  localReference: 'Your own reference for the enquiry.',
  expectedBy: 'When you expect to answer; today or later. It changes no date.',
} as const satisfies NotesOn<Acknowledgement>

export const progressReportNotes = {
  detailWithheld: 'True for a covert enquiry, which needs to say no more.',
  stage: 'How far the enquiry is.',
  nextUpdateOn: 'When you will say more: after today, and at most 92 days on. It becomes the date owed.',
  rationale: `What is going on. ${noIdentities}`,
} as const satisfies NotesOn<ProgressReport>

export const outcomeNotes = {
  subjectConfirmed:
    'Whether the person is yours. `not_our_personnel` is shown to the UKFIU as one to redirect.',
  evidenceOfCorruption: 'What the enquiry showed.',
  corruptionCategories: 'What kind of corruption. Corruption vulnerability is not financial vulnerability.',
  otherConcerns: 'What else the enquiry showed.',
  actions: 'What was done.',
  criminalOutcome: 'What came of it in criminal law.',
  proceedingType: 'Which proceedings were held.',
  findingLevel: 'What the proceedings found.',
  disciplinaryAction: 'What the proceedings imposed.',
  leftBeforeConclusion: 'Whether the person left before the end.',
  barredList: 'Whether the person was put on the barred list.',
  intelligenceValue: 'What the referral was worth to you.',
  linkAlreadyDeclared: 'Whether the business interest or association had been notified already.',
  concludedOn: 'When the enquiry was concluded: from the day of referral to today.',
  rationale: `Why. ${noIdentities}`,
  learning: `What others could learn from it. ${noIdentities}`,
} as const satisfies NotesOn<Outcome>

const reason = 'Why, as a code.'
const rationale = `Why, in words. ${noIdentities}`

export const redirectionNotes = {
  organisation: 'Who has the referral from now on: the code of another organisation.',
  reason,
  rationale,
} as const satisfies NotesOn<Redirection>

export const withdrawalNotes = { reason, rationale } as const satisfies NotesOn<Withdrawal>

export const extensionNotes = {
  workingDays: 'How many working days of the organisation the date is put off by.',
  reason,
  rationale,
} as const satisfies NotesOn<ExtensionRequest>

export const retentionNotes = {
  reason,
  rationale,
  nextReviewOn: 'When it comes up again: after today, and at most 60 months on.',
} as const satisfies NotesOn<Retention>

export const erasureNotes = { reason } as const satisfies NotesOn<Erasure>

export const contactNotes = {
  contacts: 'The holders, one for each role.',
  role: 'What the holder of the address is.',
  email: 'An address of the role rather than of a person, where there is one.',
  lastVerifiedOn: 'When somebody last vouched for it; null when nobody has.',
  failingSince: 'Since when e-mail to it comes back; left out when it does not.',
  briefingDueSince: 'Since when the holder is to be sent a briefing; left out once it is sent.',
} as const satisfies NotesOn<ShownContact | ContactsBody>

export const accessEntryNotes = {
  at: 'When.',
  requestId: 'The id of the request.',
  principal: 'Who.',
  route: 'What was asked for: the `operationId` of this document.',
  path: 'The path that was asked for.',
  processing: 'The kind of processing, in the words of section 62 of the Data Protection Act 2018.',
  status: 'The status answered: 403 and 404 tell of what somebody was not shown.',
  referrals: 'The referrals that were shown or changed.',
} as const satisfies NotesOn<AccessEntry>

export const freezingNotes = {
  asAt: 'The London day at whose end the figures stand: of the year or later, and not in the future.',
  note: 'What the edition is for, as its readers are to see it.',
} as const satisfies NotesOn<Freezing>

export const decisionNotes = {
  note: 'What was checked, or what is to be put right.',
} as const satisfies NotesOn<Decision>
