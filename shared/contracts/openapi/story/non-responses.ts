import { psnisId, sussexsId } from './ids.ts'

const escalated = { on: '2026-07-07', rungs: ['escalation'] }

/** What is overdue on 14 July; of the reminders, only some. */
export const nonResponses = {
  asAt: '2026-07-14',
  organisations: [
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
  ],
  silent: [],
  contactsToMend: [],
}

export const nonResponsesAsCsv = [
  'organisation,name,referral,referredOn,urgent,owed,dueOn,daysOverdue,remindersSent,lastReminder,governance',
  `sussex,Sussex Police,${sussexsId},2026-06-01,false,acknowledgement,2026-06-15,29,5,escalation,false`,
  `psni,Police Service of Northern Ireland,${psnisId},2026-06-01,true,first_return,2026-06-15,29,6,escalation,false`,
  '',
].join('\r\n')
