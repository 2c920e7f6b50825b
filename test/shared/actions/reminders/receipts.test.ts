import { describe } from 'vitest'
import { recordReceipt } from '../../../../shared/actions/reminders/record-receipt.ts'
import type { ReminderMessage } from '../../../../shared/contracts/messages.ts'
import { givingOutcome } from '../../../support/referrals.ts'
import { both, digest, one, today, two, twoDue } from './due.ts'
import { holder, test, type Office } from './office.ts'

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
