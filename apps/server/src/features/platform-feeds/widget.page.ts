import { createHash } from 'node:crypto'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import { themeCss } from '@digitallotsen/pack/theme/theme-css.ts'
import { businessPath, directoryPath } from '../../pages/platform-addresses.ts'
import { html, type Markup } from '../mail/markup.ts'
import type { FeedCard, FeedScene } from './feed-scene.types.ts'
import { markedName } from './feed-words.ts'

/** What other sites show of a city's directory in a frame: no script, no cookie, no file from anywhere. */

const ownCss = `
*{box-sizing:border-box;margin:0}
body{padding:1rem;background:var(--surface-page);color:var(--text);font:1rem/1.45 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.125rem;line-height:1.3;border-left:4px solid var(--brand);padding-left:.75rem}
ul{padding:0;list-style:none;margin-block:.75rem}
li{border-top:1px solid var(--border)}
a{color:var(--link)}
li a,.all{display:inline-flex;align-items:center;min-height:2.75rem;font-weight:600}
li p{color:var(--text-muted);font-size:.9375rem}
li p:last-child{padding-bottom:.75rem}
.sample{margin-top:.75rem;padding:.5rem .75rem;background:var(--warning-soft);color:var(--warning);font-size:.875rem}
a:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
`

export type WidgetStyle = {
  css: string
  /** As a Content-Security-Policy names it. */
  source: string
}

const known = new WeakMap<ResolvedPack, WidgetStyle>()

const makeStyle = ({ theme }: ResolvedPack): WidgetStyle => {
  const css = themeCss(theme) + ownCss
  return { css, source: `'sha256-${createHash('sha256').update(css).digest('base64')}'` }
}

export const widgetStyleOf = (pack: ResolvedPack): WidgetStyle => {
  const style = known.get(pack) ?? makeStyle(pack)
  known.set(pack, style)
  return style
}

const item = (scene: FeedScene, { slug, name, tagline, street, sample }: FeedCard): Markup => {
  const lines = [tagline, street].flatMap(line => (line === null ? [] : [html`<p>${line}</p>`]))
  return html`<li><a href="${scene.origin + businessPath(slug)}" target="_blank" rel="noopener">${markedName(name, sample && !scene.sample)}</a>${lines}</li>`
}

const page = (pack: ResolvedPack, title: string, inside: Markup): string => {
  // Raw on purpose: the style is ours to the letter, and its hash has to fit.
  const style = `<style>${widgetStyleOf(pack).css}</style>`
  const head = html`<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${title}</title>`
  return `<!doctype html><html lang="de"><head>${head}${style}</head><body>${inside}</body></html>\n`
}

export const renderWidget = (scene: FeedScene, cards: readonly FeedCard[]): string => {
  const { pack, origin, district, sample } = scene
  const title = district ? `Betriebe: ${district.name}` : `Betriebe in ${pack.name}`
  const note = sample ? html`<p class="sample">Musterdaten: Betriebe und Angaben sind erfunden.</p>` : ''
  const list = cards.length === 0 ? html`<ul><li><p>Hier stellt sich noch kein Betrieb vor.</p></li></ul>` : html`<ul>${cards.map(card => item(scene, card))}</ul>`
  const all = html`<a class="all" href="${origin + directoryPath({ district: district?.id ?? null })}" target="_blank" rel="noopener">Alle Betriebe ansehen</a>`
  return page(pack, title, html`<main><h1>${title}</h1>${note}${list}${all}</main>`)
}

/** In place of the list, where there is none to show. */
export const renderWidgetNotice = (pack: ResolvedPack, text: string): string => page(pack, pack.programme, html`<main><h1>${pack.programme}</h1><p>${text}</p></main>`)
