/** Telephone numbers and postal addresses as people write them, made comparable. */

export interface FoundAddress {
  readonly street: string
  readonly postcode: string
  readonly place: string
}

const phoneLike = /(?<![\w.@/-])(?:\+\s?49|0049|\(?0)[\d\s()/.\u00A0\u2013\u2011-]{5,24}\d/g
const notPhone = /(?:(?<!tel\.?\s?(?:\/|und|u\.|&)\s?(?:tele)?)fax|steuer-?(?:nr|nummer|id)|\bst\.?-?\s?nr|\biban|\bhr[ab]\b|\bust|\bid-?nr|\bkonto-?(?:nr|nummer)|\bblz|kundennummer|bestellnummer|artikel)[^\n\d]{0,25}$/i
const dateLike = /^\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{2}){0,2}/
const timeLike = /^\d{1,2}\.\d{2}\s?[-–]/

/** One spelling of a number: digits only, German numbers with a leading 0 instead of +49; undefined where it cannot be a number. */
export const normalisePhone = (text: string): string | undefined => {
  const bare = text.replace(/\(0\)/g, '').replace(/[^\d+]/g, '')
  const digits = bare.replace(/^\+49|^0049/, '0').replace(/^00+/, '0').replace(/\D/g, '')
  return digits.length >= 6 && digits.length <= 16 ? digits : undefined
}

/** Telephone numbers in a text, each once; fax, tax and register numbers, dates and times are left out. Reads at most 60,000 characters. */
export const findPhones = (text: string): string[] => {
  const found = new Set<string>()
  for (const match of text.slice(0, 60_000).matchAll(phoneLike)) {
    const before = text.slice(Math.max(0, match.index - 40), match.index).split('\n').at(-1) ?? ''
    if (notPhone.test(before) || /\biban\b/i.test(before) || dateLike.test(match[0]) || timeLike.test(match[0])) continue
    const [line = ''] = match[0].split('\n')
    const phone = normalisePhone(line)
    if (phone && phone.startsWith('0') && phone.length >= 7) found.add(phone)
  }
  return [...found]
}

const postcodeLine = /(?<![\d/+-])(?:DE?\s?[-–]\s?)?(\d{5})\s+([A-ZÄÖÜ][A-Za-zÄÖÜäöüß. /()-]{1,60})/
const street = /^(\D{2,60}?|\D{1,30}\d{1,2}\.\s?\D{2,40}?)\s{0,2}(\d{1,3}\s?[a-zA-Z]?(?:\s?[-–/+]\s?\d{1,3}\s?[a-zA-Z]?)?)$/

/** Street with house number, postcode and place where they stand together; a post-office box is none. Reads at most 3,000 lines. */
export const findAddresses = (text: string): FoundAddress[] => {
  const lines = text.split('\n').slice(0, 3_000).map(line => line.slice(0, 300))
  return lines.flatMap((line, i) => {
    const match = postcodeLine.exec(line)
    if (!match) return []
    const rest = line.slice(match.index + match[0].length)
    const after = rest.startsWith(',') ? rest : ''
    const before = [line.slice(0, match.index), lines[i - 1] ?? '', lines[i - 2] ?? '', after]
    for (const part of before) {
      const found = streetOf(part)
      if (found) return [{ street: found, postcode: match[1] ?? '', place: (match[2] ?? '').trim() }]
    }
    return []
  })
}

/** The last part of a line, where that is a name and a house number. */
const streetOf = (line: string): string | undefined => {
  if (/postfach/i.test(line)) return undefined
  if (/^[A-Z]\s?\d{1,2},\s?\d{1,3}$/.test(line.trim())) return line.trim()
  const parts = line.split(/[,;|·•]|\s[-–—]\s(?!\d)/).map(text => text.replace(/\([^)]{0,40}\)\s*$/, '').replace(/[\s:–-]+$/, '').trim()).filter(Boolean)
  const part = parts.findLast(text => !/^(?:OT|Ortsteil|Stadtteil)\s\D*$/.test(text)) ?? ''
  const [, name = '', number = ''] = street.exec(part) ?? []
  return /[A-Za-zÄÖÜäöüß]{3}|^[A-Z]\s?$/.test(name) && !/tel|fax|fon\b|mobil|^seit\b/i.test(name) ? `${name.trim()} ${number}` : undefined
}

