import { describe } from 'vitest'
import { nameContacts } from '../../../../shared/actions/contacts.ts'
import { contactsBody } from '../../../../shared/contracts/requests.ts'
import type { ReminderMessage } from '../../../../shared/contracts/messages.ts'
import { referenceData } from '../../../../shared/runtime/reference-data.ts'
import { ukfiuOfficer } from '../../../support/referrals.ts'
import { one, refused, today, two, twoDue } from './due.ts'
import { test, type Office } from './office.ts'

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
