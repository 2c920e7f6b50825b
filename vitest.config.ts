import { defineConfig } from 'vitest/config'

const project = (name: string, testTimeout: number) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.ts`], testTimeout, hookTimeout: testTimeout },
})

/** Tests that leave nothing behind in their process, so that one after another may use what was loaded for the first. */
const together = (name: string, testTimeout: number) => {
  const { test, extends: base } = project(name, testTimeout)
  return { extends: base, test: { ...test, isolate: false } }
}

/** Tests of the running service: `before` them all, what it runs is synthesized once. */
const running = (name: string, testTimeout: number, ...before: readonly string[]) => {
  const { test, extends: base } = project(name, testTimeout)
  return { extends: base, test: { ...test, globalSetup: ['test/support/assembly.ts', ...before] } }
}

export default defineConfig({
  test: {
    expect: { requireAssertions: true },
    // Two cores are what a machine that builds has at the least; of four files two mostly wait.
    maxWorkers: 4,
    projects: [
      together('shared', 20_000),
      project('functions', 20_000),
      together('infra', 60_000),
      together('seeds', 60_000),
      project('bench', 60_000),
      together('properties', 60_000),
      running('journeys', 240_000),
      running('browser', 60_000, 'test/browser/support/global-setup.ts'),
      // Short here, and long by `npm run trials`.
      running('trials', 60_000),
    ],
  },
})
