import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ensureWalls } from '@digitallotsen/db/boot-check.ts'
import { prepareDatabase, type PreparedDatabase } from '@digitallotsen/db/database.ts'
import { joinEmbedded } from '@digitallotsen/db/embedded/join-embedded.ts'
import { parseConnection } from '@digitallotsen/db/lane-options.ts'
import { createLanes, type Lanes } from '@digitallotsen/db/lanes.ts'
import type { Env } from './env.ts'

export type OpenDatabase = {
  lanes: Lanes
  operatorLanes: Lanes
  urls: PreparedDatabase
  /** True with the database of the data folder: whoever started it, the last process that uses it ends it. */
  embedded: boolean
  close(): Promise<void>
}

type Log = (message: string) => void

/** The database behind its lanes, set up or brought forward; refuses with every hole in the wall named (`WallBreachError`). */
export const openDatabase = async (env: Env, log: Log): Promise<OpenDatabase> => {
  const own = env.DATABASE_URL ? undefined : await joinEmbedded({ dataDir: resolve(env.DATA_DIR, 'postgres'), log })
  try {
    const opened = await openLanes(env, own?.url ?? env.DATABASE_URL ?? '', log)
    const close = async () => {
      await endLanes(opened)
      await own?.leave()
    }
    return { ...opened, embedded: own !== undefined, close }
  } catch (error) {
    await own?.leave()
    throw error
  }
}

type OpenLanes = Pick<OpenDatabase, 'lanes' | 'operatorLanes' | 'urls'>

const openLanes = async (env: Env, adminUrl: string, log: Log): Promise<OpenLanes> => {
  const urls = await prepareDatabase({ adminUrl, secrets: { folder: resolve(env.DATA_DIR, 'secrets') }, log })
  const lanes = createLanes({ connection: parseConnection(urls.appUrl), max: env.LANES })
  const operatorLanes = createLanes({ connection: parseConnection(urls.operatorUrl), max: 4, applicationName: 'digitallotsen-operator' })
  const opened = { lanes, operatorLanes, urls }
  try {
    await ensureWalls(lanes)
    await ensureWalls(operatorLanes)
  } catch (error) {
    await endLanes(opened)
    throw error
  }
  return opened
}

const endLanes = ({ lanes, operatorLanes }: OpenLanes) => Promise.all([lanes.end(), operatorLanes.end()])

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
