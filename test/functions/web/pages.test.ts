import { describe, expect, test } from 'vitest'
import { openPages } from '../../../functions/web/account.ts'
import { matchPage } from '../../../functions/web/match.ts'
import { pages } from '../../../functions/web/pages.ts'
import { homeOf, navigation } from '../../../functions/web/render/navigation.ts'
import { roles } from '../../../shared/domain/principal.ts'

const entries = Object.entries(pages)
const filledIn = (path: string) => path.replaceAll(/\{\w+\}/g, 'R-7K3M-9QXD')

describe.each(roles)('%s', (role) => {
  test('begins on a page that they may see', () => {
    const home = matchPage(pages, 'GET', homeOf(role), role)
    expect(home?.page.allowed).toContain(role)
  })

  test('is led by the navigation to pages that they may see', () => {
    const led = navigation[role].map(({ href }) => matchPage(pages, 'GET', href, role)?.page.allowed ?? [])
    expect(led.filter((allowed) => !allowed.includes(role))).toEqual([])
  })

  test('is given their own page where several roles have one at the same path', () => {
    const own = entries.filter(([, { allowed }]) => allowed.includes(role))
    const wrong = own.filter(([, { method, path }]) => {
      const found = matchPage(pages, method, filledIn(path), role)
      return !found?.page.allowed.includes(role)
    })
    expect(wrong.map(([name]) => name)).toEqual([])
  })
})

test('no role has two pages at one path', () => {
  const places = entries.flatMap(([, { method, path, allowed }]) =>
    allowed.map((role) => `${role} ${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`),
  )
  expect(places.length).toBeGreaterThan(20)
  expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([])
})

test('every page with somebody’s data is in the access log, and every change as an alteration or collection', () => {
  const unlogged = entries.filter(([, { path, logged }]) => path.includes('{id}') && logged === null)
  const changes = entries.filter(([, { method, logged }]) => method === 'POST' && logged === 'consultation')
  expect(unlogged.map(([name]) => name)).toEqual([])
  expect(changes.map(([name]) => name)).toEqual([])
})

test('no page stands where the API or the account’s own pages are', () => {
  const taken = entries.filter(
    ([, { method, path }]) =>
      /^\/(v1|assets|oauth|local|health)(\/|$)/.test(path) || `${method} ${path}` in openPages,
  )
  expect(taken.map(([name]) => name)).toEqual([])
})

describe('an address', () => {
  test('with a fixed part fits better than one with a name in its place', () => {
    const check = matchPage(pages, 'GET', '/referrals/R-7K3M-9QXD/outcome/check', 'force')
    expect(check).toMatchObject({ name: 'outcome check', params: { id: 'R-7K3M-9QXD' } })
  })

  test.each(['/referrals//', '/referrals/R-7K3M-9QXD/nothing', '/referrals/%zz', '/nothing', '//referrals'])(
    'that no page has is nowhere: %s',
    (path) => {
      expect(matchPage(pages, 'GET', path, 'force')).toBeUndefined()
    },
  )
})
