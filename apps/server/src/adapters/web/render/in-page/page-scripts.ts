import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'

/** A file of functions as the page can read it: without types, and without imports, since all of them stand side by side there. */
const inPage = (file: string): string =>
  stripTypeScriptTypes(readFileSync(new URL(file, import.meta.url), 'utf8')).replace(/^import .*$/gm, '').replace(/^export (?=const )/gm, '')

/** Brings the functions into the page's other world. */
export const bringScripts = `${['./sight.ts', './colours.ts', './banner.ts', './reading.ts'].map(inPage).join('\n')}\ntrue`

export const lookScript = '({ viewportWidth: document.documentElement.clientWidth, scrollWidth: findScrollWidth(), baseFontPx: findBaseFont(), contactTopPx: findContactTop(), banner: findBanner() })'
export const keptScript = 'listKept()'
export const watchFocusScript = 'watchFocus()'
export const tellFocusScript = 'tellFocus()'
export const scrollScript = 'scrollOn()'

/** Rules of axe-core that the checks know; frames are left out, since they may be somebody else's. */
const axeRules = ['color-contrast', 'label', 'link-name', 'button-name', 'focus-order-semantics', 'target-size']

export const axeScript = `axe.run(document, { runOnly: { type: 'rule', values: ${JSON.stringify(axeRules)} }, rules: { 'target-size': { enabled: true }, 'focus-order-semantics': { enabled: true } }, iframes: false, resultTypes: ['violations'], elementRef: false })
  .then(({ violations }) => violations.map(({ id, impact, nodes }) => ({ rule: id, impact: impact ?? null, nodes: nodes.slice(0, 50).map(({ target, html }) => ({ selector: target.flat(9).join(' ').slice(0, 400), html: html.slice(0, 400) })) })))`
