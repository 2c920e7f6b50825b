import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { routes } from '../../../shared/contracts/routes.ts'
import { lifecycle } from '../../../shared/domain/referral/lifecycle.ts'
import { lifecycleMarkdown } from '../../../shared/reports/lifecycle-text.ts'

test('the written life of a referral is the one that the service goes by (if not: npm run docs)', async () => {
  const written = await readFile(new URL('../../../docs/lifecycle.md', import.meta.url), 'utf8')
  expect(written).toBe(lifecycleMarkdown())
})

const routeOf = {
  acknowledge: routes.acknowledge,
  report_progress: routes.reportProgress,
  give_outcome: routes.giveOutcome,
  redirect: routes.redirect,
  withdraw: routes.withdraw,
  extend: routes.extend,
} as const

test.each(Object.entries(routeOf))(
  '%s may be called by the role that the lifecycle names, and by no other',
  (command, route) => {
    const row = Object.entries(lifecycle).find(([name]) => name === command)?.[1]
    expect(route.allowed).toEqual([row?.by])
  },
)
