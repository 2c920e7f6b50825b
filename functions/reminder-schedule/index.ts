import middy from '@middy/core'
import { queueDigests } from '../../shared/actions/reminders/queue-digests.ts'
import { environments } from '../../shared/contracts/environment.ts'
import { systemClock } from '../../shared/runtime/clock.ts'
import { onBehalfOf } from '../../shared/runtime/correlation.ts'
import { logger } from '../../shared/runtime/logger.ts'
import { referenceData } from '../../shared/runtime/reference-data.ts'
import { reminderQueue } from '../../shared/runtime/reminder-queue.ts'

const environment = environments['reminder-schedule'].parse(process.env)
const dependencies = {
  reference: referenceData,
  clock: systemClock,
  queue: reminderQueue(environment.REMINDER_QUEUE_URL),
}

/** Runs every day at 08:00 in London. */
export const handler = middy().handler(async (_event, { awsRequestId }): Promise<void> =>
  onBehalfOf(awsRequestId, async () => {
    const queued = await queueDigests(dependencies)()
    logger.info('Reminders asked for', { units: queued })
  }),
)
