import type { CheckRule, Place } from '../check.types.ts'
import { findAddresses, findPhones, normalisePhone, normaliseStreet } from '../contact-data.ts'
import { findLegalPage } from '../legal-page.ts'
import { textOf } from '../html/text.ts'
import { failsAt } from '../outcome.ts'
import { isFooter } from '../page-areas.ts'
import type { PageView } from '../page-view.ts'
import { readStructuredData } from '../structured-data.ts'
import { isPageOfKind, type SiteView } from '../site-view.ts'

interface Source {
  readonly name: string
  readonly page?: string
  readonly phones: readonly string[]
  /** "lindenstr12 45999". */
  readonly addresses: readonly string[]
}

export const contactData: CheckRule = {
  id: 'F-06',
  needsPage: true,
  judge: site => {
    const sources = listSources(site)
    const reference = referenceOf(site, sources)
    const places = sources.filter(({ name }) => name !== reference.name).flatMap(source => differences(source, reference))
    const hasTelLink = site.screens.some(screen => screen.links.some(({ href }) => /^tel:/i.test(href)))
    const noLink: Place[] = hasTelLink ? [] : [{ cause: 'contact.no_tel_link', page: site.start?.url ?? '' }]
    return failsAt([...places, ...noLink], { differences: places.map(({ quote = '' }) => quote) })
  },
}

const addressKey = (street: string, postcode: string): string => `${normaliseStreet(street)} ${postcode}`

const textSource = (name: string, page: string, text: string): Source => ({ name, page, phones: findPhones(text), addresses: findAddresses(text).map(({ street, postcode }) => addressKey(street, postcode)) })

const listSources = (site: SiteView): Source[] => {
  const imprint = findLegalPage(site, 'imprint')
  const start = site.start
  const contact = site.screens.find(screen => screen !== start && isPageOfKind(screen, 'contact'))
  const parts = site.screens.flatMap(screen => screen.parts)
  const footers = parts.flatMap(part => part.document.elements.filter(isFooter).slice(0, 3).map(element => textSource('Fußzeile', part.url, textOf(element))))
  return [
    ...(imprint && imprint.text !== '' ? [textSource('Impressum', imprint.screen?.url ?? '', imprint.text)] : []),
    ...(contact ? [textSource('Kontaktseite', contact.url, contact.text)] : []),
    ...footers,
    ...parts.map(markSource),
    ...parts.flatMap(part => {
      const phones = part.links.filter(({ href }) => /^tel:/i.test(href)).flatMap(({ href }) => normalisePhone(decodeURIComponentSafely(href.slice(4))) ?? [])
      return phones.length > 0 ? [{ name: 'Telefon-Link', page: part.url, phones, addresses: [] }] : []
    }),
    ...osmSource(site),
  ]
}

/** All businesses a page marks up: a chain names its branches side by side. */
const markSource = (part: PageView): Source => {
  const { businesses } = readStructuredData(part)
  return {
    name: 'strukturierte Daten',
    page: part.url,
    phones: businesses.flatMap(({ phones }) => phones.flatMap(phone => normalisePhone(phone) ?? [])),
    addresses: businesses.flatMap(({ street, postcode }) => (street && postcode ? [addressKey(street, postcode)] : [])),
  }
}

const decodeURIComponentSafely = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const osmSource = (site: SiteView): Source[] => {
  const tags = site.snapshot.osm?.object?.tags
  if (!tags) return []
  const phones = [tags['phone'], tags['contact:phone']].flatMap(text => (text ?? '').split(';')).flatMap(text => normalisePhone(text) ?? [])
  const [street, number, postcode] = [tags['addr:street'], tags['addr:housenumber'], tags['addr:postcode']]
  return [{ name: 'OpenStreetMap', phones, addresses: street && number && postcode ? [addressKey(`${street} ${number}`, postcode)] : [] }]
}

/** The master record counts, part by part; where it does not know, the Impressum does. */
const referenceOf = ({ facts }: SiteView, sources: readonly Source[]): Source => {
  const imprint = sources.find(({ name }) => name === 'Impressum')
  const phones = (facts.phones ?? []).flatMap(phone => normalisePhone(phone) ?? [])
  const addresses = facts.street && facts.postcode ? [addressKey(facts.street, facts.postcode)] : []
  return { name: phones.length > 0 || addresses.length > 0 ? 'Stammdaten' : 'Impressum', phones: phones.length > 0 ? phones : (imprint?.phones ?? []), addresses: addresses.length > 0 ? addresses : (imprint?.addresses ?? []) }
}

const differences = (source: Source, reference: Source): Place[] => {
  const place = source.page === undefined ? {} : { page: source.page }
  const isOtherPhone = source.phones.length > 0 && reference.phones.length > 0 && !source.phones.some(phone => reference.phones.some(known => samePhone(phone, known)))
  const isOtherAddress = source.addresses.length > 0 && reference.addresses.length > 0 && !source.addresses.some(address => reference.addresses.some(known => sameAddress(address, known)))
  return [
    ...(isOtherPhone ? [{ cause: 'contact.other_phone' as const, ...place, quote: `${source.name}: ${source.phones.join(', ')}` }] : []),
    ...(isOtherAddress ? [{ cause: 'contact.other_address' as const, ...place, quote: `${source.name}: ${source.addresses.join(', ')}` }] : []),
  ]
}

/** Equal, or one has words such as the business name before its street. */
const sameAddress = (a: string, b: string): boolean => a === b || (a.length >= 12 && b.length >= 12 && (a.endsWith(b) || b.endsWith(a)))

/** Equal, or one names an extension more ("5550-0" and "5550"). */
const samePhone = (a: string, b: string): boolean => a === b || (a.startsWith(b) && a.length - b.length === 1 && a.endsWith('0')) || (b.startsWith(a) && b.length - a.length === 1 && b.endsWith('0'))
