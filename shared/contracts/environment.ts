import * as z from 'zod'

const name = z.string().min(1)
const table = { REFERRALS_TABLE: name }
const queue = { REMINDER_QUEUE_URL: z.url() }
const api = { ...table, ACCESS_LOG_TABLE: name }

/** The settings that each function finds in its environment: what is not listed it neither gets nor needs. */
export const environments = {
  referrals: z.object({ ...api, SAR_REGISTER_TABLE: name, ...queue }),
  returns: z.object({ ...api, CONTACTS_TABLE: name, ...queue }),
  reports: z.object({ ...api, SAR_REGISTER_TABLE: name, FIGURES_TABLE: name, CONTACTS_TABLE: name }),
  'delivery-receipts': z.object({ CONTACTS_TABLE: name, RECEIPTS_SECRET_ARN: name, ...queue }),
  'reminder-schedule': z.object(queue),
  'reminder-sender': z.object({
    ...table,
    CONTACTS_TABLE: name,
    NOTIFY_SECRET_ARN: name,
    NOTIFY_BASE_URL: z.url(),
    REMINDER_TEMPLATE_ID: z.uuid(),
    ESCALATION_TEMPLATE_ID: z.uuid(),
    URGENT_TEMPLATE_ID: z.uuid(),
    BRIEFING_TEMPLATE_ID: z.uuid(),
    SERVICE_URL: z.url(),
  }),
  recalculation: z.object({ ...table, UPKEEP_TABLE: name }),
  aggregator: z.object({ FIGURES_TABLE: name }),
} as const
