import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readlinkSync } from 'node:fs'

/** What the operating system tells about one process; `command` is undefined where it cannot be told. */
export interface ProcessState {
  readonly zombie: boolean
  readonly command: string | undefined
  /** The program file was deleted or replaced while the process runs (Linux only). */
  readonly programGone: boolean
}

/** Tells the state of a process by its id, or undefined when there is none; asks /proc, `ps` or signal 0, whichever exists. */
export function readProcess(pid: number): ProcessState | undefined {
  if (existsSync('/proc/self/stat')) return fromProc(pid)
  if (!answersSignal(pid)) return undefined
  return fromPs(pid) ?? { zombie: false, command: undefined, programGone: false }
}

/** True while the process exists and has not ended; a zombie has ended, though its id is still taken. */
export function isRunning(pid: number): boolean {
  const state = readProcess(pid)
  return state !== undefined && !state.zombie
}

function fromProc(pid: number): ProcessState | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
    return { zombie: stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z'), command, programGone: isProgramGone(pid) }
  } catch {
    return undefined
  }
}

function isProgramGone(pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/exe`).endsWith(' (deleted)')
  } catch {
    return false
  }
}

function fromPs(pid: number): ProcessState | undefined {
  const ps = spawnSync('ps', ['-o', 'stat=,command=', '-p', String(pid)], { encoding: 'utf8' })
  const line = ps.status === 0 ? ps.stdout.trim() : ''
  if (line === '') return undefined
  return { zombie: line.startsWith('Z'), command: line.replace(/^\S+\s+/, ''), programGone: false }
}

function answersSignal(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
