import { ChildRoom, type BareTask, type Outcome, type RoomOptions } from './child-room.ts'
import { crawlLimits } from './crawl/crawl-site.ts'
import { yardstickSchema } from './site-audit.schemas.ts'
import { createTurnstile } from './turnstile.ts'
import { webLimits, type WebLimits } from './web-limits.ts'
import type { WebReader } from './web-reader.ts'
import { contactSchema, failed, webRequestSchema } from './web.schemas.ts'

export type ChildReaderOptions = Partial<Omit<RoomOptions, 'limits'>> & {
  limits?: Partial<WebLimits>
  /** How long past its own limit a task may stay unanswered. */
  graceMs?: number
}

const parallelAsks = 4
const parallelCrawls = 2
/** Beyond the crawl: six pages of 2 MB take a few seconds; a page that makes it longer ends its child. */
const judgeMs = 20_000

const misanswered = (outcome: Outcome): never => {
  throw new Error(`an answer of another kind: ${'kind' in outcome ? outcome.kind : outcome.reason}`)
}

/**
 * The reader in a process of its own: a page that eats memory or time takes the child with it, and the caller gets a reason. Single
 * requests share a child; a crawl has one to itself, so that one site's page cannot end another's crawl.
 */
export const createChildReader = (options: ChildReaderOptions = {}): WebReader => {
  const { graceMs = 5_000, limits: change, ...given } = options
  const limits = { ...webLimits, ...change }
  const room: RoomOptions = { trial: [], heapMb: 192, idleMs: 30_000, onCrash: () => {}, ...given, limits }
  const shared = new ChildRoom(room)
  const crawling = new Set<ChildRoom>()
  const passAsk = createTurnstile(parallelAsks)
  const passCrawl = createTurnstile(parallelCrawls)
  let isClosed = false

  const ask = (task: BareTask, signal: AbortSignal | undefined) =>
    passAsk(async () => (isClosed ? failed('cancelled') : shared.perform(task, limits.totalMs + graceMs, signal)))

  const crawlAlone = async (task: BareTask, withinMs: number, signal: AbortSignal | undefined, onProgress: Parameters<ChildRoom['perform']>[3]): Promise<Outcome> => {
    if (isClosed) return failed('cancelled')
    const own = new ChildRoom(room)
    crawling.add(own)
    try {
      return await own.perform(task, withinMs + graceMs, signal, onProgress)
    } finally {
      crawling.delete(own)
      own.close()
    }
  }

  return {
    async fetch(request, signal) {
      const outcome = await ask({ kind: 'fetch', request: webRequestSchema.parse(request) }, signal)
      return 'ok' in outcome ? outcome : outcome.kind === 'fetch' ? outcome.result : misanswered(outcome)
    },
    async certificate(host, signal) {
      const outcome = await ask({ kind: 'certificate', host }, signal)
      return 'ok' in outcome ? outcome : outcome.kind === 'certificate' ? outcome.result : misanswered(outcome)
    },
    async mailRecords(domain, signal) {
      const outcome = await ask({ kind: 'mailRecords', domain }, signal)
      return 'ok' in outcome ? outcome : outcome.kind === 'mailRecords' ? outcome.result : misanswered(outcome)
    },
    async crawl({ entered, contact, onProgress }, signal) {
      const task: BareTask = { kind: 'crawl', entered: entered.slice(0, 4_096), contact: contactSchema.parse(contact) }
      const outcome = await passCrawl(() => crawlAlone(task, crawlLimits.totalMs, signal, onProgress))
      return 'ok' in outcome ? outcome : outcome.kind === 'crawl' ? outcome.result : misanswered(outcome)
    },
    async audit({ entered, contact, yardstick, onProgress }, signal) {
      const task: BareTask = { kind: 'audit', entered: entered.slice(0, 4_096), contact: contactSchema.parse(contact), yardstick: yardstickSchema.parse(yardstick) }
      const outcome = await passCrawl(() => crawlAlone(task, crawlLimits.totalMs + judgeMs, signal, onProgress))
      return 'ok' in outcome ? outcome : outcome.kind === 'audit' ? outcome.result : misanswered(outcome)
    },
    async close() {
      isClosed = true
      await room.renderer?.close()
      for (const each of [shared, ...crawling]) each.close()
    },
  }
}
