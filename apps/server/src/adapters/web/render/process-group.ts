import { readdirSync, readFileSync } from 'node:fs'

const readQuietly = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** What the processes of a group hold for themselves, in megabytes; 0 where the system does not tell. */
export const groupMemoryMb = (group: number): number => {
  let kilobytes = 0
  for (const pid of listProcesses()) {
    const [, , pgrp] = readQuietly(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? []
    if (Number(pgrp) !== group) continue
    for (const [, size] of readQuietly(`/proc/${pid}/status`).matchAll(/^Rss(?:Anon|Shmem):\s+(\d+) kB$/gm)) kilobytes += Number(size)
  }
  return kilobytes / 1_000
}

const listProcesses = (): string[] => {
  try {
    return readdirSync('/proc').filter(name => /^\d+$/.test(name))
  } catch {
    return []
  }
}

/** Ends a group at once, whoever is left of it. */
export const endGroup = (group: number): void => {
  try {
    process.kill(-group, 'SIGKILL')
  } catch {
    // Nobody was left.
  }
}
