import { defineConfig } from 'vitest/config'

/** The product as people meet it: the real server, a real database, a real browser. */
export default defineConfig({
  test: {
    name: 'journeys',
    environment: 'node',
    include: ['e2e/**/*.test.ts'],
    globalSetup: ['./e2e/product.setup.ts'],
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    /** A browser and a server beside another pair may take their time. */
    expect: { poll: { timeout: 10_000 } },
    /** After all other projects: a browser and a server beside them would share two cores. */
    sequence: { groupOrder: 1 },
  },
})
