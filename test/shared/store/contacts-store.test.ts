import { describe } from 'vitest'
import type { Contact } from '../../../shared/contracts/items.ts'
import { localDate } from '../../../shared/domain/dates.ts'
import type { ContactRole } from '../../../shared/domain/response-policy.ts'
import { contactsStore } from '../../../shared/store/contacts-store.ts'
import { test } from '../../support/engine.ts'

const holder = (role: ContactRole, email = `${role}@kent.example`): Contact => ({
  role,
  email,
  lastVerifiedOn: localDate('2026-04-07'),
})
const today = localDate('2026-06-01')

describe('the contacts of an organisation', () => {
  test('are none until somebody is named', async ({ expect, tables }) => {
    expect(await contactsStore(tables).of('kent')).toEqual([])
  })

  test('are those named last, of this organisation alone', async ({ expect, tables }) => {
    const contacts = contactsStore(tables)
    const unverified = { ...holder('unit_mailbox', 'psd@essex.example'), lastVerifiedOn: null }
    await contacts.put('kent', [holder('unit_mailbox', 'old@kent.example'), holder('head_of_unit')])
    await contacts.put('kent', [holder('unit_mailbox')])
    await contacts.put('essex', [unverified])
    expect(await contacts.of('kent')).toEqual([holder('unit_mailbox')])
    expect(await contacts.of('essex')).toEqual([unverified])
  })

  test('come from the desk upwards, however they were named', async ({ expect, tables }) => {
    const contacts = contactsStore(tables)
    await contacts.put('kent', [
      holder('chief_officers_office'),
      holder('unit_mailbox'),
      holder('head_of_unit'),
    ])
    const roles = (await contacts.of('kent')).map(({ role }) => role)
    expect(roles).toEqual(['unit_mailbox', 'head_of_unit', 'chief_officers_office'])
  })
})

describe('a contact whose mail comes back', () => {
  const both = [holder('unit_mailbox'), holder('head_of_unit')]

  test('is marked with the day it first did, and no other is', async ({ expect, tables }) => {
    const contacts = contactsStore(tables)
    await contacts.put('kent', both)
    await contacts.markFailing('kent', holder('unit_mailbox'), today)
    await contacts.markFailing('kent', holder('unit_mailbox'), localDate('2026-06-02'))
    expect(await contacts.of('kent')).toEqual([
      { ...holder('unit_mailbox'), failingSince: today },
      holder('head_of_unit'),
    ])
  })

  test('is not marked once the role has another address', async ({ expect, tables }) => {
    const contacts = contactsStore(tables)
    await contacts.put('kent', both)
    await contacts.markFailing('kent', holder('unit_mailbox', 'old@kent.example'), today)
    expect(await contacts.of('kent')).toEqual(both)
  })

  test('is forgotten when nobody holds the role, or nobody was ever named', async ({ expect, tables }) => {
    const contacts = contactsStore(tables)
    await contacts.put('kent', both)
    await contacts.markFailing('kent', holder('chief_officers_office'), today)
    expect(await contacts.of('kent')).toEqual(both)
  })
})
