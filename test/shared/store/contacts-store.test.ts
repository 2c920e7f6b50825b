import { describe } from 'vitest'
import { localDate } from '../../../shared/domain/dates.ts'
import { contactsStore } from '../../../shared/store/contacts-store.ts'
import { test } from '../../support/engine.ts'

const holder = (email: string) =>
  ({ role: 'unit_mailbox', email, lastVerifiedOn: localDate('2026-04-07') }) as const

describe('the contacts of an organisation', () => {
  test('are none until somebody is named', async ({ expect, tables }) => {
    expect(await contactsStore(tables).of('kent')).toEqual([])
  })

  test('are those named last, of this organisation alone', async ({ expect, tables }) => {
    const contacts = contactsStore(tables)
    await contacts.put('kent', [holder('old@kent.example')])
    await contacts.put('kent', [holder('psd@kent.example')])
    await contacts.put('essex', [{ ...holder('psd@essex.example'), lastVerifiedOn: null }])
    expect(await contacts.of('kent')).toEqual([holder('psd@kent.example')])
    expect(await contacts.of('essex')).toEqual([{ ...holder('psd@essex.example'), lastVerifiedOn: null }])
  })
})
