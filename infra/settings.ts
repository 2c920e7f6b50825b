import type { Node } from 'constructs'
import * as z from 'zod'

/**
 * What differs from one deployment to the next, given as `cdk deploy -c name=value`. The defaults let the app
 * synthesize anywhere; none of them works in a real deployment. The Notify API key is not here: it is put into
 * its secret after the deployment.
 */
const Settings = z.strictObject({
  serviceUrl: z.url().default('https://service-url-not-set.invalid'),
  notifyBaseUrl: z.url().default('https://api.notifications.service.gov.uk'),
  reminderTemplateId: z.uuid().default('00000000-0000-4000-8000-000000000000'),
  escalationTemplateId: z.uuid().default('00000000-0000-4000-8000-000000000001'),
  urgentTemplateId: z.uuid().default('00000000-0000-4000-8000-000000000002'),
  briefingTemplateId: z.uuid().default('00000000-0000-4000-8000-000000000003'),
  signInDomain: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$/)
    .default('sar-outcomes'),
})
export type Settings = z.infer<typeof Settings>

/** Reads the settings from the CDK context of a construct; a value that can't be right stops the synthesis. */
export const readSettings = (node: Node): Settings =>
  Settings.parse(
    Object.fromEntries(Object.keys(Settings.shape).map((name) => [name, node.tryGetContext(name)])),
  )
