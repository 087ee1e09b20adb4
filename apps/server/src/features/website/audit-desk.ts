/** Who waits for it: a business, or somebody nobody knows. */
export type Waiting = 'business' | 'visitor'

/** Which hosts this process reads just now, each once, whichever city asked. The other places of the queue stay free for mail. */
export type AuditDesk = { enter(host: string, waiting: Waiting): boolean; leave(host: string): void }

/** Places of their own: however many strangers come, no business waits behind one. */
export const createAuditDesk = (places: Readonly<Record<Waiting, number>> = { business: 2, visitor: 1 }): AuditDesk => {
  const reading = new Map<string, Waiting>()
  const taken = (waiting: Waiting) => [...reading.values()].filter(one => one === waiting).length
  return {
    enter: (host, waiting) => {
      if (reading.has(host) || taken(waiting) >= places[waiting]) return false
      reading.set(host, waiting)
      return true
    },
    leave: host => void reading.delete(host),
  }
}
