import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { auditedHosts } from './product.types.ts'
import type { Product } from './product.types.ts'
import { findFreePort, keepServer, root } from './server-process.ts'

const run = promisify(execFile)

type Running = { product: Product; end: () => Promise<void> }

/** Starts the whole product: a folder, a database and a port of its own, the sample cities, and 27 businesses in the first. */
const startProduct = async (): Promise<Running> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'digitallotsen-journeys-'))
  // As root the database runs as an account of its own, which has to pass through here.
  chmodSync(dataDir, 0o711)
  const tenantsDir = join(root, 'tenants')
  const sitePort = await findFreePort()
  const trialHosts = auditedHosts.map(host => `${host}:${sitePort}`).join(',')
  // The audited sites name servers of others, and a browser would ask them: what only it sees is tried with sites of its own (P8, corpus).
  const settings = { TENANTS_DIR: tenantsDir, AUDIT_TRIAL_HOSTS: trialHosts, AUDIT_BROWSER: 'off', REQUESTS_PER_MINUTE: '100000', LOG_LEVEL: 'warn' }
  const server = keepServer(dataDir, await findFreePort(), settings)
  const end = async () => {
    await server.stop().finally(() => rmSync(dataDir, { recursive: true, force: true }))
  }
  try {
    await server.ready()
    const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'furnish.ts')], { cwd: root, env: { ...process.env, ...settings, DATA_DIR: dataDir } })
    const found = JSON.parse(stdout) as Pick<Product, 'cities' | 'operatorTokens' | 'consoleHost'>
    return { product: { ...found, port: server.port, dataDir, tenantsDir, sitePort }, end }
  } catch (error) {
    await end()
    throw error
  }
}

/** One product for each worker: journeys side by side share no row, no mailbox and no server that one of them ends. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const starts = await Promise.allSettled(Array.from({ length: project.config.maxWorkers }, startProduct))
  const running = starts.flatMap(start => (start.status === 'fulfilled' ? [start.value] : []))
  const end = async () => {
    await Promise.all(running.map(one => one.end()))
  }
  const failed = starts.find(start => start.status === 'rejected')
  if (failed) {
    await end()
    throw failed.reason
  }
  project.provide('products', running.map(({ product }) => product))
  return end
}
