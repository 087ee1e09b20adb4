// `npm run check`: the types, the linter, the fences between rooms, and what no file may say.
import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'

const run = (title, command, args) => {
  console.log(`\n— ${title}`)
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' } })
  return status === 0
}

const cruise = () => {
  console.log('\n— Grenzen der Räume')
  const { stdout, stderr, status } = spawnSync('depcruise', ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'apps', 'packages'], {
    encoding: 'utf8', maxBuffer: 1 << 28,
  })
  if (!stdout) return console.error(stderr), false
  const { summary } = JSON.parse(stdout)
  for (const v of summary.violations) console.error(`  ${v.rule.name}: ${v.from} → ${v.to}`)
  console.log(`  ${summary.totalCruised} Dateien, ${summary.totalDependenciesCruised} Wege`)
  // A cruiser that cannot read the compiler sees nothing and stays green.
  if (summary.totalCruised < 300) return console.error('  Zu wenige Dateien gesehen: der Lauf gilt nicht.'), false
  return status === 0 && summary.violations.length === 0
}

const tracked = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { encoding: 'utf8' }).stdout.split('\0').filter(Boolean)
const read = file => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** A city is data: its slug or name stands nowhere under apps/ and packages/. */
const cityNames = () => {
  const slugs = readdirSync('tenants', { withFileTypes: true }).filter(d => d.isDirectory() && !/^(_|framework$)/.test(d.name)).map(d => d.name)
  const pattern = new RegExp(`(${slugs.join('|')})`, 'i')
  return tracked.filter(file => /^(apps|packages)\//.test(file) && /\.(ts|tsx|mjs|css|json|sql|html)$/.test(file)).flatMap(file =>
    read(file).split('\n').flatMap((line, i) => (pattern.test(line) ? [`${file}:${i + 1} nennt eine Stadt: ${line.trim().slice(0, 80)}`] : [])),
  )
}

/** Settings are read in one place, the tenant is set in one place. */
const onlyIn = (pattern, allowed, message) =>
  tracked
    .filter(file => /^(apps|packages)\/.*\/src\/.*\.tsx?$/.test(file) && !/\.(test|fixture)\.tsx?$|\/(proofs|bench|gallery|e2e|sweeps)\//.test(file) && !allowed.test(file))
    .flatMap(file => (pattern.test(read(file)) ? [`${file}: ${message}`] : []))

const fences = () => {
  console.log('\n— Was keine Datei sagen darf')
  const faults = [
    ...cityNames(),
    ...onlyIn(/process\.env/, /^apps\/server\/src\/(env|build-web|start|main|worker|pack\.cli|sample\.cli|seed\.cli)\.ts$|^packages\/db\/src\/embedded\/|^packages\/testing\//, 'liest die Umgebung; das darf nur env.ts'),
    ...onlyIn(/set_config\(/, /^packages\/db\/src\/lane-opening\.ts$/, 'setzt die Stadt; das darf nur die eine Tür'),
  ]
  for (const fault of faults) console.error(`  ${fault}`)
  if (faults.length === 0) console.log('  nichts gefunden')
  return faults.length === 0
}

const passed = [run('Typen', 'turbo', ['run', 'typecheck', '--output-logs=errors-only', '--concurrency=2']), run('Regeln', 'oxlint', ['--quiet']), cruise(), fences()]
if (passed.includes(false)) process.exit(1)
