import { pino } from 'pino'
import { openDatabase, sessionSecret } from './database.ts'
import { readEnv } from './env.ts'
import { CityDirectory } from './features/city/city-directory.ts'
import { ensureSample, removeSample } from './sample/sample.ts'

const usage = ['npm run sample -- links    neue Links zum Anmelden', 'npm run sample -- remove   Musterdaten aus allen Städten entfernen']
const [command] = process.argv.slice(2)
if (command !== 'links' && command !== 'remove') {
  console.log(usage.join('\n'))
  process.exit(2)
}

const env = readEnv(process.env)
const log = (message: string) => console.error(message)
const database = await openDatabase(env, log)
try {
  const { lanes, operatorLanes } = database
  const cities = new CityDirectory(lanes)
  const services = { env, now: () => new Date(), lanes, operatorLanes, cities, secret: sessionSecret(env), log: pino({ level: 'silent' }) }
  if (command === 'links') {
    for (const { who, host, token } of await ensureSample(services, log)) console.log(`${who}: http://${host}:${env.PORT ?? 3000}/anmelden/link#${token}`)
  } else {
    for (const city of await cities.list()) console.log(`${city.slug}: ${await removeSample(services, city)} Musterbetriebe entfernt`)
  }
} finally {
  await database.close()
}
