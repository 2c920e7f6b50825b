import { psnisId, sussexsId } from './ids.ts'

const escalated = { on: '2026-07-07', rungs: ['escalation'] }

/** What is overdue on 14 July; of the reminders, only some. */
export const nonResponses = {
  asAt: '2026-07-14',
  organisations: [
    {
      code: 'psni',
      name: 'Police Service of Northern Ireland',
      oldestDays: 29,
      overdue: [
        {
          id: psnisId,
          referredOn: '2026-06-01',
          urgent: true,
          owed: 'first_return',
          dueOn: '2026-06-15',
          daysOverdue: 29,
          reminders: [{ on: '2026-06-16', rungs: ['overdue'] }, escalated],
          governance: false,
        },
      ],
    },
    {
      code: 'sussex',
      name: 'Sussex Police',
      oldestDays: 29,
      overdue: [
        {
          id: sussexsId,
          referredOn: '2026-06-01',
          urgent: false,
          owed: 'acknowledgement',
          dueOn: '2026-06-15',
          daysOverdue: 29,
          reminders: [{ on: '2026-06-16', rungs: ['overdue'] }, escalated],
          governance: false,
        },
      ],
    },
  ],
  silent: [],
  contactsToMend: [],
}

const psnisReminders =
  '2026-06-01 referred; 2026-06-04 overdue; 2026-06-08 due_soon; 2026-06-16 overdue; 2026-06-23 chase; 2026-07-07 escalation'
const sussexsReminders =
  '2026-06-02 referred; 2026-06-08 due_soon; 2026-06-16 overdue; 2026-06-23 chase; 2026-07-07 escalation'

export const nonResponsesAsCsv = [
  'organisation,name,silentForTwelveMonths,referral,referredOn,urgent,owed,dueOn,daysOverdue,governance,remindersSent,reminders',
  `psni,Police Service of Northern Ireland,false,${psnisId},2026-06-01,true,first_return,2026-06-15,29,false,6,${psnisReminders}`,
  `sussex,Sussex Police,false,${sussexsId},2026-06-01,false,acknowledgement,2026-06-15,29,false,5,${sussexsReminders}`,
  '',
].join('\r\n')
