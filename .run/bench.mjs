// `npm run bench`: ratios, measured in one run, against b and against what others do; see apps/server/src/bench.
import { spawnSync } from 'node:child_process'

const { status } = spawnSync(process.execPath, ['apps/server/src/bench/main.ts', ...process.argv.slice(2)], { stdio: 'inherit' })
process.exit(status ?? 1)
