import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { readProcess } from './process-state.ts'

/** The lines of `postmaster.pid` that matter here; `status` is starting, ready, standby or stopping. */
export interface PostmasterFile {
  readonly pid: number
  readonly port: number
  readonly status: string
}

export type Postmaster =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly file: PostmasterFile; readonly programGone: boolean }

/** Reads the lock file of a cluster, or undefined while there is none or it is still being written. */
export function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  try {
    const lines = readFileSync(pathOf(cluster), 'utf8').split('\n')
    const pid = Number(lines[0])
    if (!Number.isInteger(pid) || pid <= 0) return undefined
    return { pid, port: Number(lines[3]), status: (lines[7] ?? 'starting').trim() }
  } catch {
    return undefined
  }
}

/**
 * Finds the living postmaster of this very cluster, and clears a lock file that would only seem to be one.
 * A file whose process is gone is left alone: PostgreSQL clears it itself, after looking for orphaned backends.
 * It cannot do so for a zombie or for a process that came by the same id later, since both answer to signal 0.
 */
export function findPostmaster(cluster: string, log: (message: string) => void): Postmaster {
  const file = readPostmasterFile(cluster)
  const process = file && readProcess(file.pid)
  if (!file || !process) return { kind: 'none' }
  if (!process.zombie && isPostmasterOf(cluster, process.command)) {
    return { kind: 'running', file, programGone: process.programGone }
  }
  rmSync(pathOf(cluster), { force: true })
  log(`Verwaiste Sperrdatei entfernt (Prozess ${file.pid} ist keine laufende Datenbank).`)
  return { kind: 'none' }
}

function isPostmasterOf(cluster: string, command: string | undefined): boolean {
  return command === undefined || (command.includes('postgres') && command.includes(cluster))
}

function pathOf(cluster: string): string {
  return join(cluster, 'postmaster.pid')
}
