import { openAdminSession } from '@digitallotsen/db/admin-session.ts'
import type { Services } from '../services.ts'

export type LeftJobsOptions = {
  /** The jobs role's address. */
  connectionString: string
  /** What this process's jobs are locked by. */
  poolId: string
  log: Services['log']
  everyMs?: number
  /** A lock younger than this is let alone: its worker may not have said yet that it is there. */
  graceMs?: number
}

const isThere = 'select pg_advisory_lock_shared(hashtextextended($1, 0))'
/** An exclusive lock is to be had only where no session holds the shared one; it ends with the statement. */
const leftBehind = `select locked_by from (
    select distinct locked_by from graphile_worker._private_jobs
    where locked_by is not null and locked_by <> $1 and locked_at < now() - $2::int * interval '1 millisecond') as workers
  where pg_try_advisory_xact_lock(hashtextextended(locked_by, 0))`
const giveBack = 'select graphile_worker.force_unlock_workers($1::text[])'

type Session = ReturnType<typeof openAdminSession>

/**
 * The queue keeps the jobs of a worker that was killed for four hours. Here each worker shows by a session's lock that it lives, and gives
 * back the jobs of one that was found dead twice: one that lost its session with the database has had the time to show itself again.
 */
export const watchLeftJobs = ({ connectionString, poolId, log, everyMs = 20_000, graceMs = 15_000 }: LeftJobsOptions): { stop(): Promise<void> } => {
  let session: Session | undefined
  let suspects = new Set<string>()
  let working: Promise<void> = Promise.resolve()

  const open = async (): Promise<Session> => {
    const opened = openAdminSession(connectionString)
    session = opened
    await opened.query(isThere, [poolId])
    return opened
  }

  const look = async (): Promise<void> => {
    const { query } = session ?? (await open())
    const found = (await query(leftBehind, [poolId, graceMs])).map(row => String(row['locked_by']))
    const dead = found.filter(id => suspects.has(id))
    suspects = new Set(found.filter(id => !dead.includes(id)))
    if (dead.length === 0) return
    await query(giveBack, [`{${dead.join(',')}}`])
    log.warn({ workers: dead.length }, 'the jobs of a worker that has died are given back')
  }

  const tick = () => {
    working = working.then(look).catch(async (err: unknown) => {
      log.warn({ err }, 'left jobs were not looked for')
      suspects.clear()
      const broken = session
      session = undefined
      await broken?.end().catch(() => {})
    })
  }
  tick()
  const clock = setInterval(tick, everyMs)
  return {
    stop: async () => {
      clearInterval(clock)
      await working
      await session?.end()
    },
  }
}
