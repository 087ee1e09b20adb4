import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserAccount } from './find-browser.ts'

const form = /^digitallotsen-browser-(\d+)-/

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** A folder for one visit, which belongs to the browser's account; it is thrown away after. */
export const makeProfile = (account: BrowserAccount | undefined): string => {
  const folder = mkdtempSync(join(tmpdir(), `digitallotsen-browser-${process.pid}-`))
  if (account) chownSync(folder, account.uid, account.gid)
  return folder
}

/** A browser that has just been ended may still hold a file for a moment. */
export const dropProfile = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })

/** A server that was killed leaves such folders behind; the next one takes them away. */
export const sweepProfiles = (): void => {
  for (const name of readdirSync(tmpdir())) {
    const owner = form.exec(name)?.[1]
    if (owner && !isAlive(Number(owner))) rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}
