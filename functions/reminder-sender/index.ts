import { processPartialResponse, SqsFifoPartialProcessorAsync } from '@aws-lambda-powertools/batch'
import middy from '@middy/core'
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { sendReminders } from '../../shared/actions/reminders/send.ts'
import { environments } from '../../shared/contracts/environment.ts'
import { reminderMessage } from '../../shared/contracts/messages.ts'
import { documentClient, secretString } from '../../shared/runtime/clients.ts'
import { systemClock } from '../../shared/runtime/clock.ts'
import { correlationId, onBehalfOf } from '../../shared/runtime/correlation.ts'
import { logger } from '../../shared/runtime/logger.ts'
import { notifier } from '../../shared/runtime/notifier.ts'
import { referenceData } from '../../shared/runtime/reference-data.ts'
import { contactsStore } from '../../shared/store/contacts-store.ts'
import { referralStore } from '../../shared/store/referral-store.ts'

const environment = environments['reminder-sender'].parse(process.env)
const client = documentClient()
const notifyKey = secretString(environment.NOTIFY_SECRET_ARN)

const dependencies = async () => ({
  referrals: referralStore({ client, referrals: environment.REFERRALS_TABLE, changedIn: correlationId }),
  contacts: contactsStore({ client, contacts: environment.CONTACTS_TABLE }),
  notifier: notifier({ apiKey: await notifyKey(), baseUrl: environment.NOTIFY_BASE_URL }),
  reference: referenceData,
  clock: systemClock,
  templates: {
    digest: environment.REMINDER_TEMPLATE_ID,
    escalation: environment.ESCALATION_TEMPLATE_ID,
    urgent: environment.URGENT_TEMPLATE_ID,
    briefing: environment.BRIEFING_TEMPLATE_ID,
  },
  serviceUrl: environment.SERVICE_URL,
})

const sendOne = async ({ body, messageId, attributes }: SQSRecord): Promise<void> => {
  try {
    await sendReminders(await dependencies())(reminderMessage.parse(JSON.parse(body)))
  } catch (fault) {
    logger.error('Reminders could not be sent', { fault, messageId, organisation: attributes.MessageGroupId })
    throw fault
  }
}

const send = (record: SQSRecord): Promise<void> =>
  onBehalfOf(record.messageAttributes['correlationId']?.stringValue ?? record.messageId, () =>
    sendOne(record),
  )

/** Sends the reminders that were asked for; what fails stays in the queue, in its order for each organisation. */
export const handler = middy<SQSEvent, SQSBatchResponse>().handler(async (event, context) =>
  processPartialResponse(event, send, new SqsFifoPartialProcessorAsync(), {
    context,
    skipGroupOnError: true,
    throwOnFullBatchFailure: false,
  }),
)
