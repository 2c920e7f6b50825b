import type { AccessEntry } from '../../../../shared/contracts/access-log.ts'
import type { ReferenceData } from '../../../../shared/domain/rules.ts'
import { roleNames } from '../../words/names.ts'
import { answerInWords, processingNames, requestInWords } from '../../words/requests.ts'

const roleOf = (role: AccessEntry['principal']['role']): string =>
  role === 'unknown' ? 'Without a role' : roleNames[role]

/** An entry of the access log in words: who, in which role and organisation, asked for what, and what came of it. */
export const entryInWords = (entry: AccessEntry, { organisations }: Pick<ReferenceData, 'organisations'>) => {
  const { at, principal, route, path, processing, status, referrals } = entry
  const { id, name, role, organisation } = principal
  return {
    at,
    personId: id,
    name: name === '' ? id : name,
    role: roleOf(role),
    organisation: organisation && (organisations.get(organisation)?.name ?? organisation),
    ...requestInWords(route),
    kind: processingNames[processing],
    path,
    answer: answerInWords(status),
    isAnswered: status < 400,
    status,
    referrals,
  }
}
