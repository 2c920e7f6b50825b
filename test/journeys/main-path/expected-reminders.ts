import { expectedReminders as reckoned, type ExpectedEmail } from '../../support/expected-reminders.ts'
import type { Case } from './cases.ts'

/** Every step of the journey is taken at ten or eleven in the morning, after the digests of the day. */
const time = '10:00'

const fileOf = (each: Case, id: string) => {
  const { organisation, registration, acknowledgedOn, answeredOn } = each
  return {
    id,
    organisation: organisation.code,
    unit: organisation.unit,
    referredOn: registration.referredOn,
    registeredAt: `${registration.referredOn} ${time}`,
    urgent: registration.urgent,
    happened: [
      ...(acknowledgedOn === undefined
        ? []
        : [{ kind: 'acknowledge' as const, at: `${acknowledgedOn} ${time}` }]),
      ...(answeredOn === undefined ? [] : [{ kind: 'outcome' as const, at: `${answeredOn} ${time}` }]),
    ],
  }
}

/** Every e-mail that should be sent up to a day, reckoned day by day. `idOf` gives a case's reference. */
export const expectedReminders = (
  cases: readonly Case[],
  idOf: (each: Case) => string,
  from: string,
  to: string,
): ExpectedEmail[] =>
  reckoned(
    cases.map((each) => fileOf(each, idOf(each))),
    from,
    to,
  )
