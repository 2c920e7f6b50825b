import * as z from 'zod'
import { localDate } from './values.ts'

/** The reminder queue: what an answering unit is to be reminded of on a day, one message a day. */
export const reminderMessage = z.strictObject({ organisation: z.string(), on: localDate })
export type ReminderMessage = z.infer<typeof reminderMessage>
