import { defineConfig } from 'vitest/config'

const project = (name: string, testTimeout: number) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.ts`], testTimeout, hookTimeout: testTimeout },
})

const browser = project('browser', 60_000)

export default defineConfig({
  test: {
    expect: { requireAssertions: true },
    // A file each for two cores: what a machine that builds has at the least.
    maxWorkers: 2,
    projects: [
      project('shared', 20_000),
      project('functions', 20_000),
      project('infra', 60_000),
      project('seeds', 60_000),
      project('properties', 60_000),
      project('journeys', 240_000),
      { ...browser, test: { ...browser.test, globalSetup: 'test/browser/support/global-setup.ts' } },
    ],
  },
})
