import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, cpSync, existsSync, readdirSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { asAccount, type Account } from './account.ts'
import { ensureExecutable, findBinaries, listMissingLinks, programPath, type Binaries } from './binaries.ts'
import { EmbeddedError } from './embedded-error.ts'

/**
 * Promises PostgreSQL programs that this account can run: those of the npm package, or a copy in `home` when the package
 * lies behind a closed folder or cannot be completed in place. Refuses when they do not run on this machine at all.
 */
export function ensureUsableBinaries(home: string, account: Account, log: (message: string) => void): Binaries {
  const installed = findBinaries()
  const inPlace = complete(installed)
  if (inPlace && runs(installed, account) === undefined) return installed

  const copy = { ...installed, folder: join(home, `postgresql-${installed.version}`) }
  if (!existsSync(copy.folder)) {
    log('PostgreSQL-Programme werden kopiert, weil sie im Projekt nicht nutzbar sind.')
    copyReadable(installed.folder, copy.folder)
  }
  complete(copy)
  const failure = runs(copy, account)
  if (failure === undefined) return copy
  throw new EmbeddedError(
    'embedded.binaries_unusable',
    `Die mitgelieferten PostgreSQL-Programme laufen auf diesem System nicht (${failure}): bitte ein System mit glibc nutzen oder DATABASE_URL setzen.`,
  )
}

/** Makes missing links and executable bits; false where the folder cannot be written. */
function complete(binaries: Binaries): boolean {
  try {
    for (const { from, to } of listMissingLinks(binaries.folder)) symlinkSync(relative(dirname(from), to), from)
    ensureExecutable(binaries)
  } catch {
    return listMissingLinks(binaries.folder).length === 0
  }
  return true
}

function runs(binaries: Binaries, account: Account): string | undefined {
  const run = spawnSync(programPath(binaries, 'postgres'), ['--version'], { cwd: '/', encoding: 'utf8', ...asAccount(account) })
  if (run.status === 0) return undefined
  return run.error?.message ?? (run.stderr.trim() || `Ende mit ${run.status ?? run.signal}`)
}

/** Copies beside and renames, so that a copy cut short is never taken for a whole one. */
function copyReadable(from: string, to: string): void {
  const draft = `${to}.${randomBytes(4).toString('hex')}`
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true })
  openToAll(draft)
  try {
    renameSync(draft, to)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(to)) throw error
  }
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToAll(path)
    else if (entry.isFile()) chmodSync(path, statSync(path).mode | 0o444)
  }
}
