import type { SiteSnapshot } from '@digitallotsen/audit/site.types.ts'
import * as z from 'zod'
import { renderedFactsSchema } from './render/rendered.schemas.ts'
import { charsetSchema, failureSchema, hopSchema, type WebFailureResult } from './web.schemas.ts'

const line = z.string().max(40_000)
const body = z.string().max(4_000_000)
const count = z.number().nonnegative()
const status = z.number().int()
export const siteFailure = z.enum(['dns', 'refused', 'reset', 'timeout', 'too_large', 'too_many_redirects', 'forbidden_address', 'tls', 'bad_encoding', 'bad_compression', 'not_html', 'robots', 'other'])

const pageSchema = z.object({
  url: line,
  finalUrl: line,
  hops: z.array(hopSchema).max(10),
  via: z.enum(['entered', 'link', 'frame', 'meta_refresh']),
  parent: z.exactOptional(line),
  status: z.exactOptional(status),
  headers: z.record(z.string().max(1_000), z.array(line).max(1_000)),
  body: z.exactOptional(body),
  bytes: count,
  wireBytes: z.exactOptional(count),
  charset: z.exactOptional(charsetSchema),
  milliseconds: count,
  failure: z.exactOptional(siteFailure),
})

const textAnswerSchema = z.object({ url: line, status: z.exactOptional(status), contentType: z.exactOptional(line), body: z.exactOptional(body), failure: z.exactOptional(siteFailure) })

const probeSchema = z.object({
  url: line,
  kind: z.enum(['link', 'image']),
  status: z.exactOptional(status),
  failure: z.exactOptional(siteFailure),
  bytes: z.exactOptional(count),
  contentType: z.exactOptional(line),
  width: z.exactOptional(count),
  height: z.exactOptional(count),
})

const plainHttpSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('redirect'), status, location: line, finalUrl: z.exactOptional(line) }),
  z.object({ kind: z.literal('answer'), status }),
  z.object({ kind: z.literal('failure'), failure: siteFailure }),
])

const tlsSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), validTo: line, issuer: z.exactOptional(line), protocol: z.exactOptional(line) }),
  z.object({ ok: z.literal(false), reason: z.enum(['expired', 'wrong_host', 'self_signed', 'untrusted', 'not_yet_valid', 'no_https', 'protocol', 'other']), validTo: z.exactOptional(line) }),
])

const records = z.array(line).max(50)

/** What a crawl can say of a site; people and maps are added elsewhere. */
export const crawledSnapshotSchema = z.object({
  entered: line,
  startedAt: z.iso.datetime(),
  pages: z.array(pageSchema).min(1).max(6),
  plainHttp: z.exactOptional(plainHttpSchema),
  tls: z.exactOptional(tlsSchema),
  robots: z.exactOptional(textAnswerSchema),
  sitemaps: z.exactOptional(z.array(textAnswerSchema).max(5)),
  probes: z.array(probeSchema).max(50),
  absentAddress: z.exactOptional(z.object({ url: line, status: z.exactOptional(status), failure: z.exactOptional(siteFailure) })),
  rendered: z.exactOptional(renderedFactsSchema),
  renderFailed: z.exactOptional(z.literal(true)),
  dns: z.exactOptional(z.object({ domain: line, mx: records, txt: records, dmarc: records })),
}) satisfies z.ZodType<SiteSnapshot>

export const crawlResultSchema = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), snapshot: crawledSnapshotSchema }), failureSchema])
export const crawlProgressSchema = z.object({ step: z.enum(['start', 'pages', 'site', 'links', 'judging']), done: z.number().int(), of: z.number().int() })

export type CrawlResult = { ok: true; snapshot: SiteSnapshot } | WebFailureResult
export type CrawlProgress = z.output<typeof crawlProgressSchema>
