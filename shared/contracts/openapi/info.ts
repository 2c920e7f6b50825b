import { roles, type Role } from '../../domain/principal.ts'
import type { Part } from './schemas.ts'

export const scope = 'sar-outcomes/use'

export const info: Part = {
  title: 'SAR outcome feedback service',
  version: '1.0.0',
  license: { name: 'Not settled yet', identifier: 'LicenseRef-not-settled' },
  description: `When a suspicious activity report (SAR) shows the involvement of someone who works for the police, the UK Financial Intelligence Unit (UKFIU) refers it to that person's organisation and asks what became of it. This service takes the referral, the answer and every step in between, and adds up a year's answers for the national strategic threat assessment.

It never holds the SAR itself, who reported it, or who the person is: a SAR reference and coded answers are all there is.

**Formats.** JSON in UTF-8. Dates are \`YYYY-MM-DD\` and days are counted in London; instants are UTC. A field that is not known is refused, not dropped. Answers may gain fields: leave alone what you do not know.

**Refusals** are problem documents (RFC 9457) with a sentence that says what to do next, and a pointer to each bad field. A refused request has changed nothing.

**Versions.** Every change of a referral is a new version, which is its \`ETag\`. A correction of an outcome names the version it changes in \`If-Match\`.

**Receipts.** Each accepted answer earns a receipt. The same answer again changes nothing and earns the same receipt.

**Examples.** The examples of all operations are one story, in which references stay the same. They are sent to the running service whenever it is tested.`,
}

/** The audiences, as the operations are grouped by. */
const audiences: Readonly<Record<Role, readonly [tag: string, description: string]>> = {
  ukfiu: ['UKFIU', 'Register referrals, see who has not answered, redirect, withdraw, extend.'],
  force: ['Forces', 'See what is owed, acknowledge, report progress, give and correct outcomes.'],
  sta_author: ['Threat assessment', "Read a year's figures for the strategic threat assessment."],
  sta_approver: ['Threat assessment', "Read a year's figures for the strategic threat assessment."],
  auditor: ['Audit', 'See who looked at, changed or took away what.'],
}
const everybody = ['Everybody', 'What any caller may read.'] as const

/** The tags of an operation: one for each audience that may call it. */
export const tagsOf = (allowed: readonly Role[] | 'public'): readonly string[] =>
  allowed === 'public' || allowed.length === roles.length
    ? [everybody[0]]
    : [...new Set(allowed.map((role) => audiences[role][0]))]

export const tags: readonly Part[] = [
  ...new Map([...Object.values(audiences), everybody].map(([name, description]) => [name, description])),
].map(([name, description]) => ({ name, description }))

const scopes = { [scope]: 'Use the service' }

export const securitySchemes: Part = {
  oauth: {
    type: 'oauth2',
    description:
      "OAuth 2.0 bearer tokens (JWT). A force's own system gets one with its client credentials; a person signs in with the authorization code flow and PKCE. A token says which role its holder has and, for a force, of which organisation.",
    flows: {
      clientCredentials: { tokenUrl: '/oauth/token', scopes },
      authorizationCode: { authorizationUrl: '/oauth/auth', tokenUrl: '/oauth/token', scopes },
    },
  },
}
