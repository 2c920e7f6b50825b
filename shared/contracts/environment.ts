import * as z from 'zod'

const name = z.string().min(1)
const table = { REFERRALS_TABLE: name }
const api = { ...table, ACCESS_LOG_TABLE: name }

/** The settings that each function finds in its environment: what is not listed it neither gets nor needs. */
export const environments = {
  referrals: z.object({ ...api, SAR_REGISTER_TABLE: name }),
  returns: z.object({ ...api, CONTACTS_TABLE: name }),
  reports: z.object({ ...api, SAR_REGISTER_TABLE: name, FIGURES_TABLE: name, CONTACTS_TABLE: name }),
  'reminder-schedule': z.object({ REMINDER_QUEUE_URL: z.url() }),
  'reminder-sender': z.object({
    ...table,
    CONTACTS_TABLE: name,
    NOTIFY_SECRET_ARN: name,
    NOTIFY_BASE_URL: z.url(),
    REMINDER_TEMPLATE_ID: z.uuid(),
    SERVICE_URL: z.url(),
  }),
  recalculation: z.object({ ...table, UPKEEP_TABLE: name }),
  aggregator: z.object({ FIGURES_TABLE: name }),
} as const
