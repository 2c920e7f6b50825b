import { describe } from 'vitest'
import { readNonResponses } from '../../../../shared/actions/read-non-responses.ts'
import { referenceData } from '../../../../shared/runtime/reference-data.ts'
import { referralStore } from '../../../../shared/store/referral-store.ts'
import { both, digest, one, refused, today, two, twoDue } from './due.ts'
import { holder, test } from './office.ts'

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
