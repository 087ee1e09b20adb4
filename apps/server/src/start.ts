import { resolve } from 'node:path'
import closeWithGrace from 'close-with-grace'
import { boot, type Running } from './boot.ts'
import { buildWeb } from './build-web.ts'
import { readEnv } from './env.ts'
import { applyAllPacks } from './features/packs/apply-all.ts'
import { endStart } from './start-failure.ts'
import { ensureSample, type SampleLink } from './sample/sample.ts'

/** `npm start`: everything a newcomer needs, in one process, and at the end where to click. */
const root = resolve(import.meta.dirname, '../../..')
const env = readEnv(process.env)
const begun = performance.now()
const log = (message: string) => console.log(`  ${message}`)

console.log('Digitallotsen startet …')
await buildWeb(root, log)

let links: SampleLink[] = []
const starting = boot({
  env,
  root,
  log,
  prepare: database => applyAllPacks(database.operatorLanes, env.TENANTS_DIR, log),
  furnish: async services => {
    if (!env.NO_SAMPLE && !env.DATABASE_URL) links = await ensureSample(services, log)
  },
})
// From the beginning: a signal during the start would leave the database running.
let isEnding = false
closeWithGrace({ delay: 10_000, logger: false }, async () => {
  isEnding = true
  await (await starting).close()
})
const running = await starting.catch((error: unknown) => endStart(error, env.DATA_DIR))

const greet = async ({ services, port }: Running): Promise<void> => {
  const cities = await services.cities.list()
  const origin = (host: string) => `http://${host}:${port}`
  const wide = Math.max(...cities.map(city => city.pack.name.length), 'Konsole'.length)
  console.log(`\nBereit nach ${((performance.now() - begun) / 1000).toFixed(1).replace('.', ',')} s. Hier anklicken:\n`)
  for (const { pack } of cities) console.log(`  ${pack.name.padEnd(wide)}  ${origin(pack.hosts[0] ?? '')}`)
  console.log(`  ${'Konsole'.padEnd(wide)}  ${origin(env.CONSOLE_HOST)}`)
  if (links.length > 0) {
    console.log('\nMusterdaten sind angelegt. Anmelden mit einem Klick (jeder Link gilt einmal, 24 Stunden):\n')
    for (const { who, host, token } of links) console.log(`  ${who.padEnd(38)} ${origin(host)}/anmelden/link#${token}`)
    console.log('\n  Neue Links: npm run sample -- links · Musterdaten entfernen: npm run sample -- remove')
  }
  console.log('\nDie E-Mails dieses Rechners liegen unter /postfach der jeweiligen Stadt. Beenden mit Strg+C.\n')
}
if (!isEnding) await greet(running)
