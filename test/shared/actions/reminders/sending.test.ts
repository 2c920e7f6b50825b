import { describe } from 'vitest'
import type { ReminderDependencies } from '../../../../shared/actions/reminders/dependencies.ts'
import { readNonResponses } from '../../../../shared/actions/read-non-responses.ts'
import { referenceData } from '../../../../shared/runtime/reference-data.ts'
import { referralStore } from '../../../../shared/store/referral-store.ts'
import { givingOutcome, reportingProgress } from '../../../support/referrals.ts'
import { both, digest, one, refused, three, today, two, twoDue } from './due.ts'
import { holder, test } from './office.ts'

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

describe('a day of reminders', () => {
  test('is one e-mail for each recipient, however often and in whatever order it is asked for', async ({
    expect,
    office,
  }) => {
    await twoDue(office)
    const yesterday = { ...digest, on: '2026-06-11' }
    for (const message of [digest, yesterday, digest, yesterday]) await office.send(message)
    expect(office.sent('kent')).toEqual(both)
    expect(await office.recorded(one)).toEqual(['2026-06-05 overdue', `${today} chase`])
  })

  test('is one e-mail for two roles at one address, which lists each referral once', async ({
    expect,
    office,
  }) => {
    await twoDue(office, holder('head_of_unit', 'unit_mailbox@kent.police.example'))
    await office.send(digest)
    await office.send(digest)
    expect(office.sent('kent')).toEqual([`unit_mailbox ${one} ${two}`])
    expect(await office.recorded(one)).toContain(`${today} chase`)
  })

  test('is sent nobody twice, though somebody who shares an address stands in for another', async ({
    expect,
    office,
  }) => {
    await twoDue(
      office,
      holder('head_of_unit', refused),
      holder('deputy_chief_officer', 'unit_mailbox@kent.police.example'),
    )
    await office.send(digest)
    await office.send(digest)
    expect(office.sent('kent')).toEqual([`unit_mailbox ${one} ${two}`])
    expect(await office.recorded(one)).toContain(`${today} chase`)
  })

  test('stands still where there is nobody at all to write to, and says what to do', async ({
    expect,
    office,
  }) => {
    await twoDue(office)
    await office.contacts.put('kent', [])
    await office.contacts.put('ukfiu', [])
    await expect(office.send(digest)).rejects.toThrow('name one, then redrive')
    expect(await office.recorded(two)).toEqual([])
    await office.name('kent')
    await office.send(digest)
    expect(office.sent('kent')).toEqual(both)
  })
})

describe('Notify', () => {
  test('accepts an e-mail and its answer is lost: it is not sent again', async ({
    expect,
    office,
    notify,
  }) => {
    await twoDue(office)
    notify.faults.set([{ kind: 'lost_answer', times: 1, milliseconds: 0 }])
    await expect(office.send(digest)).rejects.toThrow('GOV.UK Notify')
    await office.send(digest)
    expect(office.sent('kent')).toEqual(both)
  })

  test.for(['server_error', 'too_many_requests', 'daily_limit'] as const)(
    'fails with a %s between two e-mails: the second follows later',
    async (kind, { expect, office, notify }) => {
      await twoDue(office)
      notify.faults.set([
        { kind: 'none', times: 1 },
        { kind, times: 1 },
      ])
      await expect(office.send(digest)).rejects.toThrow('GOV.UK Notify')
      expect(office.sent('kent')).toEqual(both.slice(0, 1))
      expect(await office.recorded(two)).toEqual([])
      await office.send(digest)
      expect(office.sent('kent')).toEqual(both)
    },
  )

  test('refuses an address: the next contact up is told, and the UKFIU has it on its list to mend', async ({
    expect,
    office,
    tables,
    clock,
  }) => {
    await twoDue(office, holder('unit_mailbox', refused))
    await office.send(digest)
    expect(office.sent('kent')).toEqual([`head_of_unit ${one} ${two}`])
    const { contactsToMend } = await readNonResponses({
      referrals: referralStore(tables),
      contacts: office.contacts,
      reference: referenceData,
      clock: office.dependencies.clock,
    })()
    expect(contactsToMend).toEqual([
      { organisation: 'kent', role: 'unit_mailbox', email: refused, failingSince: today },
    ])
    expect(clock.at).toContain(today)
  })
})

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
