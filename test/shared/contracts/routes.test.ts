import { describe, expect, test } from 'vitest'
import { routes, type Route } from '../../../shared/contracts/routes.ts'

const all: readonly Route[] = Object.values(routes)

/** Who may call what, as the contract's table has it. */
const table: readonly (readonly [string, string])[] = [
  ['POST /v1/referrals', 'ukfiu'],
  ['GET /v1/referrals', 'ukfiu force'],
  ['GET /v1/referrals/{id}', 'ukfiu force'],
  ['POST /v1/referrals/{id}/acknowledgement', 'force'],
  ['PUT /v1/referrals/{id}/outcome', 'force'],
  ['GET /v1/organisations', 'ukfiu force sta_author sta_approver auditor'],
  ['GET /v1/assessments/{year}', 'ukfiu sta_author sta_approver'],
]

describe('the routes', () => {
  test.each(table)('%s is for %s', (name, allowed) => {
    const route = all.find(({ method, path }) => `${method} ${path}` === name)
    expect(route?.allowed).toEqual(allowed.split(' '))
  })

  test('only these are open to everybody: health, the description of the contract, and the mail service with a token of its own', () => {
    const open = new Set(all.filter(({ allowed }) => allowed === 'public').map(({ path }) => path))
    expect([...open.difference(new Set(['/health', '/v1/openapi.json', '/v1/delivery-receipts']))]).toEqual(
      [],
    )
  })

  test('no two are the same', () => {
    expect(new Set(all.map(({ method, path }) => `${method} ${path}`)).size).toBe(all.length)
  })

  test('nobody but the UKFIU and forces comes near a single referral', () => {
    const single = all.filter(({ path }) => path.includes('/referrals'))
    const allowed = new Set(single.flatMap((route) => route.allowed))
    expect([...allowed].toSorted()).toEqual(['force', 'ukfiu'])
  })
})
