import { orderSchema, type Answer, type Task } from './child-protocol.ts'
import { createGuardedReader } from './guarded-reader.ts'
import type { PageRenderer } from './render/page-renderer.ts'
import type { RenderResult } from './render/rendered.schemas.ts'
import type { SiteAuditResult } from './site-audit.schemas.ts'
import type { CrawlProgress, CrawlResult } from './snapshot.schemas.ts'
import type { WebReader } from './web-reader.ts'

/** The process that reads foreign sites: no secrets, no files, little memory. Its parent forks it, and it ends with its parent. */
const running = new Map<number, AbortController>()
let reader: WebReader | undefined
const renderings = new Map<number, (result: RenderResult) => void>()
let nextRendering = 0

/** Snapshot and report are the child's own here; the parent parses them. */
type Sent = Exclude<Answer, { kind: 'crawl' | 'audit' }> | { kind: 'crawl'; id: number; result: CrawlResult } | { kind: 'audit'; id: number; result: SiteAuditResult }

const answer = (message: Sent) => void process.send?.(message)

/** The browser is the parent's to start; this process may start nothing. */
const borrowedRenderer: PageRenderer = {
  render: order =>
    new Promise(settle => {
      const id = nextRendering++
      renderings.set(id, settle)
      answer({ kind: 'render', id, order })
    }),
  close: async () => {},
}

const perform = async (order: Task, web: WebReader, signal: AbortSignal): Promise<Sent> => {
  const { id } = order
  if (order.kind === 'fetch') return { kind: 'fetch', id, result: await web.fetch(order.request, signal) }
  if (order.kind === 'certificate') return { kind: 'certificate', id, result: await web.certificate(order.host, signal) }
  if (order.kind === 'crawl') {
    const onProgress = (progress: CrawlProgress) => answer({ kind: 'progress', id, progress })
    return { kind: 'crawl', id, result: await web.crawl({ entered: order.entered, contact: order.contact, onProgress }, signal) }
  }
  if (order.kind === 'audit') {
    const { entered, contact, yardstick } = order
    return { kind: 'audit', id, result: await web.audit({ entered, contact, yardstick, onProgress: progress => answer({ kind: 'progress', id, progress }) }, signal) }
  }
  return { kind: 'mailRecords', id, result: await web.mailRecords(order.domain, signal) }
}

/** The heap has its own bound; this one counts buffers too. */
const watchMemory = (memoryMb: number) =>
  setInterval(() => {
    if (process.memoryUsage.rss() > memoryMb * 1_000_000) process.exit(70)
  }, 200).unref()

process.on('message', (message: unknown) => {
  const order = orderSchema.parse(message)
  if (order.kind === 'begin') {
    reader = createGuardedReader({ trial: order.trial, limits: order.limits, ...(order.canRender && { renderer: borrowedRenderer }) })
    watchMemory(order.memoryMb)
    return answer({ kind: 'ready' })
  }
  if (order.kind === 'cancel') return running.get(order.id)?.abort()
  if (order.kind === 'rendered') {
    renderings.get(order.id)?.(order.result)
    return void renderings.delete(order.id)
  }
  if (!reader) throw new Error('asked before it was begun')
  const ending = new AbortController()
  running.set(order.id, ending)
  void perform(order, reader, ending.signal)
    .then(answer)
    .finally(() => running.delete(order.id))
})
process.on('disconnect', () => process.exit(0))
