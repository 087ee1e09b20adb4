import type { SiteAuditResult, Yardstick } from './site-audit.schemas.ts'
import type { CrawlProgress, CrawlResult } from './snapshot.schemas.ts'
import type { CertificateResult, MailResult, WebRequest, WebResult } from './web.schemas.ts'

/** What was typed, and whom the site's owner may ask: an address of the web or of mail. */
export type CrawlOrder = { entered: string; contact: string; onProgress?: (progress: CrawlProgress) => void }

/** A look at a site that ends in verdicts. */
export type AuditOrder = CrawlOrder & { yardstick: Yardstick }

/**
 * Reads foreign sites, and only what the public internet shows: never an inner address, never another port, never more than its limits.
 * Every way to fail is a result with a reason; only a wrong use throws.
 */
export interface WebReader {
  fetch(request: WebRequest, signal?: AbortSignal): Promise<WebResult>
  /** What the certificate at a host's port 443 says, also a wrong one. */
  certificate(host: string, signal?: AbortSignal): Promise<CertificateResult>
  /** What a domain says of its mail; a domain that says nothing has empty lists. */
  mailRecords(domain: string, signal?: AbortSignal): Promise<MailResult>
  /** The whole look at a site, politely: one to two minutes. A site that cannot be read is a snapshot too; a failure is the reader's own. */
  crawl(order: CrawlOrder, signal?: AbortSignal): Promise<CrawlResult>
  /** The same, judged where it was read: what a stranger wrote is parsed nowhere else. */
  audit(order: AuditOrder, signal?: AbortSignal): Promise<SiteAuditResult>
  close(): Promise<void>
}
