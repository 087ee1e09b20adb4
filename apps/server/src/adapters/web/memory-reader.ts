import type { RenderedFacts } from '@digitallotsen/audit/site.types.ts'
import { crawlSite } from './crawl/crawl-site.ts'
import type { Clock } from './crawl/pacer.ts'
import { WebFailure, reasonOf, type FailureReason } from './failure.ts'
import { judgeSite } from './judge-site.ts'
import { createMemoryRenderer } from './render/memory-renderer.ts'
import { ensureWritten, readText } from './text-reading.ts'
import { webLimits } from './web-limits.ts'
import type { WebReader } from './web-reader.ts'
import { readTarget } from './web-target.rules.ts'
import { contactSchema, failed, webRequestSchema, type CertificateResult, type CheckedRequest, type Hop, type MailResult, type WebResponse, type WebResult } from './web.schemas.ts'

/** What stands at an address: an answer, or a way to fail. `headStatus` answers HEAD otherwise. */
export type MemoryAnswer = { status?: number; headers?: Record<string, string>; body?: string | Uint8Array; failure?: FailureReason; headStatus?: number }

export type MemoryWeb = {
  /** By whole address; a host that has none is not there, an address that has none is a 404. */
  answers: Record<string, MemoryAnswer>
  certificates?: Record<string, CertificateResult>
  mail?: Record<string, MailResult>
  /** What a browser sees, by whole address; left out = there is no browser. */
  rendered?: Record<string, RenderedFacts>
}

export type MemoryReader = WebReader & { readonly asked: { url: string; method: 'GET' | 'HEAD'; at: number }[] }

/** Time that passes only by waiting. */
export const createInstantClock = (start = Date.UTC(2026, 0, 5, 9)): Clock => {
  let now = start
  return { now: () => now, wait: async ms => void (now += ms) }
}

const absent: MemoryAnswer = { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>Nicht gefunden</h1>' }

const toResponse = (url: URL, answer: MemoryAnswer, { method, want }: CheckedRequest, hops: Hop[]): WebResponse => {
  const headers = Object.entries({ 'content-type': 'text/html; charset=utf-8', ...answer.headers }).map(([name, value]): [string, string] => [name.toLowerCase(), value])
  const contentType = headers.find(([name]) => name === 'content-type')?.[1] ?? ''
  const status = (method === 'HEAD' ? answer.headStatus : undefined) ?? answer.status ?? 200
  const frame = { ok: true as const, url: url.href, status, headers, hops, firstByteMs: 0, transferredBytes: 0, decodedBytes: 0, text: null, charset: null, picture: null }
  if (method === 'HEAD' || want === 'head' || want === 'picture') return frame
  ensureWritten(want, contentType)
  const bytes = typeof answer.body === 'string' ? new TextEncoder().encode(answer.body) : (answer.body ?? new Uint8Array())
  if (bytes.length > webLimits.bodyBytes) throw new WebFailure('too_large')
  return { ...frame, ...readText(want, contentType, bytes), transferredBytes: bytes.length, decodedBytes: bytes.length }
}

/** The twin for tests and trials: the same rules over a web that stands in a table and may change, with time that passes by itself. */
export const createMemoryReader = (web: MemoryWeb, clock: Clock = createInstantClock()): MemoryReader => {
  const asked: MemoryReader['asked'] = []
  const isHost = (host: string) => Object.keys(web.answers).some(url => new URL(url).host === host)

  const find = (url: URL, method: 'GET' | 'HEAD'): MemoryAnswer => {
    asked.push({ url: url.href, method, at: clock.now() })
    if (!isHost(url.host)) throw new WebFailure('dns')
    const answer = web.answers[url.href] ?? absent
    if (answer.failure) throw new WebFailure(answer.failure)
    return answer
  }

  const walk = (request: CheckedRequest, hops: Hop[], seen: { status: number | null; contentType: string | null }): WebResponse => {
    let url = readTarget(request.url)
    for (;;) {
      const answer = find(url, request.method)
      Object.assign(seen, { status: answer.status ?? 200, contentType: answer.headers?.['content-type'] ?? null })
      const location = answer.headers?.['location']
      if (!location || (answer.status ?? 200) < 300) return toResponse(url, answer, request, hops)
      if (hops.length >= webLimits.hops) throw new WebFailure('redirects')
      const next = readTarget(location, { base: url.href })
      hops.push({ from: url.href, to: next.href, status: answer.status ?? 302 })
      url = next
    }
  }

  const fetch = async (given: Parameters<WebReader['fetch']>[0], signal?: AbortSignal): Promise<WebResult> => {
    const request = webRequestSchema.parse(given)
    if (signal?.aborted) return failed('cancelled')
    const hops: Hop[] = []
    const seen = { status: null, contentType: null }
    try {
      return walk(request, hops, seen)
    } catch (error) {
      return { ...failed(reasonOf(error)), hops, ...seen }
    }
  }

  const reader: MemoryReader = {
    asked,
    fetch,
    certificate: async host => web.certificates?.[host] ?? failed('unreachable'),
    mailRecords: async domain => web.mail?.[domain] ?? { ok: true, mx: [], txt: [], dmarc: [] },
    async crawl({ entered, contact, onProgress }, signal = new AbortController().signal) {
      if (signal.aborted) return failed('cancelled')
      try {
        const snapshot = await crawlSite({ entered, contact: contactSchema.parse(contact), reader, clock, signal, report: onProgress ?? (() => {}), ...(web.rendered && { renderer: createMemoryRenderer(web.rendered) }) })
        return { ok: true, snapshot }
      } catch (error) {
        if (!signal.aborted) throw error
        return failed('cancelled')
      }
    },
    async audit({ yardstick, ...order }, signal) {
      const crawled = await reader.crawl(order, signal)
      if (!crawled.ok) return crawled
      order.onProgress?.({ step: 'judging', done: 0, of: 1 })
      return { ok: true, report: judgeSite(crawled.snapshot, yardstick) }
    },
    close: async () => {},
  }
  return reader
}
