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
const status = run('vitest', ['run', '--config', '.config/vitest.config.ts'])
const report = JSON.parse(readFileSync('.data/test-report.json', 'utf8'))
console.log(`\n${report.numPassedTests} passed, ${report.numFailedTests + report.numFailedTestSuites} failed`)
process.exit(status || (report.numPassedTests > 0 ? 0 : 1))
