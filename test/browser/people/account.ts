import { describe, expect } from 'vitest'
import { checkPage } from '../support/check-page.ts'
import { serviceUrl } from '../support/service.ts'
import { signInAs } from '../support/sign-in.ts'
import { test } from '../support/test.ts'

describe('pages for everyone', () => {
  for (const path of ['/help', '/accessibility', '/cookies', '/signed-out', '/timed-out', '/nothing-here']) {
    test(`${path} keeps to every rule`, async ({ page }) => {
      await page.goto(path)
      await checkPage(page)
    })
  }
})

test('somebody whom nobody gave anything to do is told so, and how to get help', async ({ page }) => {
  await signInAs(page, 'nobody', '/referrals')
  expect(await page.locator('h1').textContent()).toBe('You don’t have access yet')
  await checkPage(page)
})

test('signing in leads to what was asked for, and signing out ends it at the provider too', async ({
  page,
}) => {
  await signInAs(page, 'force-kent', '/referrals?overdue=overdue')
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/referrals?overdue=overdue')
  await page.getByRole('button', { name: 'Sign out' }).click()
  expect(await page.locator('h1').textContent()).toBe('You are signed out')
  await page.goto('/referrals')
  expect(await page.locator('h1').textContent()).toBe('Choose who you are')
})

test('a first view is small, comes from nowhere else, and lets nothing inline run', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto('/help')
  await page.waitForLoadState('networkidle')
  const sizes = await Promise.all(asked.map(transferred))
  expect(asked.filter((url) => !url.startsWith(serviceUrl()))).toEqual([])
  expect(sizes.length).toBeGreaterThan(2)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(100_000)
  const { headers } = await fetch(`${serviceUrl()}/help`)
  expect(headers.get('content-security-policy')).toContain("script-src 'self'; style-src 'self'")
  expect(headers.get('content-security-policy')).not.toContain('unsafe')
  expect(headers.get('cache-control')).toBe('no-store')
})

/** What comes over the wire, compressed as a browser asks for it. */
const transferred = async (url: string): Promise<number> => {
  const response = await fetch(url, { headers: { 'accept-encoding': 'gzip' } })
  await response.arrayBuffer()
  return Number(response.headers.get('content-length'))
}

test('an address of the API that no route has is answered as the API answers', async () => {
  const response = await fetch(`${serviceUrl()}/v1/nothing`)
  expect(response.status).toBe(404)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
})
