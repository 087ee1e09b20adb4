import type { CheckRule } from '../check.types.ts'
import { descendants, lineage, type HtmlElement } from '../html/parse-html.ts'
import { textOf } from '../html/text.ts'
import { failsAt, notChecked } from '../outcome.ts'
import { listProducts } from '../products.ts'
import { hasSoldQuantity } from '../sold-quantity.ts'

const unit = String.raw`(?:kg|kilo(?:gramm)?|gramm|gr|g|liter|ltr|l|ml|cl|meter|m)(?![a-zäöüß²³])`
const perUnit = String.raw`(?:1|100|1\.?000)?\s?${unit}`
/** "39,60 €/kg", "(15,80 €* / 1000 ml)", "1 Liter = 19,80 €", "je 100 g", "Grundpreis". */
const basePrice = new RegExp(String.raw`(?:€|eur|euro)\s?\*{0,2}\s?(?:\/|je|pro|per|für)\s?${perUnit}|(?:1|100)\s?${unit}\s?(?:=|:|kostet|\()\s?\d|(?:1|100)\s?${unit}\s?\/\s?\d{1,4}[.,]\d{2}\s?(?:€|eur)|(?<![\p{L}])(?:kg|l)\s?\/\s?\d{1,4}[.,]\d{2}\s?(?:€|eur)|\(\s?(?:1|100)\s?${unit}\s\d{1,4}[.,]\d{2}\s?(?:€|eur)|(?<![\p{L}\d.,]\s?)(?:kg|l|liter)\s?[=:]\s?\d{1,4}[.,]\d{2}|(?:grund|kilo|liter|meter|kg-?\s?|l-)preis[^€]{0,40}(?:\d[.,]\d{2}\s?(?:€|eur)|€\s?\d)|\/\s?${perUnit}|(?:je|pro)\s+${perUnit}`, 'giu')
const nutritionAfter = /^[^\n€]{0,12}(?:\n[^\n€]{0,20})?(?:kj|kcal|brennwert|energie|fett|nährwert|eiweiß|zucker|salz|kohlenhydrat)/i
const nutritionBefore = /(?:nährwert|brennwert|energie|nährstoff|durchschnittlich|enthält|enthalten|kcal|kj|kalorien)[^€]{0,24}$/i

/** A price for a unit; „je 100 g“ of a nutrition table is none. */
const hasBasePrice = (text: string): boolean =>
  [...text.matchAll(basePrice)].some(({ 0: match, index }) =>
    !nutritionAfter.test(text.slice(index + match.length, index + match.length + 40)) && !(nutritionBefore.test(text.slice(Math.max(0, index - 40), index)) && !/€|eur/i.test(match)))

export const basePrices: CheckRule = {
  id: 'O-02',
  needsPage: true,
  judge: site => {
    const products = listProducts(site)
    if (products.length === 0) return notChecked('no_priced_page')
    return failsAt(products.filter(({ text, element }) => hasSoldQuantity(text) && !hasBasePrice(text) && !hasBasePriceCell(element)).map(({ screen, text }) => ({ cause: 'price.no_base_price', page: screen.url, quote: text.split('\n').slice(0, 2).join(' ') })))
  },
}

const columnHead = new RegExp(String.raw`(?:kilo|liter|meter)preis|(?:€|eur|euro|preis)\s?(?:in\s€\s?)?(?:\/|je|pro)\s?${perUnit}`, 'i')

/** In a price list: the row's cell under „Grundpreis“, „€ je kg“ or the like holds a number. */
const hasBasePriceCell = (row: HtmlElement): boolean => {
  const table = row.name === 'tr' ? [...lineage(row)].find(({ name }) => name === 'table') : undefined
  if (!table) return false
  for (const head of firstRows(table)) {
    const column = cellsOf(head).findIndex(cell => isColumnHead(textOf(cell)))
    const cell = column === -1 ? undefined : cellsOf(row)[column]
    if (cell && head !== row) return /\d/.test(textOf(cell))
  }
  return false
}

const isColumnHead = (text: string): boolean => /grundpreis/i.test(text) || columnHead.test(text)

const cellsOf = (row: HtmlElement): HtmlElement[] => row.children.filter(child => typeof child !== 'string').filter(({ name }) => name === 'td' || name === 'th')

const firstRows = (table: HtmlElement): HtmlElement[] => {
  const rows: HtmlElement[] = []
  for (const element of descendants(table)) {
    if (element.name === 'tr') rows.push(element)
    if (rows.length >= 3) break
  }
  return rows
}
