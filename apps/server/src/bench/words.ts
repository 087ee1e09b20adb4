import { searchText } from '../features/merchant/search-text.rules.ts'

/** What a name of a business is put together from: 32 trades × 80 families, and the places they may stand at. None of them is anybody's. */
const trades = [
  'Bäckerei', 'Metzgerei', 'Buchhandlung', 'Optik', 'Schuhhaus', 'Modehaus', 'Blumen', 'Apotheke', 'Spielwaren', 'Goldschmiede', 'Feinkost', 'Eisenwaren',
  'Radsport', 'Haushaltswaren', 'Schreibwaren', 'Teehaus', 'Weinhandlung', 'Raumausstattung', 'Hörakustik', 'Sanitätshaus', 'Reformhaus', 'Musikhaus',
  'Fotostudio', 'Friseursalon', 'Café', 'Eisdiele', 'Gasthaus', 'Reisebüro', 'Uhren und Schmuck', 'Kinderwelt', 'Gartenmarkt', 'Änderungsschneiderei',
]
/** The same trades as the framework's list calls them. */
export const tradeCategories = [
  'bakery', 'butcher', 'bookshop', 'optician', 'shoe-shop', 'fashion', 'florist', 'pharmacy', 'toys', 'jeweller', 'deli', 'hardware',
  'bicycles', 'household', 'stationery', 'tea-coffee', 'wine-shop', 'curtains', 'hearing-aids', 'medical-supplies', 'organic-shop', 'music',
  'photo', 'hairdresser', 'cafe', 'ice-cream', 'restaurant', 'travel-agency', 'watchmaker', 'baby', 'garden-centre', 'tailor',
]
const families = [
  'Abel', 'Ahrens', 'Albers', 'Arnold', 'Bachmann', 'Baumann', 'Behrens', 'Bergmann', 'Böhm', 'Brandt', 'Braun', 'Busch', 'Conrad', 'Dietrich', 'Döring', 'Ebert',
  'Eichhorn', 'Engel', 'Ernst', 'Fiedler', 'Fink', 'Förster', 'Frank', 'Fuchs', 'Gärtner', 'Geiger', 'Graf', 'Groß', 'Günther', 'Haas', 'Hahn', 'Hartmann',
  'Heinrich', 'Herrmann', 'Hesse', 'Hoffmann', 'Huber', 'Jäger', 'Jansen', 'Jung', 'Kaiser', 'Keller', 'Kiefer', 'Klein', 'Koch', 'König', 'Krämer', 'Kühn',
  'Lang', 'Lehmann', 'Lindner', 'Lorenz', 'Löffler', 'Maier', 'Martens', 'Möller', 'Müller', 'Nagel', 'Neumann', 'Otto', 'Pfeiffer', 'Pohl', 'Reuter', 'Richter',
  'Römer', 'Roth', 'Sander', 'Schäfer', 'Schröder', 'Schütz', 'Seidel', 'Sommer', 'Stein', 'Thiele', 'Ulrich', 'Vogel', 'Wagner', 'Weiß', 'Winkler', 'Zimmermann',
]
const additions = ['', '', '', '', ' am Markt', ' an der Brücke', ' im Hof', ' & Söhne', ' & Töchter', ' GmbH', ' e. K.', ' am Tor', ' in der Passage', ' am Rathaus']

const cityBeginnings = ['Muster', 'Beispiel', 'Probe', 'Modell', 'Übungs', 'Entwurfs', 'Skizzen', 'Vorlagen', 'Versuchs', 'Lehr']
const cityEndings = ['stadt', 'hausen', 'heim', 'bach', 'berg', 'dorf', 'feld', 'furt', 'au', 'tal']

export const postcodes = ['00101', '00102', '00103', '00104', '00105'] as const
export const districts = ['mitte', 'nord', 'sued', 'ost', 'west'] as const

const spoken = (words: readonly string[]) => ({ words, search: words.map(word => searchText(word)) })
const ending = (words: readonly string[]) => ({ words, search: words.map(word => searchText(`.${word}`).slice(1)) })

export const nameParts = { trades: spoken(trades), families: spoken(families), additions: ending(additions) }

/** Cities that nobody finds on a map; the number keeps the 400 apart. */
export const cityName = (number: number): string =>
  `${cityBeginnings[number % 10] ?? ''}${cityEndings[Math.floor(number / 10) % 10] ?? ''}${number < 100 ? '' : ` ${Math.floor(number / 100) + 1}`}`
