import type { CheckRule } from '../check.types.ts'
import { failsAt, notChecked } from '../outcome.ts'
import { listProducts } from '../products.ts'

const quantity = /(?<![\d.,/€])(\d{1,5}(?:[.,]\d{1,3})?)\s?(kg|g|gramm|kilo(?:gramm)?|ml|cl|l|liter|m|meter|cm)(?![a-zäöüß²³/0-9])/gi
const basePrice = /(?:€|eur(?:o)?)\s?(?:\/|je|pro|per)\s?(?:1\s?|100\s?)?(?:kg|kilo|g\b|l\b|liter|ml|m\b|meter)|(?:1|100)\s?(?:kg|kilogramm|l|liter|g|ml|m|meter)\s?(?:=|:|kostet|\()\s?\d|grundpreis|\/\s?(?:1\s?|100\s?)?(?:kg|l|m|g|ml|liter)\b|(?:je|pro)\s+(?:1\s?|100\s?)?(?:kg|kilo(?:gramm)?|liter|l|meter|m|g|ml)\b/i

export const basePrices: CheckRule = {
  id: 'O-02',
  needsPage: true,
  judge: site => {
    const products = listProducts(site)
    if (products.length === 0) return notChecked('no_priced_page')
    return failsAt(products.filter(({ text }) => hasQuantity(text) && !basePrice.test(text)).map(({ screen, text }) => ({ cause: 'price.no_base_price', page: screen.url, quote: text.split('\n').slice(0, 2).join(' ') })))
  },
}

/** A quantity that needs a base price: more than 10 g or ml, and not just 1 kg, 1 l or 1 m, where both prices are the same (§ 4 PAngV). */
const hasQuantity = (text: string): boolean =>
  [...text.matchAll(quantity)].some(([, amount = '', unit = '']) => {
    const value = Number(amount.replace(',', '.'))
    const kind = unit.toLowerCase()
    if (/^(?:g|gramm|ml)$/.test(kind)) return value >= 10 && value !== 1_000
    if (kind === 'cm') return false
    return value > 0 && value !== 1
  })
