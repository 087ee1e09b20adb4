import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Begun last, one of these would run alone while the other worker has nothing left to do. */
const slow = [/sweeps\/cross-tenant\.test/, /db\/src\/(database|lanes)\.test/, /sweeps\/errors\.test/, /driver-chaos\.test/, /hostile\.test/, /e2e\/(listing|pages|website)\.test/]

const rankOf = ({ moduleId }: TestSpecification): number => {
  const place = slow.findIndex(name => name.test(moduleId))
  return place === -1 ? slow.length : place
}

/** A fresh checkout knows no times of earlier runs: the long ones are named here. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => rankOf(one) - rankOf(other))
  }
}

/** How many files run at once says the command line, since a project does not take it from here. */
export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    projects: ['packages/*', 'apps/*', './apps/city/vitest.e2e.config.ts'],
    sequence: { sequencer: LongestFirst },
    reporters: ['default', ['json', { outputFile: '.data/test-report.json' }]],
  },
})
