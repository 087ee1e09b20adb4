import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPostmasterFile } from '@digitallotsen/db/embedded/postmaster-file.ts'
import { isRunning } from '@digitallotsen/db/embedded/process-state.ts'
import { startEmbedded } from '@digitallotsen/db/embedded/start-embedded.ts'
import type { TestProject } from 'vitest/node'

/** How a test reaches the run's database server as its superuser: `inject('embeddedServer')`. */
export interface EmbeddedServerAddress {
  readonly url: string
  readonly host: '127.0.0.1'
  readonly port: number
  readonly user: 'postgres'
  readonly password: string
}

declare module 'vitest' {
  interface ProvidedContext {
    embeddedServer: EmbeddedServerAddress
  }
}

const FOLDER = /^digitallotsen-test-(\d+)$/

/**
 * Vitest globalSetup: promises one PostgreSQL server for the run in a folder of its own, and removes both at the end.
 * Packages that are tested in one run share it, since the second adopts what the first has started.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  sweepLeftovers()
  const dataDir = join(tmpdir(), `digitallotsen-test-${process.pid}`)
  mkdirSync(dataDir, { recursive: true })
  const messages: string[] = []
  const server = await startEmbedded({
    dataDir,
    disposable: true,
    settings: { max_connections: '200' },
    log: message => messages.push(message),
  }).catch((error: unknown) => {
    throw new Error(`the test database did not start; its messages were: ${messages.join(' ')}`, { cause: error })
  })
  const { url, port, password } = server
  project.provide('embeddedServer', { url, port, password, host: '127.0.0.1', user: 'postgres' })
  return async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** A run that was killed leaves a server and its folder behind; the next run takes them away. */
function sweepLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const runner = FOLDER.exec(name)?.[1]
    if (!runner || isRunning(Number(runner))) continue
    const folder = join(tmpdir(), name)
    const postmaster = readPostmasterFile(join(folder, 'cluster'))
    if (postmaster && isRunning(postmaster.pid)) process.kill(postmaster.pid, 'SIGQUIT')
    rmSync(folder, { recursive: true, force: true })
  }
}
