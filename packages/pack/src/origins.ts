import type { PathPart } from './fault.ts'

type RefuseAt = (path: readonly PathPart[], message: string) => void

/** Remembers which file and path an entry came from, so that a fault found later still names its line. */
export interface Origins {
  note: (entry: object, at: RefuseAt, path: readonly PathPart[]) => void
  noteAll: (entries: readonly object[], at: RefuseAt, path: readonly PathPart[]) => void
  find: (entry: object) => RefuseAt | undefined
}

export const createOrigins = (): Origins => {
  const known = new Map<object, RefuseAt>()
  const note: Origins['note'] = (entry, at, path) => void known.set(entry, (inner, message) => at([...path, ...inner], message))
  return {
    note,
    noteAll: (entries, at, path) => entries.forEach((entry, index) => note(entry, at, [...path, index])),
    find: entry => known.get(entry),
  }
}
