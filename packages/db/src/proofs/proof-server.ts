import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../embedded/start-embedded.ts'

/** Lends a PostgreSQL server of its own, with the product's safe settings, and removes it afterwards. A disposable one waits for no disk: for what has not to outlast a power failure. */
export async function withProofServer<T>(fn: (adminUrl: string) => Promise<T>, { disposable = false } = {}): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'digitallotsen-proof-'))
  const server = await startEmbedded({ dataDir, disposable, log: () => {} })
  try {
    return await fn(server.url)
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
