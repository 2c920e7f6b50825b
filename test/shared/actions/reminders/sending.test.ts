import { describe } from 'vitest'
import { nameContacts } from '../../../../shared/actions/contacts.ts'
import type { ReminderDependencies } from '../../../../shared/actions/reminders/dependencies.ts'
import { recordReceipt } from '../../../../shared/actions/reminders/record-receipt.ts'
import { readNonResponses } from '../../../../shared/actions/read-non-responses.ts'
import { contactsBody } from '../../../../shared/contracts/requests.ts'
import type { ReminderMessage } from '../../../../shared/contracts/messages.ts'
import { referenceData } from '../../../../shared/runtime/reference-data.ts'
import { referralStore } from '../../../../shared/store/referral-store.ts'
import {
  acknowledging,
  givingOutcome,
  reminding,
  reportingProgress,
  ukfiuOfficer,
} from '../../../support/referrals.ts'
import { holder, test, type Office } from './office.ts'

const today = '2026-06-12'
const digest = { kind: 'digest', organisation: 'kent', on: today }
const one = 'R-0000-0001'
const two = 'R-0000-0002'
const three = 'R-0000-0003'
const refused = 'psd@kent-.example'

/** One to be chased, which goes to the unit and its head, and a new one, which goes to the unit. */
const twoDue = async (
  { name, register }: Office,
  ...different: Parameters<Office['name']> extends [string, ...infer Rest] ? Rest : never
) => {
  await name('kent', ...different)
  await register(one, 'kent', '2026-04-07', {}, acknowledging('2026-04-07 11:00'), reminding('2026-06-05'))
  await register(two, 'kent', '2026-06-11')
}
const both = [`unit_mailbox ${one} ${two}`, `head_of_unit ${one}`]

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

describe('an urgent referral', () => {
  const message = { kind: 'urgent', organisation: 'kent', referral: one }

  test('is told of at once and not again in the digest', async ({ expect, office }) => {
    await office.name('kent')
    await office.register(one, 'kent', today, { urgent: true })
    await office.send(message)
    await office.send(message)
    await office.send(digest)
    await office.send({ ...digest, on: '2026-06-15' })
    expect(office.sent('kent')).toEqual([`unit_mailbox ${one}`])
    expect(await office.recorded(one)).toEqual([`${today} referred`])
  })

  test('that the digest told of first has no e-mail of its own any more', async ({ expect, office }) => {
    await office.name('kent')
    await office.register(one, 'kent', '2026-06-11', { urgent: true })
    await office.send(digest)
    await office.send(message)
    expect(office.sent('kent')).toEqual([`unit_mailbox ${one}`])
  })

  test('is told of at once in the weeks of the cut-off too, and of the cut-off with the digest', async ({
    expect,
    office,
    clock,
  }) => {
    clock.at = '2026-04-08 10:00'
    await office.name('kent')
    await office.register(one, 'kent', '2026-03-31', { urgent: true })
    await office.send(message)
    expect(await office.recorded(one)).toEqual(['2026-04-08 referred'])
    await office.send({ ...digest, on: '2026-04-09' })
    expect(office.sent('kent')).toEqual([`unit_mailbox ${one}`, `unit_mailbox ${one}`, `head_of_unit ${one}`])
    expect(await office.recorded(one)).toContain('2026-04-09 cut_off')
  })

  test('of an organisation whose mailbox is refused goes to the next up', async ({ expect, office }) => {
    await office.name('kent', holder('unit_mailbox', refused))
    await office.register(one, 'kent', today, { urgent: true })
    await office.send(message)
    expect(office.sent('kent')).toEqual([`head_of_unit ${one}`])
  })
})

