import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { atDatabase } from '@digitallotsen/db/addresses.ts'
import { withAdminSession } from '@digitallotsen/db/admin-session.ts'
import { isRunning } from '@digitallotsen/db/embedded/process-state.ts'
import { startEmbedded } from '@digitallotsen/db/embedded/start-embedded.ts'
import { openDatabase } from './database.ts'
import { readEnv } from './env.ts'

const folder = mkdtempSync(join(tmpdir(), 'digitallotsen-server-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const env = readEnv({ NODE_ENV: 'test', DATA_DIR: folder })
const silent = () => {}

describe('the embedded database of a server', () => {
  it('that a killed one has left running is ended by the next, but not by a command beside it', { timeout: 60_000 }, async () => {
    const orphan = await startEmbedded({ dataDir: join(folder, 'postgres'), log: silent })
    const server = await openDatabase(env, silent)
    const command = await openDatabase(env, silent)
    await command.close()
    expect(await server.lanes.withoutTenant(async () => 'still there')).toBe('still there')
    expect(isRunning(orphan.pid)).toBe(true)
    await server.close()
    expect(isRunning(orphan.pid)).toBe(false)
  })

  it('ends too where the start is refused', { timeout: 60_000 }, async () => {
    const orphan = await startEmbedded({ dataDir: join(folder, 'postgres'), log: silent })
    await withAdminSession(atDatabase(orphan.url, 'digitallotsen'), ({ query }) => query('drop policy tenant_wall on tasks'))
    await expect(openDatabase(env, silent)).rejects.toThrow(/tasks/)
    expect(isRunning(orphan.pid)).toBe(false)
  })
})
