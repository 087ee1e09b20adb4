import { setTimeout as sleep } from 'node:timers/promises'
import { openAdminSession, withAdminSession, type Query } from '../admin-session.ts'
import { roleNames } from '../role-names.ts'
import { startEmbedded, type EmbeddedOptions, type EmbeddedServer } from './start-embedded.ts'

export interface JoinedServer {
  readonly url: string
  /** Gives up the database: ends it where no other process uses it, and leaves it running where one does. Safe to call twice. */
  leave(): Promise<void>
}

const ATTEMPTS = 20
const TURN_MS = 100
const FAREWELL_MS = 3_000

/** Any number will do, as long as nobody else takes the same. */
const IN_USE = 717_283_902

/**
 * Promises the database of this data folder (see `startEmbedded`) for as long as this process uses it, whoever has started it:
 * each process holds a shared lock, which goes with its session however it dies, and the last to leave ends the database.
 */
export async function joinEmbedded(options: EmbeddedOptions): Promise<JoinedServer> {
  const { server, seat } = await takeSeat(options)
  let leaving: Promise<void> | undefined
  const leave = async () => {
    await seat.free()
    await endIfUnused(server)
  }
  return { url: server.url, leave: () => (leaving ??= leave()) }
}

interface Seat {
  free(): Promise<void>
}

/** Where the last one was just leaving, the database goes down under the one that comes, and is started anew. */
async function takeSeat(options: EmbeddedOptions): Promise<{ server: EmbeddedServer; seat: Seat }> {
  for (let attempt = 1; ; attempt++) {
    const server = await startEmbedded(options)
    try {
      return { server, seat: await sitDown(server.url) }
    } catch (error) {
      if (attempt === ATTEMPTS) throw error
      await sleep(TURN_MS)
    }
  }
}

async function sitDown(url: string): Promise<Seat> {
  const session = openAdminSession(url)
  try {
    await session.query('select pg_advisory_lock_shared($1)', [IN_USE])
  } catch (error) {
    await session.end()
    throw error
  }
  const free = async () => {
    await session.query('select pg_advisory_unlock_shared($1)', [IN_USE]).catch(() => {}) // a session that broke has freed it already
    await session.end()
  }
  return { free }
}

/** Of several that leave at once, one gets the lock and ends the database; it holds it until then, so that nobody sits down meanwhile. */
async function endIfUnused(server: EmbeddedServer): Promise<void> {
  const session = openAdminSession(server.url)
  try {
    const [row] = await session.query('select pg_try_advisory_lock($1) as alone', [IN_USE])
    if (row?.['alone'] !== true) return
    await untilOthersAreGone(session.query)
    await server.stop()
  } catch (error) {
    if (await answers(server.url)) throw error
  } finally {
    await session.end()
  }
}

/** Sessions that were told to end take a moment; cut off, they would report it as an error. */
async function untilOthersAreGone(query: Query): Promise<void> {
  const roles = Object.values(roleNames).map(name => `'${name}'`).join(', ')
  for (let waited = 0; waited < FAREWELL_MS; waited += TURN_MS / 5) {
    const [row] = await query(`select count(*)::int as sessions from pg_stat_activity where usename in (${roles})`)
    if (row?.['sessions'] === 0) return
    await sleep(TURN_MS / 5)
  }
}

function answers(url: string): Promise<boolean> {
  return withAdminSession(url, ({ query }) => query('select 1')).then(() => true, () => false)
}
