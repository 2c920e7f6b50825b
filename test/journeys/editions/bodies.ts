/** A registration as it is sent, changed in some fields. */
export const aRegistrationBody = (fields: object): object => ({
  subjectType: 'police_officer',
  linkType: 'direct',
  identificationBasis: 'employer_stated_in_sar',
  apparentConcern: 'possible_corruption',
  handling: 'P',
  ...fields,
})

/** An outcome as it is sent, changed in some fields: no evidence of corruption when nothing else is said. */
export const anOutcomeBody = (fields: object): object => ({
  subjectConfirmed: 'current_personnel',
  evidenceOfCorruption: 'none',
  actions: ['intelligence_report'],
  criminalOutcome: 'none',
  proceedingType: 'none',
  findingLevel: 'not_applicable',
  disciplinaryAction: 'none',
  leftBeforeConclusion: 'no',
  barredList: 'not_applicable',
  intelligenceValue: 'already_known',
  linkAlreadyDeclared: 'not_applicable',
  rationale: 'Enquiries were made and are complete.',
  ...fields,
})
