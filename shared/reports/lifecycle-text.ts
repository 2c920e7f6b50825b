import { lifecycle, type LifecycleRow } from '../domain/referral/lifecycle.ts'
import { outcomeRules } from '../domain/referral/outcome-rules.ts'
import { referralStatuses, type ReferralStatus } from '../domain/referral/referral.ts'

const rows = Object.entries(lifecycle)

const arrows = ([command, { by, from, to }]: [string, LifecycleRow]): string[] =>
  from.map((status) => `  ${status} --> ${to === 'same' ? status : to}: ${by} ${command}`)

const diagram = [
  'stateDiagram-v2',
  '  [*] --> awaiting_acknowledgement: ukfiu registers',
  ...rows.flatMap(arrows),
].join('\n')

const cell =
  (status: ReferralStatus) =>
  ([command, { by, from, to }]: [string, LifecycleRow]) =>
    from.includes(status) ? [`${by} \`${command}\`${to === 'same' ? '' : ` → \`${to}\``}`] : []

const table = referralStatuses
  .map((status) => `| \`${status}\` | ${rows.flatMap(cell(status)).join('<br>') || 'nothing more'} |`)
  .join('\n')

const rules = outcomeRules.map(({ name, statement }) => `- **${name}**: ${statement}`).join('\n')

/** How a referral lives and what an outcome has to keep to, written from the tables that the service goes by. */
export const lifecycleMarkdown =
  (): string => `<!-- Written by \`npm run docs\` from shared/domain/referral. -->

# The life of a referral

\`\`\`mermaid
${diagram}
\`\`\`

| status | what can be done |
|---|---|
${table}

# What an outcome keeps to

${rules}
`
