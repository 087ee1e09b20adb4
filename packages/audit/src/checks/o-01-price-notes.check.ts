import type { CheckRule, Place } from '../check.types.ts'
import { failsAt, notChecked } from '../outcome.ts'
import { listProducts, type Product } from '../products.ts'
import type { Screen } from '../site-view.ts'

const taxName = String.raw`(?:mwst|ust\b|mehrwertsteuer|umsatzsteuer|vat\b)`
const smallBusiness = /§\s?19\s?(?:abs[^\n]{0,6}\s?)?ustg|kleinunternehmer/i
const tax = new RegExp(String.raw`(?:in[kc]l(?:usive|\.)?|einschl(?:ießlich|\.)?|enthält|enthalten)[^\n]{0,40}${taxName}|${taxName}\.?\s(?:(?:ist|sind|bereits|schon|jeweils)\s){0,2}(?:in[kc]l|enthalten|inbegriffen)`, 'i')
const shipping = /(?:zu?zgl|zgl|zuz|zuzüglich|plus|e[xk][ck]l(?:usive)?)\.?[^\n]{0,60}(?:versand|liefer|porto|spedition|fracht|transport)|in[kc]l\.?[^\n]{0,30}\s(?:und|&)\s(?:versand|lieferung)|\+\s?(?:versand|liefer|porto)|versandkostenfrei|portofrei|(?:versand|lieferung|zustellung)\s?(?:ist\s)?(?:kostenlos|kostenfrei|gratis|inklusive)|(?:kostenlose|kostenfreie)[rn]?\s+(?:versand|lieferung)|(?:keine|ohne)\s(?:weiteren\s)?(?:versand|liefer)kosten|(?:in[kc]l\.?|inklusive)\s+(?:versand|lieferung|porto)|versand(?:kosten)?\s(?:extra\b|[^\n]{0,20}hinzu)|hinzu\s[^\n]{0,20}versand|\bnur\s(?:zur\s)?(?:selbst)?abholung|\+\s?\d{1,3}[.,]\d{2}\s?€\s?(?:versand|porto|liefer)|versand(?:kosten)?\s+(?:wird|werden)\s[^\n]{0,30}berechnet|versand(?:kosten)?:?\s{0,3}\d{1,3}[.,]\d{2}\s?(?:€|eur)|gratis-?\s?(?:versand|lieferung)|versandfrei|frei haus/i
const forAll = /(?:alle|sämtliche|unsere|die angegebenen|angegebene)[^\n]{0,20}\s?(?:preise|preisangaben)|^\s?(?:[*¹²†]|\(?\d\)\s)|preis(?:e|angaben) (?:verstehen sich|in[kc]l|enthalten)/i

export const priceNotes: CheckRule = {
  id: 'O-01',
  needsPage: true,
  judge: site => {
    const products = listProducts(site)
    if (products.length === 0) return notChecked('no_priced_page')
    const noted = new Set(products.filter(({ text }) => isTaxed(text) && isShipped(text)).flatMap(product => keyOf(product) ?? []))
    const common = commonByScreen(products)
    return failsAt(products.filter(product => !noted.has(keyOf(product) ?? '')).flatMap(product => faultsOf(product, common.get(product.screen) ?? { isTaxed: false, isShipped: false })))
  },
}

interface Notes {
  readonly isTaxed: boolean
  readonly isShipped: boolean
}

const faultsOf = ({ screen, text }: Product, common: Notes): Place[] => {
  const place = { page: screen.url, quote: text.split('\n').slice(0, 3).join(' ') }
  return [
    ...(common.isTaxed || isTaxed(text) ? [] : [{ cause: 'price.no_tax_note' as const, ...place }]),
    ...(common.isShipped || isShipped(text) ? [] : [{ cause: 'price.no_shipping_note' as const, ...place }]),
  ]
}

const isTaxed = (text: string): boolean => tax.test(text) || smallBusiness.test(text)

/** „zzgl.“ in a line of its own belongs to the next one. */
const isShipped = (text: string): boolean => shipping.test(text.replace(/((?:zzgl|inkl|exkl)\.?|zuzüglich|plus|\+)\n/gi, '$1 '))

/** Page, name and price, where there is a name: a bar that shows once more what stands on the same page with its notes has the same. */
const keyOf = ({ screen, text, price }: Product): string | undefined => {
  const name = (text.replace(price, '\n').split('\n', 1)[0] ?? '').trim()
  return name.length > 2 ? `${screen.url}\n${name}\n${price}` : undefined
}

/** What each page says of all its prices; § 19 UStG is said of the whole business. */
const commonByScreen = (products: readonly Product[]): ReadonlyMap<Screen, Notes> =>
  new Map([...new Set(products.map(({ screen }) => screen))].map(screen => {
    const notes = commonNotes(screen.text)
    return [screen, { isTaxed: tax.test(notes) || smallBusiness.test(screen.text), isShipped: shipping.test(notes) }]
  }))

/** Sentences that speak for all prices, or a footnote with an asterisk, with the line after each. */
const commonNotes = (text: string): string => {
  const lines = text.split('\n').slice(0, 5_000)
  return lines.flatMap((line, i) => (forAll.test(line.slice(0, 500)) ? [line.slice(0, 500), (lines[i + 1] ?? '').slice(0, 300)] : [])).join(' ')
}