/** One spelling of a street with its number: "Lindenstr. 12 a" and "LINDENSTRASSE 12a" are equal. */
export const normaliseStreet = (street: string): string =>
  street
    .toLowerCase()
    .replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/ß/g, 'ss')
    .replace(/strasse|str\b\.?/g, 'str')
    .replace(/[^a-z0-9]/g, '')

const mailLike = /[\w.+-]{1,64}\s?(?:@|\[at\]|\(at\)|\{at\}|\(a\)|\[a\]|[_-]at[_-]|\s-\s?at\s?-|\[ät\]|\(ät\)|\s+at\s+)\s?[\w-]{1,63}(?:\s?(?:\.|\[dot\]|\(dot\)|\[punkt\]|\(punkt\)|\s(?:dot|punkt)\s)\s?[\w-]{1,63}){1,4}/i

/** True where the text holds an e-mail address, also with [at] or (at) for the sign. */
export const hasEmail = (text: string): boolean => mailLike.test(text.slice(0, 60_000))

const legalForms = /\b(?:gmbh|ggmbh|ug|ag|e\.?\s?k\.?|e\.?\s?kfr\.?|ohg|kg|gbr|co|mbh|haftungsbeschränkt|inh|inhaber(?:in)?)\b\.?/gi

/** The words of a business name that tell it from others, lower-case: without legal form, "und", "&" and single letters. */
export const nameWords = (name: string): string[] => {
  const words = foldText(name.replace(legalForms, ' ')).split(' ').filter(word => word.length > 1 && !/^(?:und|der|die|das|am|im|in|fuer|von|zum|zur|the)$/.test(word))
  return words.length > 0 ? words : foldText(name).split(' ').filter(Boolean)
}

const tradeWords = /^(?:friseur|frisoer|salon|haarstudio|barber|blume|florist|baeckerei|konditorei|metzgerei|fleischerei|buchhandlung|buecher|buchladen|mode|damenmode|herrenmode|boutique|schuh|optik|brillen|hoerakustik|apotheke|goldschmied|juwelier|uhren|schmuck|hofladen|bauernladen|shop|store|laden|geschaeft|restaurant|cafe|gasthaus|gasthof|imbiss|pizzeria|eiscafe|bistro|bar$|kosmetik|nagel|fahrrad|zweirad|haus$|studio|atelier|eisenwaren|haushaltswaren|spielwaren|spielzeug|teekontor|tee$|teeladen|kaffee|roesterei|wein|feinkost|reformhaus|bioladen|unverpackt|drogerie|parfuemerie|sanitaetshaus|elektro|tischlerei|schreinerei|maler|autohaus|kfz|werkstatt|reinigung|schneiderei|aenderungs|foto|praxis|physiotherapie|kiosk|getraenke|moebel|kuechen|betten|raumausstat|musikhaus|tierbedarf|zoo|gaertnerei|baumschule|schreibwaren|papeterie|papier|hotel|pension|handel|fachgeschaeft|service|team|markt$|werkzeug|wolle$|stoffe?$|handarbeit|leder|sport|reise|steuerberat|steuerkanzlei|rechtsanw|anwalt|kanzlei|notar|fahrschule|tattoo|naturkost|zahnarzt|tierarzt|architekt|immobilien|versicherung|gesellschaft|meisterbetrieb|second|baubedarf|baustoff|baumarkt)/

/** The words of a business name that tell it from others of its trade and town: „Sommer“ of „Blumen Sommer, Musterstadt“; all words where none is left. */
export const tellingWords = (name: string, places: readonly string[] = []): string[] => {
  const words = nameWords(name)
  const towns = new Set(places.flatMap(place => foldText(place).split(' ')))
  const telling = words.filter(word => !tradeWords.test(word) && !towns.has(word))
  return telling.length > 0 ? telling : words
}

/** Lower-case letters and digits with single blanks between words; umlauts written out. */
export const foldText = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/ß/g, 'ss')
    .normalize('NFD').replace(/\p{M}/gu, '')
    .replace(/[’'`´]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
