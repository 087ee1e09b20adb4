import { isThing, isWithoutBasePrice } from './goods.ts'

const quantity = /(?<![\d.,/€½¼¾])(½|¼|¾|[13]\/[234](?!\d)|\d{1,5}(?:[.,]\d{1,3})?)[\s-]?(kg|gr|g|gramm|kilo(?:gramm)?|ml|cl|ltr|l|liter|m|meter|cm)(?![a-zäöüß²³0-9]|\/(?!\d{1,4}\s?m\b))/gi
const fractions: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75, '1/2': 0.5, '1/4': 0.25, '3/4': 0.75, '1/3': 0.33 }

/** True where a product's text names a quantity that needs a base price: more than 10 g or ml, and not just 1 kg, 1 l or 1 m, where both prices are the same; never for goods the law leaves out or sells by the piece (§ 4 PAngV). */
export const hasSoldQuantity = (text: string): boolean =>
  !isWithoutBasePrice(text, amountsIn(text)) && [...text.matchAll(quantity)].some(({ 0: match, 1: amount = '', 2: unit = '', index }) => {
    if (isTrait(text, index, index + match.length)) return false
    const value = timesBefore(text.slice(Math.max(0, index - 8), index)) * (fractions[amount] ?? Number(amount.replace(/^(\d{1,3})\.(\d{3})$/, '$1$2').replace(',', '.')))
    const kind = unit.toLowerCase()
    if (/^(?:c?m|meter)$/.test(kind) && sides.test(text.slice(Math.max(0, index - 12), index))) return false
    if (/^(?:gr?|gramm|ml)$/.test(kind)) return value >= 10 && value !== 1_000
    if (kind === 'cm') return false
    return value > 0 && value !== 1
  })

/** „2 x 3 m“ are the sides of a carpet. */
const sides = /\d\s?[x×]\s?$/i

/** „20 x 2 g“ are 40 g. */
const timesBefore = (before: string): number => Number(/(?<![\d.,])(\d{1,3})\s?[x×]\s?$/i.exec(before)?.[1] ?? 1)

/** Different amounts named in a text: „250 g“, „0,5 l“. */
const amountsIn = (text: string): number => new Set([...text.slice(0, 2_000).matchAll(quantity)].map(([match]) => match.toLowerCase().replace(/\s/g, ''))).size

const filler = String.raw`(?:[ \t:\d,.–-]|ca\.?|etwa|bis|zu|nur|ab|max\.?|von|beträgt){0,16}$`
const measureBefore = new RegExp(String.raw`(?:trägt|traglast|belast\p{L}*|höhe|breite|länge|tiefe|durchmesser|stiel|klinge|reichweite|fasst|fassungsvermögen|kapazität|kabel|schafft|für\s\p{L}{3,20}\s(?:ab|bis|von|mit|à))${filler}`, 'iu')
const weightBefore = new RegExp(String.raw`(?:(?<!netto|füll|abtropf)gewicht|wiegt|schwer)${filler}`, 'iu')
const measureAfter = /^[ \t]*(?:belast|traglast|hoch|breit|lang|tief|durchmesser|reichweite|(?:in der|pro|je) (?:stunde|minute)|fassung)/i
const weightAfter = /^[ \t]*schwer/i
const meantFor = /(?<!(?:€|eur|euro)\s?\*?)\s\bfür\s(?:bis zu\s|ca\.?\s|etwa\s)?$|^für\s$/i
const lessAfter = /^[ \t]*(?:leichter|schwerer|mehr|weniger)/i
const measures = /trägt|traglast|belast|höhe|breite|länge|tiefe|durchmesser|stiel|klinge|ø|maße\b|\d\s?[cm]m\b/i

const volumeBefore = new RegExp(String.raw`(?:volumen|inhalt|stauraum)${filler}`, 'iu')
const ownWeightBefore = new RegExp(String.raw`(?:eigen|leer|flächen|stoff|pack)gewicht${filler}`, 'iu')
const bedding = /daune|feder(?:n|bett)|schlafsack|kissen|bettdecke|steppdecke/i
const fillingBefore = new RegExp(String.raw`füll(?:ung|gewicht|menge)${filler}`, 'iu')

/** What a rucksack or a pot holds, what it weighs itself, what a pillow is stuffed with. */
const isOfThing = (text: string, before: string): boolean =>
  ownWeightBefore.test(before) || (volumeBefore.test(before) && isThing(text)) || (fillingBefore.test(before) && bedding.test(text))

/** How high or strong a thing is, not how much of it is sold; a weight only where measures stand beside it (a rod, not a loaf). */
const isTrait = (text: string, start: number, end: number): boolean => {
  const [before, after] = [text.slice(Math.max(0, start - 30), start), text.slice(end, end + 16)]
  return isOfThing(text, before) || meantFor.test(before) || lessAfter.test(after) || measureBefore.test(before) || measureAfter.test(after) || ((weightBefore.test(before) || weightAfter.test(after)) && measures.test(text))
}
