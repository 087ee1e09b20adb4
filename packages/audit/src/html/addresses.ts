import { attribute, type HtmlDocument } from './parse-html.ts'

/** The absolute address of a reference on a page, white space and line breaks inside it removed as browsers do; undefined where it is none. */
export const resolveAddress = (reference: string, base: string): URL | undefined => (URL.canParse(reference, base) ? new URL(reference, base) : undefined)

/** What relative addresses of the document start from: its first <base href>, else its own address. */
export const baseOf = (document: HtmlDocument, url: string): string => {
  const base = document.elements.find(element => element.name === 'base' && attribute(element, 'href'))
  return (base && resolveAddress(attribute(base, 'href') ?? '', url)?.href) ?? url
}

/** The host without a leading "www.", so that both spellings of a site are one. */
const bareHost = (host: string): string => host.toLowerCase().replace(/^www\./, '')

/** True where both addresses are of one site: same host apart from "www.". */
export const isSameSite = (a: URL, b: URL): boolean => bareHost(a.host) === bareHost(b.host)

/** One spelling per page: without fragment and "www.", scheme https. Two addresses that answer the same page by the usual rules get one key. */
export const pageKey = (address: string | URL): string => {
  const url = new URL(address)
  url.hash = ''
  url.protocol = url.protocol === 'http:' ? 'https:' : url.protocol
  url.host = bareHost(url.host)
  return url.href
}
