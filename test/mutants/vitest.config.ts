import { defineConfig } from 'vitest/config'

/** The tests that mutants are tried against, one run after another. */
export default defineConfig({
  test: {
    include: (process.env['MUTANT_TESTS'] ?? '').split(' '),
    expect: { requireAssertions: true },
    testTimeout: 60_000,
  },
})
