import type { LocalDate } from '../../shared/domain/dates.ts'
import type { Organisation } from '../../shared/domain/organisation.ts'
import type { Handling, Registration, Risk } from '../../shared/domain/referral/registration.ts'
import { agencySubjectTypeShares, linkTypeShares, subjectTypeShares } from './assumptions.ts'
import type { Random } from './random.ts'
import {
  concernShares,
  glossaryCodeRates,
  handlingConditions,
  identificationShares,
  markingShares,
  rare,
  riskLevelShares,
  riskPartRecorded,
  riskRecorded,
} from './registration-assumptions.ts'

const riskFor = (random: Random): Risk | undefined => {
  if (!random.happens(riskRecorded)) return undefined
  const level = () => random.byShare(riskLevelShares)
  return {
    severity: level(),
    suspicion: random.happens(riskPartRecorded) ? level() : undefined,
    reliability: random.happens(riskPartRecorded) ? level() : undefined,
  }
}

const handlingFor = (random: Random): Handling =>
  random.happens(rare.handledUnderConditions)
    ? { handling: 'C', handlingConditions: random.oneOf(handlingConditions) }
    : { handling: 'P' }

/** Whether an organisation enforces the law without being a police force. */
export const isAgency = ({ kind }: Organisation): boolean => kind === 'law_enforcement_agency'

/** What the UKFIU registers about one SAR that it passes to one organisation. */
export const registrationFor = (
  random: Random,
  sarReference: string,
  organisation: Organisation,
  referredOn: LocalDate,
): Registration => ({
  sarReference,
  organisation: organisation.code,
  referredOn,
  subjectType: random.byShare(isAgency(organisation) ? agencySubjectTypeShares : subjectTypeShares),
  linkType: random.byShare(linkTypeShares),
  identificationBasis: random.byShare(identificationShares),
  apparentConcern: random.byShare(concernShares),
  glossaryCodes: random.each(glossaryCodeRates),
  risk: riskFor(random),
  ...handlingFor(random),
  marking: random.byShare(markingShares),
  urgent: random.happens(rare.urgent),
  restricted: random.happens(rare.restricted),
  containsHmrcInformation: random.happens(rare.containsHmrcInformation),
})
