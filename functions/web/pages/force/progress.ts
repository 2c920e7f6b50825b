import { readReferral } from '../../../../shared/actions/read-referral.ts'
import { reportReferralProgress } from '../../../../shared/actions/report-progress.ts'
import type { DraftValues } from '../../../../shared/contracts/draft.ts'
import { progressReportBody } from '../../../../shared/contracts/requests.ts'
import { addDays } from '../../../../shared/domain/dates.ts'
import { changeReferralBy } from '../../form/change-referral.ts'
import type { FormErrors } from '../../form/errors.ts'
import { date, text, yes } from '../../form/fields.ts'
import type { Dependencies } from '../../dependencies.ts'
import { moveTo, refuse, show, type PageRequest, type Serve } from '../../page.ts'

const fields = {
  stage: text('The stage', 'Choose the stage that the enquiry is at'),
  rationale: text('What has happened', 'Enter what has happened'),
  detailWithheld: yes('The answer', 'Choose whether you can say more'),
  nextUpdateOn: date('The date of your next update', 'Enter the date of your next update'),
}

const page = (
  { params, today }: Pick<PageRequest, 'params' | 'today'>,
  { reference }: Dependencies,
  values: DraftValues,
  errors: FormErrors = [],
  kept?: DraftValues,
) => {
  const id = params['id'] ?? ''
  /** The latest day of the next update. */
  const latest = addDays(today, reference.policy.nextUpdateWithinDays)
  const data = { id, latest, values, kept, back: `/referrals/${id}` }
  return show('pages/force/progress.njk', 'Report progress', data, { errors, referrals: [id] })
}

/** Nothing withheld unless it is said: a box that is not ticked is not sent at all. */
const asSent = (form: DraftValues): DraftValues => ({ detailWithheld: ['no'], ...form })

/** The form on which a force says that its enquiry goes on. */
export const showProgress: Serve = async (request, dependencies) => {
  const { principal, params, kept } = request
  const found = await readReferral(dependencies)(principal, params['id'] ?? '')
  if (!found.ok) return refuse(found.problem)
  const { id, owed } = found.value
  if (!owed) return moveTo(`/referrals/${id}`, [id])
  return page(request, dependencies, kept ?? {}, [], kept)
}

/** Reports progress. The same report sent again on the same day is one report. */
export const sendProgress = changeReferralBy({
  schema: progressReportBody,
  fields,
  act: reportReferralProgress,
  page,
  meant: asSent,
})
