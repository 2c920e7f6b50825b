import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { clientOptions } from '../../../infra/local/engines/client-options.ts'
import { resourcesOf } from '../../infra/constructs/synthesized.ts'
import { endpointsOf } from '../../support/engines.ts'
import { openOffice, type Office } from './office-hours.ts'

/** What becomes of e-mail that can't be delivered, as Notify's receipts tell the running service. */

let office: Office
const today = '2026-02-02'
beforeAll(async () => {
  office = await openOffice()
  await office.clockTo(`${today}T10:00:00Z`)
})
afterAll(() => office.close())

const answer = z.object({
  contactsToMend: z.array(z.looseObject({ organisation: z.string(), role: z.string() })),
})

describe('an address from which mail comes back', () => {
  const failing = 'perm-fail@simulator.notify'
  const holders = (email: string) => [
    { role: 'unit_mailbox', email },
    { role: 'head_of_unit', email: 'head-of-psd@norfolk.police.example' },
  ]
  const toMend = async () =>
    answer.parse(await office.must(200, office.as('ukfiu', 'GET', '/v1/non-responses'))).contactsToMend
  let returned: object = {}

  /** The token agreed with Notify, as the service's own function reads it. */
  const agreedToken = async () => {
    const secrets = resourcesOf('AWS::SecretsManager::Secret', z.object({ Description: z.string() }))
    const [id] = [...secrets].find(([, { Description }]) => Description.includes('delivery receipts')) ?? []
    const client = new SecretsManagerClient(clientOptions(endpointsOf(office.service).secretsManager))
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: id }))
    client.destroy()
    return SecretString
  }
  const receive = async (receipt: object, token: string | undefined) => {
    const { status } = await office.service.call('POST', '/v1/delivery-receipts', receipt, token)
    await office.drained()
    return status
  }

  const told = async (id: string) =>
    (await office.mailbox()).filter(({ about }) => about.includes(id)).map(({ on, to }) => `${on} ${to}`)

  test('comes onto the list to mend, and what was sent there goes to the next contact up', async () => {
    const id = await office.register('norfolk', today)
    // The new holder is sent a briefing, which comes back.
    await office.nameContacts('norfolk', holders(failing))
    await office.drained()
    expect(await toMend()).toEqual([
      { organisation: 'norfolk', role: 'unit_mailbox', email: failing, failingSince: today },
    ])
    const both = [`${today} ${failing}`, `${today} head-of-psd@norfolk.police.example`]
    expect((await told(id)).slice(0, 2)).toEqual(both)
    const mail = (await office.mailbox()).find(({ to }) => to === failing)
    const fields = { reference: mail?.reference, to: failing, status: 'permanent-failure' }
    returned = { ...fields, created_at: `${today}T10:00:00.000000Z` }
  })

  test('stays off the list once it was verified, whatever receipts of before are repeated', async () => {
    await office.nameContacts('norfolk', holders(failing))
    await office.drained()
    const token = await agreedToken()
    const before = await office.mailbox()
    for (const _ of [1, 2]) expect(await receive(returned, token)).toBe(200)
    expect(await toMend()).toEqual([])
    expect(await office.mailbox()).toEqual(before)
  })

  test.each([
    ['of an e-mail nobody knows', { reference: 'reminder/norfolk/2020-01-01/unit_mailbox' }],
    ['of another address', { to: 'somebody@else.example' }],
    ['of another service', { reference: 'welcome/2' }],
    ['without a reference', { reference: null }],
    ['of good news', { status: 'delivered' }],
  ])('a receipt %s changes nothing', async (_, differing) => {
    const before = await office.mailbox()
    expect(await receive({ ...returned, ...differing }, await agreedToken())).toBe(200)
    expect(await toMend()).toEqual([])
    expect(await office.mailbox()).toEqual(before)
  })

  test('comes back on it when what is sent there after that fails as well', async () => {
    const id = await office.register('norfolk', today)
    await office.clockTo('2026-02-03T10:00:00Z')
    const on = '2026-02-03'
    expect(await toMend()).toMatchObject([{ email: failing, failingSince: on }])
    expect(await told(id)).toEqual([`${on} ${failing}`, `${on} head-of-psd@norfolk.police.example`])
  })

  test('a receipt that brings another token than the one agreed is refused', async () => {
    const before = (await office.mailbox()).length
    const fresh = {
      ...returned,
      reference: 'reminder/norfolk/2026-02-03/head_of_unit',
      created_at: undefined,
    }
    for (const token of ['wrong', undefined, await office.service.token('ukfiu')])
      expect(await receive(fresh, token)).toBe(401)
    expect(await receive({ status: 'permanent-failure' }, await agreedToken())).toBe(422)
    expect((await office.mailbox()).length).toBe(before)
  })
})
