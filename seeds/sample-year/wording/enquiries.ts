import type { Action, ProgressStage } from '../../../shared/domain/codes.ts'

/** Why an enquiry is not over yet, by how far it has come. `{who}` is the subject by kind. */
export const progressSentences: Readonly<Record<ProgressStage, readonly string[]>> = {
  assessing: [
    'Records are being checked and a decision on how to take this on will follow.',
    'The report is being assessed together with earlier intelligence about {who}.',
    'The financial investigator has been asked for a first view of the transactions.',
  ],
  under_investigation: [
    'Bank records have been asked for and have not all arrived.',
    'Audit of systems is done, and interviews are being planned.',
    'The enquiry goes on. Statements are being taken from those who made the payments.',
    'Devices are with the digital forensics unit, which has a waiting list.',
  ],
  awaiting_proceedings: [
    'The investigation is over and a hearing has been listed.',
    'The report has gone to the appropriate authority for a decision on proceedings.',
    'Papers are with the prosecutor, whose decision is awaited.',
  ],
  awaiting_another_body: [
    'Another agency leads on the criminal enquiry, and ours waits for its decision.',
    'The matter is with an independent body, which has yet to decide how it will be investigated.',
    'An enquiry has been made overseas and the answer is awaited.',
  ],
}

/** What was done, by the action's code. */
export const actionSentences: Readonly<Record<Action, readonly string[]>> = {
  intelligence_report: [
    'An intelligence report has been submitted.',
    'The information has been recorded as corruption intelligence.',
  ],
  criminal_investigation: [
    'A criminal investigation was opened on the strength of it.',
    'The matter was taken on as a criminal investigation.',
  ],
  misconduct_investigation: [
    'A misconduct investigation was carried out.',
    'The matter was assessed and investigated as misconduct.',
  ],
  vetting_review: ['Vetting has been reviewed.', 'The vetting unit was asked to review clearance.'],
  welfare_support: [
    'Welfare and money advice were offered and taken up.',
    'Support from occupational health has been arranged.',
  ],
  management_action: [
    'The line manager has given advice, and it is on record.',
    'Local management will review declared interests at the next appraisal.',
  ],
  reflective_practice: ['The matter was dealt with through the reflective practice review process.'],
  referred_to_iopc: ['The matter was referred to the Independent Office for Police Conduct.'],
  passed_to_another_body: ['What was found has been passed to the body concerned.'],
  no_action: ['No further action is needed.', 'The file is closed with no further action.'],
}

export const correctionSentences = {
  criminal: 'This corrects the earlier answer, now that the criminal investigation has moved on.',
  intelligence: 'This corrects the earlier answer after its intelligence value was looked at again.',
  evidence: 'This corrects the earlier answer after further records came to hand.',
} as const

export const learningPoints = [
  'Ask about business interests again at each change of role, not only on appointment.',
  'Speak to the bank’s fraud team early: it shortened this enquiry by weeks.',
  'Supervisors need a plain guide to the signs of money trouble, so that support is offered sooner.',
  'Audit of systems should start on the day of the referral, since some logs are kept for a short time.',
  'Notifying an association is easy to forget after a move between forces: vetting should ask at transfer.',
  'Joint meetings with the counter-corruption unit avoided two enquiries into the same account.',
  'Access to seized property should need two people, and the log should say who they were.',
  'A change of payroll provider should be notified to banks, to avoid needless reports.',
  'Gambling support is better taken up when it is offered apart from any conduct enquiry.',
  'Searches on systems by people on restricted duties should be checked at random.',
] as const
