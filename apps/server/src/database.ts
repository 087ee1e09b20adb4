import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ensureWalls } from '@digitallotsen/db/boot-check.ts'
import { prepareDatabase, type PreparedDatabase } from '@digitallotsen/db/database.ts'
import { startEmbedded } from '@digitallotsen/db/embedded/start-embedded.ts'
import { parseConnection } from '@digitallotsen/db/lane-options.ts'
import { createLanes, type Lanes } from '@digitallotsen/db/lanes.ts'
import type { Env } from './env.ts'

export type OpenDatabase = {
  lanes: Lanes
  operatorLanes: Lanes
  urls: PreparedDatabase
  /** True when this process has started the database itself and so ends it. */
  embedded: boolean
  close(): Promise<void>
}

type Log = (message: string) => void

const startOwn = async (env: Env, log: Log) => {
  const server = await startEmbedded({ dataDir: resolve(env.DATA_DIR, 'postgres'), log })
  return { adminUrl: server.url, stop: () => server.stop(), adopted: server.adopted }
}

/** The database behind its lanes, set up or brought forward; refuses with every hole in the wall named (`WallBreachError`). */
export const openDatabase = async (env: Env, log: Log): Promise<OpenDatabase> => {
  const own = env.DATABASE_URL ? undefined : await startOwn(env, log)
  const adminUrl = own?.adminUrl ?? env.DATABASE_URL ?? ''
  const urls = await prepareDatabase({ adminUrl, secrets: { folder: resolve(env.DATA_DIR, 'secrets') }, log })
  const lanes = createLanes({ connection: parseConnection(urls.appUrl), max: env.LANES })
  const operatorLanes = createLanes({ connection: parseConnection(urls.operatorUrl), max: 4, applicationName: 'digitallotsen-operator' })
  await ensureWalls(lanes)
  await ensureWalls(operatorLanes)
  const close = async () => {
    await Promise.all([lanes.end(), operatorLanes.end()])
    if (own && !own.adopted) await own.stop()
  }
  return { lanes, operatorLanes, urls, embedded: own !== undefined, close }
}

/** The secret that signs cookies and codes: the setting, or one of our own, made once and readable by its owner alone. */
export const sessionSecret = (env: Env): string => {
  if (env.SESSION_SECRET) return env.SESSION_SECRET
  const folder = resolve(env.DATA_DIR, 'secrets')
  const file = join(folder, 'session')
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600 })
  }
  return readFileSync(file, 'utf8')
}
