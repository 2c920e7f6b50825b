import { reportingYearOf } from '../../shared/domain/reporting-year.ts'
import type { LocalDate } from '../../shared/domain/dates.ts'

/** What somebody who has just started the service wants to know: where it is, who they can be, and what to try. */
export const welcome = (url: string, today: LocalDate): string => `
  Ready at ${url}. The service's date is ${today}.

  Open ${url} in a browser and choose who you are, or call the API.

  Who you can be there (client credentials, secret "local"):
    ukfiu · force-<organisation code>, such as force-kent · sta-author · sta-approver · auditor

  Try:
    curl -s ${url}/health
    TOKEN=$(curl -s ${url}/oauth/token -d grant_type=client_credentials -d client_id=ukfiu -d client_secret=local | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
    curl -s ${url}/v1/referrals?overdue=very_overdue -H "Authorization: Bearer $TOKEN"
    curl -s ${url}/v1/assessments/${reportingYearOf(today)} -H "Authorization: Bearer $TOKEN"
    curl -s ${url}/local/mailbox

  README.md walks a referral from registering to the figures of the year. Ctrl-C stops; starting again carries on.
`
