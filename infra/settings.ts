import type { Node } from 'constructs'
import * as z from 'zod'
import { identityProviders, machineClients } from './identity-providers.ts'
import { stages } from './stages.ts'

/** `-c` on the command line gives text, `cdk.context.json` what it says. */
const flag = z.union([z.boolean(), z.stringbool()])
const json = <Shape extends z.ZodType>(shape: Shape) =>
  z.preprocess((given) => (typeof given === 'string' ? parsed(given) : given), shape)
const list = <Shape extends z.ZodType>(shape: Shape) =>
  z.preprocess((given) => (typeof given === 'string' ? given.split(',').filter(Boolean) : given), shape)

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/**
 * What differs from one deployment to the next, given as `cdk deploy -c name=value` or in `cdk.context.json`. The
 * defaults let the app synthesize anywhere, with the protection of production; those with `not-set` or zeros in them
 * work in no real deployment. No secret is here: those are put into Secrets Manager after the deployment.
 */
const Settings = z.strictObject({
  stage: z.enum(stages).default('production'),
  serviceUrl: z.url().default('https://service-url-not-set.invalid'),
  /** Both or neither: the service's own name, and the certificate for it in the same region. */
  domainName: z.hostname().optional(),
  certificateArn: z.string().startsWith('arn:').optional(),
  /** The endpoint through which alone the service is then reached, in the VPC of whoever runs the network. */
  privateVpcEndpoint: z
    .string()
    .regex(/^vpce-[0-9a-f]{8,17}$/)
    .optional(),
  /** From one address in five minutes; a force's people may all come from one. */
  requestsPerAddress: z.coerce.number().int().min(100).max(2_000_000_000).default(3000),
  /** Whose own system the walk through the service is; it sees what that organisation may see of its own. */
  canaryOrganisation: z
    .string()
    .regex(/^[a-z]+(-[a-z]+)*$/)
    .default('nca'),
  /** Who is told of alarms and of the budget; a role's mailbox rather than a person's. */
  alarmEmail: z.email().optional(),
  /** US dollars a month; without it, the stage's own. */
  monthlyBudget: z.coerce.number().positive().optional(),
  notifyBaseUrl: z.url().default('https://api.notifications.service.gov.uk'),
  reminderTemplateId: z.uuid().default('00000000-0000-4000-8000-000000000000'),
  escalationTemplateId: z.uuid().default('00000000-0000-4000-8000-000000000001'),
  urgentTemplateId: z.uuid().default('00000000-0000-4000-8000-000000000002'),
  briefingTemplateId: z.uuid().default('00000000-0000-4000-8000-000000000003'),
  /** Years during which nobody can delete a file of an edition. */
  editionRetentionYears: z.coerce.number().int().min(1).max(99).default(10),
  signInDomain: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$/)
    .default('sar-outcomes'),
  /** Whether people can have accounts of the user pool's own, with a password and a code from an app. */
  localUsers: flag.default(true),
  identityProviders: json(identityProviders.default([])),
  machineClients: list(machineClients.default([])),
})
export type Settings = z.infer<typeof Settings>

/** The settings that make sense only together. */
const Coherent = Settings.refine(
  ({ domainName, certificateArn }) => (domainName === undefined) === (certificateArn === undefined),
  { error: 'Give domainName and certificateArn, or neither.', path: ['domainName'] },
).refine(({ localUsers, identityProviders: providers }) => localUsers || providers.length > 0, {
  error: 'Without localUsers nobody can sign in unless there are identityProviders.',
  path: ['localUsers'],
})

/** Reads the settings from the CDK context of a construct; a value that can't be right stops the synthesis. */
export const readSettings = (node: Node): Settings =>
  Coherent.parse(
    Object.fromEntries(Object.keys(Settings.shape).map((name) => [name, node.tryGetContext(name)])),
  )
