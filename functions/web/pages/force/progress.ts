import { readReferral } from '../../../../shared/actions/read-referral.ts'
import { reportReferralProgress } from '../../../../shared/actions/report-progress.ts'
import type { DraftValues } from '../../../../shared/contracts/draft.ts'
import { progressReportBody } from '../../../../shared/contracts/requests.ts'
import { addDays, type LocalDate } from '../../../../shared/domain/dates.ts'
import type { FormErrors } from '../../form/errors.ts'
import { date, errorsOf, readForm, text, yes } from '../../form/fields.ts'
import { moveTo, refuse, show, type Serve } from '../../page.ts'
import { receiptPath } from './receipt.ts'

const fields = {
  stage: text('The stage', 'Choose the stage that the enquiry is at'),
  rationale: text('What has happened', 'Enter what has happened'),
  detailWithheld: yes('The answer', 'Choose whether you can say more'),
  nextUpdateOn: date('The date of your next update', 'Enter the date of your next update'),
}

type Given = {
  readonly id: string
  readonly today: LocalDate
  /** The latest day of the next update. */
  readonly latest: LocalDate
}

const page = ({ id, latest }: Given, values: DraftValues, errors: FormErrors = [], kept?: DraftValues) =>
  show(
    'pages/force/progress.njk',
    'Report progress',
    { id, latest, values, kept, back: `/referrals/${id}` },
    { errors, referrals: [id] },
  )

/** Nothing withheld unless it is said: a box that is not ticked is not sent at all. */
const asSent = (form: DraftValues): DraftValues => ({ detailWithheld: ['no'], ...form })

/** The form on which a force says that its enquiry goes on. */
export const showProgress: Serve = async ({ principal, params, today, kept }, dependencies) => {
  const found = await readReferral(dependencies)(principal, params['id'] ?? '')
  if (!found.ok) return refuse(found.problem)
  const { id, owed } = found.value
  if (!owed) return moveTo(`/referrals/${id}`, [id])
  const latest = addDays(today, dependencies.reference.policy.nextUpdateWithinDays)
  return page({ id, today, latest }, kept ?? {}, [], kept)
}

/** Reports progress. The same report sent again on the same day is one report. */
export const sendProgress: Serve = async ({ principal, params, form, today }, dependencies) => {
  const id = params['id'] ?? ''
  const given = { id, today, latest: addDays(today, dependencies.reference.policy.nextUpdateWithinDays) }
  const body = readForm(progressReportBody, fields, asSent(form))
  if (!body.ok) return page(given, form, body.problem)
  const done = await reportReferralProgress(dependencies)(principal, id, body.value)
  if (done.ok) return moveTo(receiptPath(done.value.receipt), [id])
  const errors = errorsOf(done.problem, fields)
  return errors ? page(given, form, errors) : refuse(done.problem)
}