describe('a delivery receipt', () => {
  const reference = `reminder/kent/${today}/unit_mailbox`
  const failed = { reference, to: 'unit_mailbox@kent.police.example', status: 'permanent-failure' }

  const receiving = ({ dependencies, send, contacts }: Office) => {
    const queue = {
      send: async (messages: readonly ReminderMessage[]) => {
        for (const message of messages) await send(message)
      },
    }
    return recordReceipt({ contacts, queue, clock: dependencies.clock })
  }
  const failing = async ({ contacts }: Office) =>
    (await contacts.of('kent'))
      .filter(({ failingSince }) => failingSince !== undefined)
      .map(({ role }) => role)

  test('of a permanent failure passes on, once, what the next contact up was not told that day', async ({
    expect,
    office,
  }) => {
    await twoDue(office)
    await office.send(digest)
    for (const _ of [1, 2, 3]) await receiving(office)(failed)
    expect(office.sent('kent')).toEqual([...both, `head_of_unit ${two}`])
    expect(await failing(office)).toEqual(['unit_mailbox'])
  })

  test('again and again, up to somebody who can be reached', async ({ expect, office }) => {
    await twoDue(office)
    await office.send(digest)
    await receiving(office)(failed)
    const next = { reference: `${reference}/head_of_unit`, to: 'head_of_unit@kent.police.example' }
    for (const _ of [1, 2]) await receiving(office)({ ...failed, ...next })
    expect(office.sent('kent').slice(2)).toEqual([`head_of_unit ${two}`, `deputy_chief_officer ${two}`])
    await receiving(office)(failed)
    expect(office.sent('kent')).toHaveLength(4)
  })

  test('passes on the second e-mail that comes back from an address as well', async ({ expect, office }) => {
    await office.name('kent')
    await office.register(one, 'kent', today, { urgent: true })
    await office.register(two, 'kent', '2026-06-11')
    await office.send({ kind: 'urgent', organisation: 'kent', referral: one })
    await office.send(digest)
    await receiving(office)(failed)
    await receiving(office)({ ...failed, reference: `urgent/kent/${one}/unit_mailbox` })
    expect(office.sent('kent').slice(2)).toEqual([`head_of_unit ${two}`, `head_of_unit ${one}`])
  })

  test('leaves out what was answered meanwhile', async ({ expect, office }) => {
    await twoDue(office)
    await office.send(digest)
    await office.change(two, givingOutcome('2026-06-12 09:00', { concludedOn: today }))
    await receiving(office)(failed)
    expect(office.sent('kent')).toEqual(both)
    expect(await failing(office)).toEqual(['unit_mailbox'])
  })

  test('puts every role at its address on the list, and goes to one at another', async ({
    expect,
    office,
  }) => {
    await twoDue(office, holder('head_of_unit', failed.to))
    await office.send(digest)
    await receiving(office)(failed)
    expect(await failing(office)).toEqual(['unit_mailbox', 'head_of_unit'])
    expect(office.sent('kent').at(-1)).toBe(`deputy_chief_officer ${one} ${two}`)
  })

  test.for([
    ['of good news', { status: 'delivered' }],
    ['of a failure that may pass', { status: 'temporary-failure' }],
    ['of an e-mail nobody knows', { reference: 'reminder/kent/2020-01-01/somebody', to: 'x@y.example' }],
    ['without a reference', { reference: null }],
    ['of another service', { reference: 'welcome/2' }],
    ['of an address that is not in use any more', { to: 'former@kent.police.example' }],
  ] as const)('%s changes nothing', async ([, differing], { expect, office }) => {
    await twoDue(office)
    await office.send(digest)
    await receiving(office)({ ...failed, ...differing })
    expect(office.sent('kent')).toEqual(both)
    expect(await failing(office)).toEqual([])
  })
})

describe('a new holder of a role', () => {
  const named = (head: string) =>
    contactsBody.parse({
      contacts: [
        { role: 'unit_mailbox', email: 'unit_mailbox@kent.police.example' },
        { role: 'head_of_unit', email: head },
      ],
    })
  const naming = (office: Office, asked: ReminderMessage[]) =>
    nameContacts({
      contacts: office.contacts,
      reference: referenceData,
      clock: office.dependencies.clock,
      queue: { send: async (messages) => void asked.push(...messages) },
    })

  test('is briefed once on everything that is owed, and so is nobody else', async ({
    expect,
    office,
    notify,
  }) => {
    await twoDue(office)
    const asked: ReminderMessage[] = []
    await naming(office, asked)(ukfiuOfficer, 'kent', named('new_head@kent.police.example'))
    await naming(office, asked)(ukfiuOfficer, 'kent', named('new_head@kent.police.example'))
    notify.faults.set([{ kind: 'server_error', times: 1 }])
    const results = []
    for (const message of [...asked, ...asked]) results.push(await office.send(message).catch(() => 'failed'))
    expect(results.filter((result) => result === 'failed')).toHaveLength(1)
    expect(office.sent('kent')).toEqual([`new_head ${one} ${two}`])
    await naming(office, asked)(ukfiuOfficer, 'kent', named('new_head@kent.police.example'))
    for (const message of asked) await office.send(message)
    expect(office.sent('kent')).toHaveLength(1)
  })

  test('at an address that is refused is on the list to mend', async ({ expect, office }) => {
    await twoDue(office)
    const asked: ReminderMessage[] = []
    await naming(office, asked)(ukfiuOfficer, 'kent', named(refused))
    for (const message of [...asked, ...asked]) await office.send(message)
    expect(office.sent('kent')).toEqual([])
    expect((await office.contacts.of('kent'))[1]).toMatchObject({ email: refused, failingSince: today })
  })
})
