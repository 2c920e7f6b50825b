import type { Statement } from '../actions/read-statement.ts'
import { csvOf } from '../reports/csv.ts'

const columns = [
  'referral',
  'referredOn',
  'status',
  'owed',
  'owedOn',
  'overdue',
  'firstReturnDueOn',
  'firstReturnOn',
  'sent',
  'sentAt',
  'receipt',
]

/** A statement as a table: a row for each thing that was sent, or one for a referral nothing was sent of. */
export const statementCsv = ({ referrals }: Statement): string =>
  csvOf(
    columns,
    referrals.flatMap(({ id, owed, sent, ...line }) => {
      const referral = {
        ...line,
        referral: id,
        owed: owed?.what,
        owedOn: owed?.dueOn,
        overdue: owed ? String(owed.overdue) : '',
      }
      if (sent.length === 0) return [referral]
      return sent.map(({ what, receipt }) => ({
        ...referral,
        sent: what,
        sentAt: receipt.at,
        receipt: receipt.reference,
      }))
    }),
  )
