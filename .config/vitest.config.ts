import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: '..',
    projects: ['packages/*', 'apps/*'],
    maxWorkers: 2,
    reporters: ['default', ['json', { outputFile: '.data/test-report.json' }]],
  },
})
