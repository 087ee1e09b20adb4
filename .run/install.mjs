// Runs on the machine's own Node (20 or newer) before `npm start` and `npm test`: brings what the lock file names, once.
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const [major = 0] = process.versions.node.split('.').map(Number)
if (major < 20) {
  console.error(`Diese Software braucht Node 20 oder neuer; hier läuft ${process.versions.node}. Bitte Node aktualisieren: https://nodejs.org`)
  process.exit(1)
}

const stamp = 'node_modules/.installed'
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
const present = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted

if (!present) {
  console.log('Installiere die Pakete (einmalig, ein bis drei Minuten) …')
  const npm = process.env.npm_execpath ? [process.execPath, [process.env.npm_execpath]] : ['npm', []]
  const how = existsSync('node_modules') ? ['install', '--no-save'] : ['ci']
  const { status } = spawnSync(npm[0], [...npm[1], ...how, '--ignore-scripts'], { stdio: 'inherit', shell: process.platform === 'win32' && npm[0] === 'npm' })
  if (status !== 0) {
    console.error('Die Installation ist fehlgeschlagen. Ist das npm-Verzeichnis erreichbar? Danach bitte denselben Befehl erneut ausführen.')
    process.exit(status ?? 1)
  }
  writeFileSync(stamp, wanted)
}
