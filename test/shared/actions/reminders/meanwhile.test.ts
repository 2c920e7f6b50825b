import { describe } from 'vitest'
import type { ReminderDependencies } from '../../../../shared/actions/reminders/dependencies.ts'
import { givingOutcome, reportingProgress } from '../../../support/referrals.ts'
import { both, digest, one, three, today, two, twoDue } from './due.ts'
import { test } from './office.ts'

/** Does something else just before or after an e-mail is handed to Notify, once. */
const interrupting = (
  { notifier }: ReminderDependencies,
  step: { readonly before?: () => Promise<unknown>; readonly after?: () => Promise<unknown> },
): Pick<ReminderDependencies, 'notifier'> => ({
  notifier: {
    ...notifier,
    sendEmail: async (email) => {
      await step.before?.()
      const sent = await notifier.sendEmail(email)
      await step.after?.()
      return sent
    },
  },
})

const dying = () => Promise.reject(new Error('killed'))

describe('while a sender is at work', () => {
  test('an answer between sending and recording is not recorded as reminded of', async ({
    expect,
    office,
  }) => {
    await twoDue(office)
    const answer = {
      after: () => office.change(one, givingOutcome('2026-06-12 08:00')).catch(() => undefined),
    }
    await office.send(digest, interrupting(office.dependencies, answer))
    expect(await office.recorded(one)).toEqual(['2026-06-05 overdue'])
    expect(await office.recorded(two)).toEqual([`${today} referred`])
    await office.send({ ...digest, on: '2026-06-15' })
    expect(office.sent('kent')).toEqual(both)
  })

  test('so is a progress report, after which the ladder starts again', async ({ expect, office }) => {
    await twoDue(office)
    let done = false
    const after = async () => {
      if (!done) await office.change(one, reportingProgress('2026-06-12 08:00', '2026-07-01'))
      done = true
    }
    await office.send(digest, interrupting(office.dependencies, { after }))
    expect(await office.recorded(one)).toEqual(['2026-06-05 overdue'])
    await office.send({ ...digest, on: '2026-06-24' })
    expect(await office.recorded(one)).toEqual(['2026-06-05 overdue', '2026-06-24 due_soon'])
  })

  test('a referral registered before it tries again waits for the next day, and is not recorded unsent', async ({
    expect,
    office,
    clock,
  }) => {
    await twoDue(office)
    await expect(office.send(digest, interrupting(office.dependencies, { after: dying }))).rejects.toThrow(
      'killed',
    )
    await office.register(three, 'kent', today)
    clock.at = `${today} 10:05`
    await office.send(digest)
    expect(office.sent('kent')).toEqual(both)
    expect(await office.recorded(three)).toEqual([])
    clock.at = '2026-06-15 08:00'
    await office.send({ ...digest, on: '2026-06-15' })
    expect(office.sent('kent')).toEqual([...both, `unit_mailbox ${three}`])
    expect(await office.recorded(three)).toEqual(['2026-06-15 referred'])
  })
})
