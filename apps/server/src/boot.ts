import { createServer } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { openMailSender } from './adapters/mail/open-mail-sender.ts'
import { buildApp } from './app.ts'
import { openDatabase, sessionSecret, type OpenDatabase } from './database.ts'
import { openWebReader } from './adapters/web/open-web-reader.ts'
import type { Env } from './env.ts'
import { CityDirectory } from './features/city/city-directory.ts'
import { createOperatorMail } from './features/mail/operator.mails.ts'
import { startJobs } from './jobs/runner.ts'
import type { Services } from './services.ts'
import { readWebBuild } from './web-build.ts'

export type Running = { app: FastifyInstance; services: Services; database: OpenDatabase; port: number; close(): Promise<void> }

const isFree = (port: number, host: string) =>
  new Promise<boolean>(answer => {
    const probe = createServer().once('error', () => answer(false))
    probe.listen(port, host, () => probe.close(() => answer(true)))
  })

/** The port asked for, or 3000 or the next free one. */
const choosePort = async ({ PORT, HOST }: Env): Promise<number> => {
  if (PORT !== undefined) return PORT
  for (let port = 3000; port < 3100; port++) if (await isFree(port, HOST)) return port
  return 0
}

export type BootOptions = {
  env: Env
  root: string
  log: (message: string) => void
  /** Runs between the database and the app: the packs. */
  prepare?: (database: OpenDatabase) => Promise<void>
  /** Runs before the first request: sample people. */
  furnish?: (services: Services) => Promise<void>
  now?: () => Date
}

/** Opens the database, builds the app, listens and starts the jobs: one process that does everything. */
export const boot = async ({ env, root, log, prepare, furnish, now = () => new Date() }: BootOptions): Promise<Running> => {
  const database = await openDatabase(env, log)
  try {
    await prepare?.(database)
    const { lanes, operatorLanes } = database
    const mail = openMailSender(env)
    const operatorMail = env.SMTP_URL ? { operatorMail: createOperatorMail(mail, env) } : {}
    const given = { env, now, lanes, operatorLanes, cities: new CityDirectory(lanes), secret: sessionSecret(env), ...operatorMail }
    const app = await buildApp({ services: given, build: await readWebBuild(root) })
    const services: Services = { ...given, log: app.log }
    await furnish?.(services)
    await app.listen({ port: await choosePort(env), host: env.LAN_CITY ? '0.0.0.0' : env.HOST })
    const web = openWebReader(env, how => app.log.warn({ how }, 'a child that read a website has ended unasked'))
    const address = app.server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    // A job's mails name the address that is listened on, which is not always the one asked for.
    const jobs = await startJobs({ ...services, env: { ...env, PORT: port } }, { connectionString: database.urls.jobsUrl, mail, web })
    const close = async () => {
      await app.close()
      // First, so that audits under way give themselves back while the queue still listens.
      await web.close()
      await jobs.stop()
      await database.close()
    }
    return { app, services, database, port, close }
  } catch (error) {
    await database.close()
    throw error
  }
}
