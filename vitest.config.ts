import { defineConfig } from 'vitest/config'

const project = (name: string, testTimeout: number) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.ts`], testTimeout, hookTimeout: testTimeout },
})

/** Tests of the running service: `before` them all, what it runs is synthesized once. */
const running = (name: string, testTimeout: number, ...before: readonly string[]) => {
  const { test, extends: base } = project(name, testTimeout)
  return { extends: base, test: { ...test, globalSetup: ['test/support/assembly.ts', ...before] } }
}

export default defineConfig({
  test: {
    expect: { requireAssertions: true },
    // Two cores are what a machine that builds has at the least; of three files one mostly waits.
    maxWorkers: 3,
    projects: [
      project('shared', 20_000),
      project('functions', 20_000),
      project('infra', 60_000),
      project('seeds', 60_000),
      project('bench', 60_000),
      project('properties', 60_000),
      running('journeys', 240_000),
      running('browser', 60_000, 'test/browser/support/global-setup.ts'),
      // Short here, and long by `npm run trials`.
      running('trials', 60_000),
    ],
  },
})
