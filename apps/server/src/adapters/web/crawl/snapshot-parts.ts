import type { FailureReason as SiteFailure, Page, PlainHttp, Probe, TextAnswer, Tls } from '@digitallotsen/audit/site.types.ts'
import type { FailureReason } from '../failure.ts'
import type { CertificateResult, WebResult } from '../web.schemas.ts'

const siteFailures: Record<FailureReason, SiteFailure> = {
  invalid_url: 'other', scheme: 'forbidden_address', port: 'forbidden_address', credentials: 'forbidden_address', refused_address: 'forbidden_address',
  dns: 'dns', unreachable: 'refused', reset: 'reset', tls: 'tls', timeout: 'timeout', redirects: 'too_many_redirects',
  headers_too_large: 'too_large', too_large: 'too_large', encoding: 'bad_compression', protocol: 'other', not_html: 'not_html', not_text: 'other',
  crashed: 'other', cancelled: 'other',
}

export const toSiteFailure = (reason: FailureReason): SiteFailure => siteFailures[reason]

type Asked = Pick<Page, 'url' | 'via'> & { parent?: string }

const groupHeaders = (headers: readonly (readonly [string, string])[]): Record<string, string[]> => {
  const grouped: Record<string, string[]> = Object.create(null)
  for (const [name, value] of headers) (grouped[name] ??= []).push(value)
  return { ...grouped }
}

export const toPage = (asked: Asked, result: WebResult): Page => {
  if (result.ok) {
    return {
      ...asked,
      finalUrl: result.url, hops: result.hops, status: result.status, headers: groupHeaders(result.headers),
      ...(result.text !== null && { body: result.text }),
      bytes: result.decodedBytes, wireBytes: result.transferredBytes,
      ...(result.charset && { charset: result.charset }),
      milliseconds: Math.round(result.firstByteMs),
    }
  }
  const headers = result.contentType === null ? {} : { 'content-type': [result.contentType] }
  const { hops } = result
  return { ...asked, finalUrl: hops.at(-1)?.to ?? asked.url, hops, ...(result.status !== null && { status: result.status }), headers, bytes: 0, milliseconds: 0, failure: toSiteFailure(result.reason) }
}

const headerOf = (result: WebResult, wanted: string) => (result.ok ? result.headers.find(([name]) => name === wanted)?.[1] : undefined)

export const toTextAnswer = (url: string, result: WebResult): TextAnswer => {
  if (!result.ok) return { url, ...(result.status !== null && { status: result.status }), ...(result.contentType !== null && { contentType: result.contentType }), failure: toSiteFailure(result.reason) }
  const contentType = headerOf(result, 'content-type')
  return { url, status: result.status, ...(contentType !== undefined && { contentType }), ...(result.text !== null && { body: result.text }) }
}

/** The whole size also where only the first bytes were asked for. */
const sizeOf = (result: WebResult): number | undefined => {
  const told = /\/(\d{1,12})$/.exec(headerOf(result, 'content-range') ?? '')?.[1] ?? headerOf(result, 'content-length')
  return told !== undefined && /^\d{1,12}$/.test(told) ? Number(told) : undefined
}

export const toProbe = (probe: Pick<Probe, 'url' | 'kind'>, result: WebResult): Probe => {
  if (!result.ok) return { ...probe, ...(result.status !== null && { status: result.status }), failure: toSiteFailure(result.reason) }
  const bytes = sizeOf(result)
  const contentType = headerOf(result, 'content-type')
  const status = result.status === 206 ? 200 : result.status
  return { ...probe, status, ...(bytes !== undefined && { bytes }), ...(contentType !== undefined && { contentType }), ...result.picture }
}

export const toPlainHttp = (result: WebResult): PlainHttp => {
  const [hop] = result.hops
  if (hop) return { kind: 'redirect', status: hop.status, location: hop.to, ...(result.ok && { finalUrl: result.url }) }
  return result.ok ? { kind: 'answer', status: result.status } : { kind: 'failure', failure: toSiteFailure(result.reason) }
}

const nobodyThere = new Set<FailureReason>(['unreachable', 'reset', 'timeout', 'dns', 'port', 'refused_address'])

export const toTls = (result: CertificateResult): Tls => {
  if (!result.ok) return { ok: false, reason: nobodyThere.has(result.reason) ? 'no_https' : result.reason === 'tls' ? 'protocol' : 'other' }
  const { validTo, fault, issuer, protocol } = result
  return fault ? { ok: false, reason: fault, validTo } : { ok: true, validTo, ...(issuer && { issuer }), ...(protocol && { protocol }) }
}
