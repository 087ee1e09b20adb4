import { setTimeout as wait } from 'node:timers/promises'
import { readCertificate } from './certificate.ts'
import { crawlSite } from './crawl/crawl-site.ts'
import type { Clock } from './crawl/pacer.ts'
import { WebFailure, reasonOf } from './failure.ts'
import { fetchGuarded } from './guarded-fetch.ts'
import type { Guard } from './guarded-dial.ts'
import { judgeSite } from './judge-site.ts'
import { readMailRecords } from './mail-records.ts'
import { createPublicNetwork, type Network } from './network.ts'
import { crawledSnapshotSchema } from './snapshot.schemas.ts'
import type { PageRenderer } from './render/page-renderer.ts'
import type { TrialHost } from './trial-hosts.ts'
import { untilAborted } from './until-aborted.ts'
import { webLimits, type WebLimits } from './web-limits.ts'
import type { WebReader } from './web-reader.ts'
import { failed, webRequestSchema, type WebFailureResult } from './web.schemas.ts'

export type GuardedReaderOptions = { network?: Network; trial?: readonly TrialHost[]; limits?: Partial<WebLimits>; clock?: Clock; renderer?: PageRenderer }

const realClock: Clock = { now: () => Date.now(), wait: async (ms, signal) => wait(ms, undefined, { signal }) }

/** The reader itself, in the process that calls it: hostile pages are read in it, so the product runs it in a child. */
export const createGuardedReader = ({ network = createPublicNetwork(), trial = [], limits: change = {}, clock = realClock, renderer }: GuardedReaderOptions = {}): WebReader => {
  const limits = { ...webLimits, ...change }
  const guard: Guard = { network, trial, connectMs: limits.connectMs }
  const closing = new AbortController()

  const within = async <T>(signal: AbortSignal | undefined, work: (until: AbortSignal) => Promise<T>): Promise<T | WebFailureResult> => {
    const cancelled = AbortSignal.any([closing.signal, ...(signal ? [signal] : [])])
    const ending = new AbortController()
    const timer = setTimeout(() => ending.abort(new WebFailure('timeout')), limits.totalMs)
    const until = AbortSignal.any([cancelled, ending.signal])
    try {
      return await untilAborted(until, work(until))
    } catch (error) {
      return failed(cancelled.aborted ? 'cancelled' : reasonOf(error))
    } finally {
      clearTimeout(timer)
    }
  }

  const reader: WebReader = {
    fetch: async (request, signal) => fetchGuarded(webRequestSchema.parse(request), { guard, limits }, AbortSignal.any([closing.signal, ...(signal ? [signal] : [])])),
    certificate: (host, signal) => within(signal, until => readCertificate(host, guard, until)),
    mailRecords: (domain, signal) => within(signal, until => readMailRecords(domain, network, until)),
    async crawl({ entered, contact, onProgress }, signal) {
      const until = AbortSignal.any([closing.signal, ...(signal ? [signal] : [])])
      try {
        const snapshot = await crawlSite({ entered, contact, reader, clock, signal: until, report: onProgress ?? (() => {}), ...(renderer && { renderer }) })
        return { ok: true, snapshot: crawledSnapshotSchema.parse(snapshot) }
      } catch (error) {
        if (!until.aborted) throw error
        return failed('cancelled')
      }
    },
    async audit({ yardstick, ...order }, signal) {
      const crawled = await reader.crawl(order, signal)
      if (!crawled.ok) return crawled
      order.onProgress?.({ step: 'judging', done: 0, of: 1 })
      return { ok: true, report: judgeSite(crawled.snapshot, yardstick) }
    },
    close: async () => closing.abort(new WebFailure('cancelled')),
  }
  return reader
}
