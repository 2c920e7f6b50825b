import { describe } from 'vitest'
import { nameContacts } from '../../../../shared/actions/contacts.ts'
import { recordReceipt } from '../../../../shared/actions/reminders/record-receipt.ts'
import { deliveryReceiptBody } from '../../../../shared/contracts/delivery-receipt.ts'
import type { ReminderMessage } from '../../../../shared/contracts/messages.ts'
import { contactsBody } from '../../../../shared/contracts/requests.ts'
import { localDate } from '../../../../shared/domain/dates.ts'
import { referenceData } from '../../../../shared/runtime/reference-data.ts'
import { givingOutcome, ukfiuOfficer } from '../../../support/referrals.ts'
import { both, digest, one, today, two, twoDue } from './due.ts'
import { holder, test, type Office } from './office.ts'

/** What takes receipts; what they ask for is done at once, unless something else is to be done with it. */
const receiving = (
  { dependencies, send, contacts }: Office,
  ask: (message: ReminderMessage) => Promise<void> | void = send,
) => {
  const queue = {
    send: async (messages: readonly ReminderMessage[]) => {
      for (const message of messages) await ask(message)
    },
  }
  return recordReceipt({ contacts, queue, clock: dependencies.clock })
}
const failing = async ({ contacts }: Office) =>
  (await contacts.of('kent')).filter(({ failingSince }) => failingSince !== undefined).map(({ role }) => role)

describe('a delivery receipt', () => {
  const reference = `reminder/kent/${today}/unit_mailbox`
  const failed = { reference, to: 'unit_mailbox@kent.police.example', status: 'permanent-failure' }

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

  test('of a digest that has yet to be recorded does not have it told of twice', async ({
    expect,
    office,
    clock,
  }) => {
    await twoDue(office)
    const unable = () => Promise.reject(new Error('killed'))
    const { referrals } = office.dependencies
    await expect(office.send(digest, { referrals: { ...referrals, append: unable } })).rejects.toThrow()
    await receiving(office, () => undefined)(failed)
    await office.send(digest)
    await office.send({ kind: 'returned', organisation: 'kent', reference })
    expect(office.sent('kent')).toEqual([...both, `head_of_unit ${two}`])
    expect(await office.recorded(two)).toEqual([`${today} referred`])
    clock.at = '2026-06-15 08:00'
    await office.send({ ...digest, on: '2026-06-15' })
    expect(office.sent('kent')).toHaveLength(3)
  })
})

describe('a receipt of an e-mail that was sent before its address was verified', () => {
  const reference = `reminder/kent/${today}/unit_mailbox`
  const to = 'unit_mailbox@kent.police.example'
  const receipt = (created_at: string) =>
    deliveryReceiptBody.parse({ reference, to, status: 'permanent-failure', created_at })

  /** The unit vouches for the address it has, at ten in the morning. */
  const verifying = async ({ contacts, dependencies }: Office, clock: { at: string }) => {
    clock.at = `${today} 10:00`
    const named = (await contacts.of('kent')).map(({ role, email }) => ({ role, email }))
    const { clock: time } = dependencies
    const queue = { send: () => Promise.resolve() }
    const body = contactsBody.parse({ contacts: named })
    await nameContacts({ contacts, reference: referenceData, clock: time, queue })(ukfiuOfficer, 'kent', body)
  }

  test('repeated or late, does not put it on the list to mend again', async ({ expect, office, clock }) => {
    await twoDue(office)
    await office.send(digest)
    await receiving(office)(receipt(`${today}T07:00:01.123456Z`))
    expect(await failing(office)).toEqual(['unit_mailbox'])
    await verifying(office, clock)
    expect(await failing(office)).toEqual([])
    await receiving(office)(receipt(`${today}T07:00:01.123456Z`))
    clock.at = '2026-06-15 08:00'
    await receiving(office)(receipt(`${today}T07:00:01.123456Z`))
    expect(await failing(office)).toEqual([])
    expect(office.sent('kent')).toEqual([...both, `head_of_unit ${two}`])
  })

  test('has what it said passed on all the same, to the next contact up', async ({
    expect,
    office,
    clock,
  }) => {
    await twoDue(office)
    await office.send(digest)
    await verifying(office, clock)
    for (const _ of [1, 2]) await receiving(office)(receipt(`${today}T07:00:01.000000Z`))
    expect(await failing(office)).toEqual([])
    expect(office.sent('kent')).toEqual([...both, `head_of_unit ${two}`])
  })

  test.for([
    ['but one sent after it does', `${today}T09:00:00.000001Z`],
    ['but one that nobody can date does', 'yesterday'],
  ] as const)('%s', async ([, sentAt], { expect, office, clock }) => {
    await twoDue(office)
    await office.send(digest)
    await verifying(office, clock)
    await receiving(office)(receipt(sentAt))
    expect(await failing(office)).toEqual(['unit_mailbox'])
  })

  test('a day earlier, where only the day of verifying is known', async ({ expect, office }) => {
    await twoDue(office, { ...holder('unit_mailbox', to), lastVerifiedOn: localDate(today) })
    await office.send(digest)
    await receiving(office)(receipt('2026-06-11T07:00:00.000000Z'))
    expect(await failing(office)).toEqual([])
    await receiving(office)(receipt(`${today}T07:00:00.000000Z`))
    expect(await failing(office)).toEqual(['unit_mailbox'])
  })
})
