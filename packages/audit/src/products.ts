import { putsIntoBasket } from './basket-words.ts'
import { lineage, type HtmlElement } from './html/parse-html.ts'
import { textOf } from './html/text.ts'
import { listActions } from './forms.ts'
import type { Screen, SiteView } from './site-view.ts'

/** A thing on sale: the smallest part of the page that holds its price and the way into the basket. */
export interface Product {
  readonly screen: Screen
  readonly element: HtmlElement
  readonly text: string
  readonly price: string
}

const price = /(?<![\d.,])(?!0[.,]00)\d{1,5}(?:\.\d{3})?(?:[.,](?:\d{2}|-|–))?\s?(?:€|EUR\b|Euro\b)|(?:€|\bEUR|\bEuro)\s?(?!0[.,]00)\d{1,5}(?:\.\d{3})?(?:[.,]\d{2})?/
const maxHolders = 8

const known = new WeakMap<Screen, readonly Product[]>()

/** Things on sale on the pages that were read, at most 300 per page. */
export const listProducts = (site: SiteView): readonly Product[] => site.screens.flatMap(productsOn)

const productsOn = (screen: Screen): readonly Product[] => {
  const before = known.get(screen)
  if (before) return before
  const buttons = listActions(screen).filter(({ element, name, title }) => putsIntoBasket(element, name, title) && ![...lineage(element)].some(holder => /^(?:header|footer|nav)$/.test(holder.name))).slice(0, 300)
  const counts = new Map<HtmlElement, number>()
  for (const { element } of buttons) for (const holder of lineage(element)) counts.set(holder, (counts.get(holder) ?? 0) + 1)
  const products = new Map<HtmlElement, Product>()
  for (const { element } of buttons) {
    const product = productAround(screen, element, counts)
    if (product) products.set(product.element, product)
  }
  const list = [...products.values()]
  known.set(screen, list)
  return list
}

const productAround = (screen: Screen, button: HtmlElement, counts: ReadonlyMap<HtmlElement, number>): Product | undefined => {
  for (const [steps, holder] of [...lineage(button)].slice(0, maxHolders).entries()) {
    if (steps === 0 || holder.name === 'body' || holder.name === 'html') continue
    const found = price.exec(textOf(holder).slice(0, 4_000))
    if (!found) continue
    const row = (counts.get(holder) ?? 0) > 1 ? rowBefore(button, counts) : undefined
    return row ? { screen, ...row } : { screen, ...widened(holder, counts), price: found[0] }
  }
  const row = rowBefore(button, counts)
  return row && { screen, ...row }
}

const maxRow = 6

/** In a flat list without cards: the elements before the button, back to the button before it, as long as they hold a price. */
const rowBefore = (button: HtmlElement, counts: ReadonlyMap<HtmlElement, number>): Omit<Product, 'screen'> | undefined => {
  for (const holder of [...lineage(button)].slice(0, 4)) {
    if ((counts.get(holder) ?? 0) > 1) return undefined
    const siblings = (holder.parent?.children ?? []).filter(child => typeof child !== 'string')
    const at = siblings.indexOf(holder)
    const before = siblings.slice(Math.max(0, at - maxRow), at)
    const last = before.findLastIndex(sibling => counts.has(sibling))
    const text = [...before.slice(last + 1), holder].map(element => textOf(element).slice(0, 1_000)).join('\n')
    const found = price.exec(text)
    if (found) return { element: holder, text, price: found[0] }
  }
  return undefined
}

/** A form or price box alone may be the holder: the card around it (li, article, product), as long as it holds no other basket button, is the product. */
const widened = (holder: HtmlElement, counts: ReadonlyMap<HtmlElement, number>): { element: HtmlElement; text: string } => {
  let best = holder
  for (const outer of [...lineage(holder)].slice(0, 5)) {
    if (/^(?:body|html|main)$/.test(outer.name) || (counts.get(outer) ?? 0) > (counts.get(holder) ?? 0)) break
    best = outer
    if (/^(?:li|article|tr)$/.test(outer.name) || /(?:^|\s)(?:product|produkt|artikel|card)/i.test(outer.attributes['class'] ?? '')) break
  }
  return { element: best, text: textOf(best).slice(0, 4_000) }
}
