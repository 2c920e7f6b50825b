import type { ReminderMessage } from '../../contracts/messages.ts'
import type { ReminderDependencies } from './dependencies.ts'
import { sendBriefing } from './send-briefing.ts'
import { sendDigests } from './send-digests.ts'
import { sendReturned } from './send-returned.ts'
import { sendUrgent } from './send-urgent.ts'

/** Sends what a message of the reminder queue asks for; asked twice, it sends once. */
export const sendReminders =
  (dependencies: ReminderDependencies) =>
  (message: ReminderMessage): Promise<void> => {
    switch (message.kind) {
      case 'digest':
        return sendDigests(dependencies)(message)
      case 'urgent':
        return sendUrgent(dependencies)(message)
      case 'briefing':
        return sendBriefing(dependencies)(message)
      case 'returned':
        return sendReturned(dependencies)(message)
    }
  }
