import * as z from 'zod'
import { office } from './access.ts'

const name = z.string().min(1)
const table = { REFERRALS_TABLE: name }
const queue = { REMINDER_QUEUE_URL: z.url() }
const api = { ...table, ACCESS_LOG_TABLE: name }

/** The offices to which each provider of identities may name people, as JSON. */
const offices = z
  .string()
  .transform((json): unknown => JSON.parse(json))
  .pipe(z.record(z.string(), z.array(office)))

/** The settings that each function finds in its environment: what is not listed it neither gets nor needs. */
export const environments = {
  referrals: z.object({ ...api, SAR_REGISTER_TABLE: name, DRAFTS_TABLE: name, ...queue }),
  returns: z.object({ ...api, CONTACTS_TABLE: name, ...queue }),
  reports: z.object({
    ...api,
    SAR_REGISTER_TABLE: name,
    FIGURES_TABLE: name,
    CONTACTS_TABLE: name,
    UPKEEP_TABLE: name,
  }),
  assessments: z.object({ ...api, FIGURES_TABLE: name, EDITIONS_TABLE: name, EDITIONS_BUCKET: name }),
  'delivery-receipts': z.object({ CONTACTS_TABLE: name, RECEIPTS_SECRET_ARN: name, ...queue }),
  web: z.object({
    ...api,
    SAR_REGISTER_TABLE: name,
    FIGURES_TABLE: name,
    EDITIONS_TABLE: name,
    EDITIONS_BUCKET: name,
    CONTACTS_TABLE: name,
    DRAFTS_TABLE: name,
    UPKEEP_TABLE: name,
    ...queue,
    SERVICE_URL: z.url(),
    SESSION_SECRET_ARN: name,
    SIGN_IN_ISSUER: z.url(),
    /** Where people are sent to sign in and out: the pages' forms may lead there. */
    SIGN_IN_ORIGIN: z.url(),
    SIGN_IN_CLIENT_ID: name,
  }),
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
  retention: z.object({ ...table, UPKEEP_TABLE: name }),
  aggregator: z.object({ FIGURES_TABLE: name }),
  reconcile: z.object({ ...table, FIGURES_TABLE: name }),
  rebuild: z.object({ ...table, FIGURES_TABLE: name }),
  canary: z.object({
    /** Where the service is found from outside. */
    WALK_ADDRESS: z.url(),
    TOKEN_URL: z.url(),
    CANARY_ORGANISATION: name,
    CANARY_SECRET_ARN: name,
  }),
  'pre-token': z.object({ SIGN_IN_OFFICES: offices, SIGN_INS_TABLE: name }),
  'unused-accounts': z.object({ SIGN_INS_TABLE: name }),
} as const
