import closeWithGrace from 'close-with-grace'
import { pino } from 'pino'
import { openMailSender } from './adapters/mail/open-mail-sender.ts'
import { openWebReader } from './adapters/web/open-web-reader.ts'
import { openDatabase, sessionSecret } from './database.ts'
import { readEnv } from './env.ts'
import { CityDirectory } from './features/city/city-directory.ts'
import { startJobs } from './jobs/runner.ts'

const env = readEnv(process.env)
if (!env.DATABASE_URL) throw new Error('Der eigene Prozess für Aufträge braucht DATABASE_URL. Mit der eingebauten Datenbank laufen die Aufträge im Server selbst.')

const log = pino({ level: env.LOG_LEVEL })
const mail = openMailSender(env)
const database = await openDatabase(env, message => log.info(message))
const { lanes, operatorLanes, urls } = database
const cities = new CityDirectory(lanes)
const services = { env, now: () => new Date(), lanes, operatorLanes, cities, secret: sessionSecret(env), log }
const web = openWebReader(env, how => log.warn({ how }, 'a child that read a website has ended unasked'))
const jobs = await startJobs(services, { connectionString: urls.jobsUrl, mail, web })
log.info('Die Aufträge laufen.')

closeWithGrace({ delay: 15_000, logger: log }, async () => {
  await web.close()
  await jobs.stop()
  await database.close()
})
jobs.ended.catch(() => process.exit(1))
