import type { CheckRule, Place } from '../check.types.ts'
import { failsAt, notChecked } from '../outcome.ts'
import { listProducts, type Product } from '../products.ts'

const tax = /(?:in[kc]l(?:usive|\.)?|einschl(?:ießlich|\.)?|enthält)[^\n]{0,40}(?:mwst|ust\b|mehrwertsteuer|umsatzsteuer)|§\s?19\s?(?:abs[^\n]{0,6}\s?)?ustg|kleinunternehmer/i
const shipping = /(?:zzgl|zuzüglich|plus|e[xk][ck]l(?:usive)?)\.?[^\n]{0,60}(?:versand|liefer|porto)|\+\s?(?:versand|liefer|porto)|versandkostenfrei|versand\s?kostenlos|kostenlose[rn]?\s+(?:versand|lieferung)|(?:in[kc]l\.?|inklusive)\s+versand|versand(?:kosten)?\s+(?:wird|werden)\s[^\n]{0,30}berechnet|versand(?:kosten)?:?\s{0,3}\d{1,3}[.,]\d{2}\s?(?:€|eur)|gratis\s?versand|versandfrei|frei haus/i
const forAll = /(?:alle|sämtliche|unsere|die angegebenen|angegebene)[^\n]{0,20}\s?(?:preise|preisangaben)|^\s?\*|preise (?:verstehen sich|in[kc]l)/i

export const priceNotes: CheckRule = {
  id: 'O-01',
  needsPage: true,
  judge: site => {
    const products = listProducts(site)
    if (products.length === 0) return notChecked('no_priced_page')
    return failsAt(products.flatMap(faultsOf))
  },
}

const faultsOf = (product: Product): Place[] => {
  const common = commonNotes(product.screen.text)
  const place = { page: product.screen.url, quote: product.text.split('\n').slice(0, 3).join(' ') }
  return [
    ...(tax.test(product.text) || tax.test(common) ? [] : [{ cause: 'price.no_tax_note' as const, ...place }]),
    ...(shipping.test(product.text) || shipping.test(common) ? [] : [{ cause: 'price.no_shipping_note' as const, ...place }]),
  ]
}

/** Sentences that speak for all prices, or a footnote with an asterisk, with the line after each. */
const commonNotes = (text: string): string => {
  const lines = text.split('\n').slice(0, 5_000)
  return lines.flatMap((line, i) => (forAll.test(line.slice(0, 500)) ? [line.slice(0, 500), (lines[i + 1] ?? '').slice(0, 300)] : [])).join(' ')
}
