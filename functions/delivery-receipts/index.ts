import { recordReceipt } from '../../shared/actions/reminders/record-receipt.ts'
import { deliveryReceiptBody } from '../../shared/contracts/delivery-receipt.ts'
import { environments } from '../../shared/contracts/environment.ts'
import { problem } from '../../shared/contracts/problem.ts'
import { answer, answerProblem } from '../../shared/runtime/answer.ts'
import { apiHandler } from '../../shared/runtime/api.ts'
import { bears } from '../../shared/runtime/bearer.ts'
import { documentClient, secretString } from '../../shared/runtime/clients.ts'
import { systemClock } from '../../shared/runtime/clock.ts'
import { logger } from '../../shared/runtime/logger.ts'
import { reminderQueue } from '../../shared/runtime/reminder-queue.ts'
import { json } from '../../shared/runtime/request.ts'
import { contactsStore } from '../../shared/store/contacts-store.ts'

const environment = environments['delivery-receipts'].parse(process.env)
const token = secretString(environment.RECEIPTS_SECRET_ARN)
const dependencies = {
  contacts: contactsStore({ client: documentClient(), contacts: environment.CONTACTS_TABLE }),
  queue: reminderQueue(environment.REMINDER_QUEUE_URL),
  clock: systemClock,
}

/** What Notify calls an e-mail that did not arrive. An alarm counts them: many at once are no matter of one address. */
const failures = new Set(['permanent-failure', 'temporary-failure', 'technical-failure'])

/** GOV.UK Notify's word on what became of an e-mail. It brings a token of its own, agreed with Notify. */
export const handler = apiHandler<'delivery-receipts'>(undefined, {
  receiveDeliveryReceipt: async (event) => {
    if (!bears(event, await token()))
      return answerProblem(problem(401, 'This takes the bearer token agreed with Notify.'))
    const receipt = json(deliveryReceiptBody)(event)
    if (!receipt.ok) return answerProblem(receipt.problem)
    if (failures.has(receipt.value.status)) logger.warn('An e-mail was not delivered', { undelivered: 1 })
    await recordReceipt(dependencies)(receipt.value)
    return answer(200, { received: true })
  },
})
