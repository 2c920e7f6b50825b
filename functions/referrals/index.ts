import { randomBytes } from 'node:crypto'
import { viewOf } from '../../shared/actions/read-referral.ts'
import { registerReferral } from '../../shared/actions/register-referral.ts'
import { environments } from '../../shared/contracts/environment.ts'
import { registrationBody } from '../../shared/contracts/requests.ts'
import { answer, answerRefusal } from '../../shared/runtime/answer.ts'
import { apiHandler } from '../../shared/runtime/api.ts'
import { documentClient } from '../../shared/runtime/clients.ts'
import { systemClock } from '../../shared/runtime/clock.ts'
import { endpoint, noParameters } from '../../shared/runtime/endpoint.ts'
import { referenceData } from '../../shared/runtime/reference-data.ts'
import { referralStore, sarRegister } from '../../shared/store/referral-store.ts'

const environment = environments.referrals.parse(process.env)
const tables = {
  client: documentClient(),
  referrals: environment.REFERRALS_TABLE,
  sarRegister: environment.SAR_REGISTER_TABLE,
}
const dependencies = {
  referrals: referralStore(tables),
  sarRegister: sarRegister(tables),
  reference: referenceData,
  clock: systemClock,
  randomBytes,
}

/** What the UKFIU writes. */
export const handler = apiHandler<'referrals'>({
  registerReferral: endpoint(
    { path: noParameters, query: noParameters, body: registrationBody },
    async ({ principal, body }) => {
      const registered = await registerReferral(dependencies)(principal, body)
      if (!registered.ok) return answerRefusal(registered.problem)
      const { created, referral } = registered.value
      const view = await viewOf(dependencies)(principal, referral)
      const headers = { location: `/v1/referrals/${referral.id}`, etag: `"${referral.version}"` }
      return answer(created ? 201 : 200, view, headers)
    },
  ),
})
