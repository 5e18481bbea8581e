import { availableParallelism } from 'node:os'

import { defineConfig } from 'vitest/config'

/** `*.test.ts` take moments; `*.system.test.ts` start programs or a browser or go through all of the real data: `npm run check` leaves them out. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'web/**/*.test.{ts,tsx}'],
    globalSetup: 'test/embedded-postgres.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Modules are loaded once a process, not once a file: that was most of the time. Tests keep nothing in them.
    isolate: false,
    maxWorkers: availableParallelism(),
  },
})
