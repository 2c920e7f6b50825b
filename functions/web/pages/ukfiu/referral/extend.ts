import { extendDate } from '../../../../../shared/actions/extend-date.ts'
import type { ReferralView } from '../../../../../shared/actions/view.ts'
import { extensionBody } from '../../../../../shared/contracts/requests.ts'
import { addWorkingDays } from '../../../../../shared/domain/calendar.ts'
import { inWords, type LocalDate } from '../../../../../shared/domain/dates.ts'
import { rulesOf, type ReferenceData } from '../../../../../shared/domain/rules.ts'
import { number, text } from '../../../form/fields.ts'
import { decisionForm } from '../decision-form.ts'

const fields = {
  workingDays: number('The number of working days', 'Choose by how many working days'),
  reason: text('The reason', 'Choose why you put it off'),
  rationale: text('Your reasons', 'Enter your reasons'),
}

const mostWorkingDays = 20

/** Every choice with the day that it leads to, so that nobody has to count. */
const choices = (reference: ReferenceData, { organisation, owed }: ReferralView, today: LocalDate) => {
  const { calendar } = rulesOf(reference, organisation)
  return Array.from({ length: owed ? mostWorkingDays : 0 }, (_, place) => {
    const days = place + 1
    const to = owed ? addWorkingDays(calendar, owed.dueOn, days) : today
    const past = to < today ? ', which is past already' : ''
    return {
      value: String(days),
      text: `${days} working ${days === 1 ? 'day' : 'days'}, to ${inWords(to)}${past}`,
    }
  })
}

/** On it the UKFIU puts off the date now owed, while there is one. */
export const extensionForm = decisionForm({
  schema: extensionBody,
  fields,
  act: extendDate,
  template: 'pages/ukfiu/referral/extend.njk',
  title: 'Put off the date',
  shown: (referral, reference, today) => {
    const { owed } = referral
    const first = { value: '', text: 'Choose by how much' }
    return owed ? { owed, choices: [first, ...choices(reference, referral, today)] } : undefined
  },
})
