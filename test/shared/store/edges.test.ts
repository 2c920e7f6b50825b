import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect } from 'vitest'
import type { AccessEntry } from '../../../shared/contracts/access-log.ts'
import { accessLogStore } from '../../../shared/store/access-log.ts'
import { referralStore, sarRegister } from '../../../shared/store/referral-store.ts'
import { test } from '../../support/engine.ts'
import { given, inLondon, registering, rulesAt } from '../../support/referrals.ts'

const kent = rulesAt('kent')
const begun = given(registering({ organisation: 'kent', referredOn: '2026-04-07' }, { id: 'R-0000-0001' }))
const entry: AccessEntry = {
  at: inLondon('2026-05-01'),
  requestId: 'request-1',
  principal: { id: 'ukfiu', name: 'UKFIU officer', role: 'ukfiu' },
  route: 'readReferral',
  path: '/v1/referrals/R-0000-0001',
  processing: 'consultation',
  status: 200,
  referrals: ['R-0000-0001'],
}

describe('a range that runs backwards is empty, and no fault', () => {
  test('for the closed referrals, when the page before ended earlier than the first day asked for', async ({
    tables,
  }) => {
    const { ofOrganisation } = referralStore(tables)
    expect(await ofOrganisation('kent', '2026-04-07', '2025-01-01#R-0000-0001', 5)).toEqual([])
  })

  test('for the access log, when the page before ended later than the last day asked for', async ({
    tables,
  }) => {
    const stretch = { from: '2026-05-01T00:00:00.000Z#x', to: '2026-04-01T00:00:00.000Z', limit: 5 }
    expect(await accessLogStore(tables).ofPerson('ukfiu', stretch)).toEqual([])
  })
})

describe('an entry of the access log', () => {
  const ofReferral = { from: ' ', to: '9999', limit: 5 }

  test('may name a referral twice, as an import of the same row twice does', async ({ tables }) => {
    const log = accessLogStore(tables)
    await log.append({ ...entry, referrals: ['R-0000-0001', 'R-0000-0001'] })
    expect(await log.ofReferral('R-0000-0001', ofReferral)).toHaveLength(1)
  })

  test('appended again, as after a lost answer, is there once', async ({ tables }) => {
    const log = accessLogStore(tables)
    await log.append(entry)
    await log.append(entry)
    expect(await log.ofReferral('R-0000-0001', ofReferral)).toEqual([entry])
  })
})

test('entries that name many referrals are all read, though few of them fill a megabyte', async ({
  tables,
}) => {
  const referrals = Array.from(
    { length: 20_000 },
    (_, place) => `R-0000-${String(place % 10_000).padStart(4, '0')}`,
  )
  const moments = [1, 2, 3, 4, 5, 6].map((day) => inLondon(`2026-05-0${day}`))
  for (const at of moments) {
    const logged = { ...entry, at, referrals }
    const Item = { subject: 'R-0000-0001', entry: `${at}#request`, logged }
    await tables.client.send(new PutCommand({ TableName: tables.accessLog, Item }))
  }
  const found = await accessLogStore(tables).ofReferral('R-0000-0001', { from: ' ', to: '9999', limit: 10 })
  expect(found.map(({ at }) => at)).toEqual(moments)
})

test('a registration that meets another transaction can be tried again', async ({ tables }) => {
  let conflicts = 1
  tables.client.middlewareStack.add(
    (next) => async (request) => {
      if (conflicts === 0) return next(request)
      conflicts -= 1
      const CancellationReasons = [{ Code: 'None' }, { Code: 'TransactionConflict' }]
      throw new TransactionCanceledException({ message: 'conflict', $metadata: {}, CancellationReasons })
    },
    { step: 'initialize' },
  )
  const { register } = sarRegister(tables)
  expect(await register(begun.history[0], kent)).toEqual({ stored: false, taken: 'for_a_moment' })
  expect(await register(begun.history[0], kent)).toMatchObject({ stored: true })
})
