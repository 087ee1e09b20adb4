/** Time as the crawl knows it: given from outside, so that no test waits. */
export type Clock = { now(): number; wait(ms: number, signal: AbortSignal): Promise<void> }

/** Names under localhost are only ever read as trial sites of one's own. */
const isTrial = (hostname: string) => /(^|\.)localhost$/.test(hostname)

/** Holds a request back until its host has been left alone for the interval. */
export const createPacer = (clock: Clock, intervalMs: number) => {
  const nextAt = new Map<string, number>()
  return async (url: string, signal: AbortSignal): Promise<void> => {
    const { host, hostname } = new URL(url)
    if (isTrial(hostname)) return
    const now = clock.now()
    const turn = Math.max(now, nextAt.get(host) ?? 0)
    nextAt.set(host, turn + intervalMs)
    if (turn > now) await clock.wait(turn - now, signal)
  }
}
