import { SaxesParser } from 'saxes'
import type { TextAnswer } from './site.types.ts'

export interface Sitemap {
  readonly addresses: readonly string[]
  readonly lastmods: readonly string[]
}

const maxEntries = 50_000

/** Reads a sitemap or an index of them; undefined where it did not answer 200 or is no well-formed XML of that kind. No entity is ever expanded beyond XML's own five. */
export const readSitemap = ({ status, body }: TextAnswer): Sitemap | undefined => {
  if (status !== 200 || !body) return undefined
  const parser = new SaxesParser({ xmlns: false })
  const addresses: string[] = []
  const lastmods: string[] = []
  const state = { failed: false }
  let [root, name, depth] = ['', '', 0]
  let text = ''
  parser.on('error', () => { state.failed = true })
  parser.on('doctype', () => { state.failed = true })
  parser.on('opentag', tag => {
    depth += 1
    if (root === '') root = tag.name
    name = tag.name
    text = ''
    if (depth > 20) state.failed = true
  })
  parser.on('text', part => { if (text.length < 4_000) text += part })
  parser.on('cdata', part => { if (text.length < 4_000) text += part })
  parser.on('closetag', tag => {
    depth -= 1
    if (tag.name !== name || addresses.length > maxEntries) return
    if (tag.name === 'loc') addresses.push(text.trim())
    if (tag.name === 'lastmod') lastmods.push(text.trim())
    name = ''
  })
  const source = body.replace(/^\uFEFF/, '').slice(0, 2_200_000)
  for (let at = 0; at < source.length && !state.failed; at += 16_384) parser.write(source.slice(at, at + 16_384))
  if (!state.failed) parser.close()
  return state.failed || !/^(?:urlset|sitemapindex)$/.test(root) ? undefined : { addresses, lastmods }
}
