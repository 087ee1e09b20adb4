// `npm test`: types, rules, fences, then every test on a real database and in a real browser.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const run = (command, args, env = {}) => spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1
const must = (command, args, env) => {
  const status = run(command, args, env)
  if (status !== 0) process.exit(status)
}

must('npm', ['run', '--silent', 'check'])
must('node', ['.run/browser.mjs'])
must('node', ['.run/build.mjs'])
// Said here and not in the configuration: a project that is not told otherwise takes one less than there are cores, which is one of two.
const status = run('vitest', ['run', '--config', '.config/vitest.config.ts', '--maxWorkers=2'])
const report = JSON.parse(readFileSync('.data/test-report.json', 'utf8'))
console.log(`\n${report.numPassedTests} passed, ${report.numFailedTests + report.numFailedTestSuites} failed`)
process.exit(status || (report.numPassedTests > 0 ? 0 : 1))
