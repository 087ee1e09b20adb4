/** Which hosts this process reads just now: so many at once, each once, whichever city asked. The other places of the queue stay free for mail. */
export type AuditDesk = { enter(host: string): boolean; leave(host: string): void }

export const createAuditDesk = (most = 2): AuditDesk => {
  const reading = new Set<string>()
  return {
    enter: host => {
      if (reading.size >= most || reading.has(host)) return false
      reading.add(host)
      return true
    },
    leave: host => void reading.delete(host),
  }
}
