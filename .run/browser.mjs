// The journeys need a Chromium. Debian as root gets it from the distribution; elsewhere one sentence says how.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']
const present = () => places.some(place => place && existsSync(place))

if (!present() && existsSync('/etc/debian_version') && process.getuid?.() === 0) {
  console.log('Installiere Chromium für die Prüfungen im Browser …')
  const apt = args => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  apt(['update', '-qq'])
  apt(['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'])
}
if (!present()) {
  console.error('Für die Prüfungen im Browser fehlt Chromium: bitte installieren (Debian/Ubuntu: apt install chromium, macOS: brew install --cask chromium) oder seinen Pfad in CHROMIUM angeben.')
  process.exit(1)
}
