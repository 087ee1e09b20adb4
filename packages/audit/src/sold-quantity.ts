const quantity = /(?<![\d.,/€])(\d{1,5}(?:[.,]\d{1,3})?)[\s-]?(kg|g|gramm|kilo(?:gramm)?|ml|cl|l|liter|m|meter|cm)(?![a-zäöüß²³/0-9])/gi

/** True where a product's text names a quantity that needs a base price: more than 10 g or ml, and not just 1 kg, 1 l or 1 m, where both prices are the same (§ 4 PAngV). */
export const hasSoldQuantity = (text: string): boolean =>
  [...text.matchAll(quantity)].some(({ 0: match, 1: amount = '', 2: unit = '', index }) => {
    if (isTrait(text, index, index + match.length)) return false
    const value = Number(amount.replace(/^(\d{1,3})\.(\d{3})$/, '$1$2').replace(',', '.'))
    const kind = unit.toLowerCase()
    if (/^(?:g|gramm|ml)$/.test(kind)) return value >= 10 && value !== 1_000
    if (kind === 'cm') return false
    return value > 0 && value !== 1
  })

const filler = String.raw`(?:[ \t:\d,.–-]|ca\.?|etwa|bis|zu|nur|ab|max\.?|von|beträgt){0,16}$`
const measureBefore = new RegExp(String.raw`(?:trägt|traglast|belast\p{L}*|höhe|breite|länge|tiefe|durchmesser|reichweite|fasst|fassungsvermögen|kapazität|kabel|schafft|für\s\p{L}{3,20})${filler}`, 'iu')
const weightBefore = new RegExp(String.raw`(?:(?<!netto|füll|abtropf)gewicht|wiegt|schwer)${filler}`, 'iu')
const measureAfter = /^[ \t]*(?:belast|traglast|hoch|breit|lang|tief|durchmesser|reichweite|(?:in der|pro|je) (?:stunde|minute)|fassung)/i
const weightAfter = /^[ \t]*schwer/i
const measures = /trägt|traglast|belast|höhe|breite|länge|tiefe|durchmesser|maße\b|\d\s?[cm]m\b/i

/** How high or strong a thing is, not how much of it is sold; a weight only where measures stand beside it (a rod, not a loaf). */
const isTrait = (text: string, start: number, end: number): boolean => {
  const [before, after] = [text.slice(Math.max(0, start - 30), start), text.slice(end, end + 16)]
  return measureBefore.test(before) || measureAfter.test(after) || ((weightBefore.test(before) || weightAfter.test(after)) && measures.test(text))
}
