import type { CauseCode } from '../cause-texts.de.ts'
import type { CheckRule } from '../check.types.ts'
import { findAddresses, findPhones, hasEmail, nameWords, foldText } from '../contact-data.ts'
import { findLegalPage, type LegalPage } from '../legal-page.ts'
import { failsAt, notChecked } from '../outcome.ts'
import { attribute } from '../html/parse-html.ts'

export const imprintDetails: CheckRule = {
  id: 'R-02',
  needsPage: true,
  judge: site => {
    const imprint = findLegalPage(site, 'imprint')
    if (!imprint || (imprint.status !== undefined && imprint.status !== 200) || imprint.length <= 150) return notChecked('no_imprint')
    const text = imprint.text
    const missing: CauseCode[] = []
    if (findAddresses(hasPostBox(text) ? withoutOthers(text) : text).length === 0) missing.push('imprint.no_address')
    if (!hasEmail(text) && !hasLink(imprint, 'mailto:')) missing.push('imprint.no_email')
    if (findPhones(text).length === 0 && !hasLink(imprint, 'tel:')) missing.push('imprint.no_phone')
    if (!namesSomeone(text, site.facts.name)) missing.push('imprint.no_name')
    if (needsRegister(text) && !(/\bhr\s?[ab]\b[\s:.-]{0,4}(?:nr\.?\s*)?\d|handelsregister[^\n]{0,60}\d/i.test(text) && (/amtsgericht|registergericht|\bAG\s+[A-ZÄÖÜ]/i.test(text) || registerOfTown.test(text)))) missing.push('imprint.no_register')
    if (isTaxNumberAsVat(text)) missing.push('imprint.tax_number_as_vat')
    const page = imprint.screen?.url ?? imprint.link.url?.href ?? ''
    return failsAt(missing.map(cause => ({ cause, page })))
  },
}

/** „Handelsregister Musterstadt“, „Handelsregister: Musterstadt, HRA 1“, „im Handelsregister von Musterstadt“. */
const registerOfTown = /[Hh]andelsregister:?\s{1,3}(?:(?:in|von|zu|der Stadt|des Ortes)\s)?(?!HR\s?[AB]|Nr|Nummer|Abt|Eintrag|Register)[A-ZÄÖÜ][a-zäöüß]{2,}/

/** The first postcode belongs to a post-office box. */
const hasPostBox = (text: string): boolean => {
  const lines = text.split('\n').slice(0, 2_000)
  const postcode = lines.findIndex(line => /\b\d{5}\s+[A-ZÄÖÜ]/.test(line))
  return /postfach/i.test(lines.slice(Math.max(0, postcode - 1), postcode + 1).join('\n'))
}

const others = /versicher|haftpflicht|aufsicht|kammer|schlichtung|webdesign|gestaltung|umsetzung|hosting|konzept/i

/** The text without lines that name an insurer, authority or agency and the three after each: their street is not the provider's. */
const withoutOthers = (text: string): string => {
  const lines = text.split('\n').slice(0, 2_000)
  return lines.filter((_, i) => !lines.slice(Math.max(0, i - 3), i + 1).some(line => others.test(line.slice(0, 500)))).join('\n')
}

const hasLink = ({ screen }: LegalPage, scheme: string): boolean =>
  screen !== undefined && screen.links.some(({ element, href }) => href.toLowerCase().startsWith(scheme) && !/^(?:footer|header|nav)$/.test(element.parent?.name ?? '') && attribute(element, 'href') !== undefined)

/** Words that stand before a name; „Diensteanbieter“ or „verantwortlich“ in running text do not. */
const roles = /\binh(?:aber(?:in)?|\.)|geschäftsführ|vertreten\s+durch|vertretungsberechtigt|vorstand|gesellschafter|(?:verantwortlich[^\n:]{0,60}|(?:betreiber|anbieter)(?:in)?[^\n:]{0,30}):/i
const legalForm = /\b(?:GmbH|UG|AG|e\.\s?K\.?|e\.\s?Kfr\.?|eK|OHG|KG|GbR|e\.\s?V\.)(?![A-Za-zÄÖÜäöüß])/

/** A line that is a title and a name: „Dr. med. vet. Xaver von der Au“. */
const titled = /(?:^|\n)(?:Frau|Herr|Prof\.|Dr\.|Dipl\.)[^\n\d:]{4,60}(?:\n|$)/

/** A line, or a part of one up to a comma, that is nothing but two to four words of a name: „Zoë Çelik“, „Jan Peter von Berg“. */
const nameLine = /(?:^|\n|, )(?!(?:Unser|Unsere|Der|Die|Das|Ihr|Mein|Kontakt|Impressum|Anbieter)\s)(?:(?:Frau|Herr|Dr\.|Dipl\.[\w-]{0,12})\s){0,2}(?:\p{Lu}[\p{Ll}’']+(?:-\p{Lu}\p{Ll}+)?|\p{Lu}\.)(?: (?:von|van|vom|zu|zur|de|der|den|\p{Lu}\.)){0,2}(?: \p{Lu}[\p{Ll}’']+(?:-\p{Lu}\p{Ll}+)?){1,3}(?:\n|,|$)/u

/** A role with a name after it, a legal form, a title, the business name, or the words of a name on the lines right above the street. */
const namesSomeone = (text: string, business: string | undefined): boolean => {
  if (roles.test(text)) return true
  const lines = text.split('\n').slice(0, 2_000)
  const postcode = lines.findIndex(line => /\b\d{5}\s+[A-ZÄÖÜ]/.test(line))
  const above = lines.slice(Math.max(0, postcode - 4), postcode + 1).join('\n')
  if (legalForm.test(above)) return true
  const wanted = business ? nameWords(business) : []
  const further = lines.slice(Math.max(0, postcode - 8), postcode + 1).join('\n')
  const isBusinessThere = wanted.length > 0 && wanted.every(word => foldText(further).split(' ').includes(word))
  return isBusinessThere || titled.test(further) || nameLine.test(above)
}

/** The provider's own form stands near the top; forms of others (web agency, insurer) further down do not count. */
const needsRegister = (text: string): boolean => {
  const lines = text.split('\n').slice(0, 2_000)
  const postcode = lines.findIndex(line => /\b\d{5}\s+[A-ZÄÖÜ]/.test(line))
  const provider = lines.slice(Math.max(0, postcode - 5), postcode + 1).join('\n')
  return /\b(?:GmbH|UG|AG|e\.\s?K\.?|e\.\s?Kfr\.?|eK|OHG|KG)(?![A-Za-zÄÖÜäöüß])/.test(provider.replace(/\bAG\s+[A-ZÄÖÜ][a-zäöü]+/g, ''))
}

/** A tax number such as 123/4567/8901 right after a label for the VAT id. */
const isTaxNumberAsVat = (text: string): boolean =>
  /(?:ust|umsatzsteuer)[\s.-]{0,3}(?:id(?:ent[a-zäöü]{0,20})?)(?:(?!\bst(?:euer)?[.\s-]{0,2}n(?:r|ummer)|\bDE\b)[^\n\d]){0,60}\n?(?:(?!\bst(?:euer)?[.\s-]{0,2}n(?:r|ummer)|\bDE\b)[^\n\d]){0,20}(?<!\bDE\s?)\d{2,3}(?:\s?\/\s?|\s)\d{3,4}(?:\s?\/\s?|\s)\d{4,5}/i.test(text.replace(/§[^\n:]{0,60}:/g, ':'))
