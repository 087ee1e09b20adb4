import { describe, expect, it } from 'vitest'
import { faultText } from './fault.ts'
import type { Folder } from './folder.ts'
import { loadFramework, loadPack } from './load.ts'
import { patched, smallCity, smallFramework } from './small-pack.fixture.ts'

const without = (folder: Folder, file: string): Folder => Object.fromEntries(Object.entries(folder).filter(([name]) => name !== file))
const city = (file: string, from: string, to: string) => patched(smallCity, file, from, to)
const overlay = (text: string, more: Folder = {}): Folder => ({ ...smallCity, 'overlay.yaml': text, ...more })

const withLogo = (dark: string, content: string): Folder => ({
  ...city('pack.yaml', 'strategy: tint', `strategy: tint\n  logo: { light: missing.svg, dark: ${dark}, alt: Wappen }`),
  [dark]: content,
})

const faultsOf = async (folder: Folder) => {
  const framework = await loadFramework(smallFramework)
  if (!framework.ok) throw new Error(framework.faults.map(faultText).join('\n'))
  const result = await loadPack(folder, framework.framework)
  return result.ok ? [] : result.faults.map(faultText)
}

const frameworkFaults = async (file: string, from: string, to: string) => {
  const result = await loadFramework(patched(smallFramework, file, from, to))
  return result.ok ? [] : result.faults.map(faultText)
}

const brokenCities: [name: string, folder: Folder, fault: string][] = [
  ['an unknown key', city('pack.yaml', 'programme:', 'programm:'), 'pack.yaml:4 programm – „programm“ ist hier nicht bekannt. Meinten Sie „programme“?'],
  ['an unknown feature', city('pack.yaml', 'learning: true', 'lerning: true'), 'pack.yaml:23 features.lerning – „lerning“ ist hier nicht bekannt. Meinten Sie „learning“?'],
  ['a missing key', city('pack.yaml', 'state: draft\n', ''), 'pack.yaml:1 state – „state“ fehlt. Bitte ergänzen Sie die Angabe.'],
  ['an empty key', city('pack.yaml', 'programme: Digitallotsen Musterstadt', 'programme:'), 'pack.yaml:4 programme – „programme“ ist leer. Bitte füllen Sie die Angabe aus oder löschen Sie die Zeile.'],
  ['a number where a text belongs', city('places.yaml', '"12346"', '12346'), 'places.yaml:4 postcodes[1].code – „code“ muss ein Text sein. Bitte setzen Sie „12346“ in Anführungszeichen.'],
  ['a text where a list belongs', city('pack.yaml', '[musterstadt.localhost]', 'musterstadt.localhost'), 'pack.yaml:7 hosts – „hosts“ muss eine Liste sein. Bitte ändern Sie den Eintrag.'],
  ['a word outside the list', city('pack.yaml', 'strategy: tint', 'strategy: tinte'), 'pack.yaml:11 brand.strategy – „tinte“ ist für „strategy“ nicht vorgesehen. Meinten Sie „tint“?'],
  ['a colour in words', city('pack.yaml', '"#005CA9"', 'blau'), 'pack.yaml:10 brand.color – Eine Farbe hat ein # und sechs Stellen, zum Beispiel „#1A5FB4“.'],
  ['a host with capitals', city('pack.yaml', 'musterstadt.localhost', 'Musterstadt.localhost'), 'pack.yaml:7 hosts[0] – Ein Rechnername besteht aus kleinen Buchstaben, Ziffern, Punkten und Bindestrichen, ohne „https://“ und Port.'],
  ['a host of the console', city('pack.yaml', 'musterstadt.localhost', 'console.localhost'), 'pack.yaml:7 hosts[0] – „console.localhost“ gehört der Konsole des Betreibers. Bitte nehmen Sie einen anderen Namen.'],
  ['an address as host', city('pack.yaml', 'musterstadt.localhost', '127.0.0.1'), 'pack.yaml:7 hosts[0] – „127.0.0.1“ ist eine Adresse, kein Name. Bitte nennen Sie einen Rechnernamen.'],
  ['the same host twice', city('pack.yaml', '[musterstadt.localhost]', '[a.example, a.example]'), 'pack.yaml:7 hosts[1] – Der Rechnername „a.example“ steht hier doppelt. Bitte löschen Sie einen der beiden Einträge.'],
  ['a framework that is not there', city('pack.yaml', '"1.0.0"', '"2.0.0"'), 'pack.yaml:2 framework – Den Handlungsrahmen 2.0.0 gibt es hier nicht. Vorhanden ist 1.0.0.'],
  ['a city without German', city('pack.yaml', '[de, en]', '[en]'), 'pack.yaml:8 languages – Deutsch fehlt. Bitte ergänzen Sie „de“.'],
  ['a language nobody translated', city('pack.yaml', '[de, en]', '[de, fr]'), 'pack.yaml:8 languages[1] – „fr“ ist für „languages“ nicht vorgesehen. Erlaubt: de, en.'],
  ['a grant that ends before it begins', city('pack.yaml', '"2027-12-31"', '"2025-12-31"'), 'pack.yaml:26 grant.to – Das Ende liegt vor dem Beginn. Bitte prüfen Sie „from“ und „to“.'],
  ['a day that does not exist', city('pack.yaml', '"2027-12-31"', '"2027-02-30"'), 'pack.yaml:26 grant.to – Ein Tag wird als „JJJJ-MM-TT“ geschrieben, zum Beispiel „2027-02-03“.'],
  ['a slug that is taken', city('pack.yaml', 'slug: musterstadt', 'slug: console'), 'pack.yaml:1 slug – „console“ ist vergeben. Bitte nehmen Sie den Namen der Stadt.'],
  ['an AGS of seven digits', city('pack.yaml', '"05999999"', '"0599999"'), 'pack.yaml:5 ags – Der Gemeindeschlüssel (AGS) hat acht Ziffern.'],
  ['a district nobody knows', city('places.yaml', 'district: mitte', 'district: mite'), 'places.yaml:3 postcodes[0].district – Den Handelsbezirk „mite“ gibt es nicht. Meinten Sie „mitte“?'],
  ['a postcode twice', city('places.yaml', '"12346"', '"12345"'), 'places.yaml:4 postcodes[1].code – Die Postleitzahl „12345“ steht hier doppelt. Bitte löschen Sie einen der beiden Einträge.'],
  ['a place off the earth', city('places.yaml', 'lat: 51.5', 'lat: 151.5'), 'places.yaml:9 districts[0].lat – „lat“ ist zu groß. Erlaubt: höchstens 90.'],
  ['an outline that is missing', city('places.yaml', 'radius: 500', 'radius: 500\n    geometry: mitte.geojson'), 'places.yaml:12 districts[0].geometry – Die Datei „mitte.geojson“ fehlt in diesem Ordner. Bitte prüfen Sie sie.'],
  ['a semester that ends before it begins', city('universities.yaml', '"2027-02-05"', '"2026-02-05"'), 'universities.yaml:10 semesters[0].lecturesTo – Das Ende liegt vor dem Beginn. Bitte prüfen Sie „lecturesFrom“ und „lecturesTo“.'],
  ['a text the framework does not have', city('texts/de.yaml', '  title:', '  titel:'), 'texts/de.yaml:2 home.titel – Den Text „home.titel“ gibt es im Handlungsrahmen nicht. Bitte prüfen Sie den Schlüssel.'],
  ['a placeholder nobody fills', city('texts/de.yaml', '{city}', '{town}'), 'texts/de.yaml:2 home.title – Der Platzhalter „{town}“ ist nicht bekannt. Erlaubt: {city}, {programme}.'],
  ['a list among texts', city('texts/de.yaml', '"Willkommen in {city}"', '[a, b]'), 'texts/de.yaml:2 home.title – „title“ muss ein Text sein. Bitte ändern Sie den Eintrag.'],
  ['a legal page that is missing', without(smallCity, 'legal/impressum.md'), 'legal/impressum.md:1 – Die Datei „legal/impressum.md“ fehlt. Bitte legen Sie sie an.'],
  ['HTML in a legal page', city('legal/impressum.md', 'Ein Absatz', '<script>alert(1)</script> Ein Absatz'), 'legal/impressum.md:8 – HTML ist hier nicht erlaubt. Bitte schreiben Sie den Text ohne spitze Klammern.'],
  ['a script as link', city('legal/impressum.md', 'https://example.org', 'javascript:alert(1)'), 'legal/impressum.md:8 – Der Link „javascript:alert(1)“ ist nicht erlaubt. Möglich sind https://, http://, mailto: und tel:.'],
  ['a logo that is missing', withLogo('logo.svg', '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'), 'pack.yaml:12 brand.logo.light – Die Datei „missing.svg“ fehlt in diesem Ordner. Bitte legen Sie sie dazu.'],
  ['a file nobody reads', { ...smallCity, 'place.yaml': '' }, 'place.yaml:1 – Diese Datei wird nicht gelesen. Meinten Sie „places.yaml“?'],
  ['an overlay that replaces what is not there', overlay('check:\n  items:\n    replace:\n      "1.9": { weight: 1 }\n'), 'overlay.yaml:4 check.items.replace.1.9 – „1.9“ gibt es im Handlungsrahmen nicht. Meinten Sie „1.1“?'],
  ['an overlay that adds what is there', overlay('indicators:\n  add:\n    - { id: K1, title: A, definition: B, unit: C }\n'), 'overlay.yaml:3 indicators.add[0].id – „K1“ gibt es schon im Handlungsrahmen. Zum Ändern nehmen Sie „replace“.'],
  ['an overlay that takes a measure from its question', overlay('measures:\n  off: [M-1.2]\n'), 'overlay.yaml:2 measures.off[0] – Die Maßnahme „M-1.2“ gibt es nicht. Meinten Sie „M-1.1“?'],
  ['an overlay that leaves a translation behind', overlay('check:\n  items:\n    replace:\n      "1.2": { question: Wer macht es? }\n'), 'overlay.yaml:4 check.items.replace.1.2 – Der Text von „1.2“ ist geändert, die Übersetzung nicht. Bitte ergänzen Sie „1.2“ in locales/en/check.yaml.'],
  ['an overlay that empties an action field', overlay('check:\n  items:\n    off: ["1.1", "1.2"]\n'), 'overlay.yaml:3 check.items.off – Das Handlungsfeld „HF1“ hätte keine Frage mehr. Bitte lassen Sie mindestens eine stehen.'],
  ['a moderation nobody knows', city('pack.yaml', 'features:', 'platform:\n  moderation: befor\nfeatures:'), 'pack.yaml:23 platform.moderation – „befor“ ist für „moderation“ nicht vorgesehen. Meinten Sie „before“?'],
  ['a licence nobody knows', city('pack.yaml', 'features:', 'platform:\n  dataLicence: { name: CC-BY 4.0 }\nfeatures:'), 'pack.yaml:23 platform.dataLicence.name – „CC-BY 4.0“ ist für „name“ nicht vorgesehen. Meinten Sie „CC BY 4.0“?'],
  ['a Bundesland nobody knows', city('pack.yaml', 'state: draft', 'federalState: NRW\nstate: draft'), 'pack.yaml:6 federalState – „NRW“ ist für „federalState“ nicht vorgesehen. Meinten Sie „NW“?'],
  ['an overlay that switches off an unknown category', overlay('categories:\n  off: [florists]\n'), 'overlay.yaml:2 categories.off[0] – „florists“ gibt es im Handlungsrahmen nicht. Meinten Sie „florist“?'],
  ['an overlay whose category is of no known type', overlay('categories:\n  add:\n    - { id: kiosk, label: Kiosk, en: Kiosk, schemaType: ConvenienceStores, osm: shop=kiosk }\n'), 'overlay.yaml:3 categories.add[0].schemaType – „ConvenienceStores“ ist für „schemaType“ nicht vorgesehen. Meinten Sie „ConvenienceStore“?'],
  ['an added measure without translation', overlay('measures:\n  add:\n    - { id: M-9, title: A, what: B, why: C, how: [D, E, F], proof: G, next: H, merchantHours: 1, guideHours: 1, weeks: 1, cost: 0 € }\n'), 'pack.yaml:8 languages[1] – Die Sprache „en“ ist nicht vollständig. Es fehlen 1 Maßnahmen (M-9). Bitte ergänzen Sie sie oder bieten Sie die Sprache noch nicht an.'],
]

const brokenFrameworks: [name: string, file: string, from: string, to: string, fault: string][] = [
  ['an item without its measure', 'check.yaml', 'measure: M-1.2', 'measure: M-1.3', 'framework/check.yaml:32 fields[0].items[1].measure – Die Maßnahme „M-1.3“ gibt es nicht. Meinten Sie „M-1.1“?'],
  ['a measure without its module', 'measures.yaml', '[HF1-1]', '[HF1-2]', 'framework/measures.yaml:13 measures[0].modules[0] – Das Modul „HF1-2“ gibt es nicht. Meinten Sie „HF1-1“?'],
  ['a module without its field', 'modules.yaml', 'field: HF1', 'field: HF9', 'framework/modules.yaml:3 merchant[0].field – Das Handlungsfeld „HF9“ gibt es nicht. Meinten Sie „HF1“?'],
  ['a website check without its item', 'webchecks.yaml', 'item: "1.1"', 'item: "3.1"', 'framework/webchecks.yaml:10 webChecks[0].item – Die Frage „3.1“ gibt es nicht. Meinten Sie „1.1“?'],
  ['an id twice', 'documents.yaml', 'fields: [Betrieb]', 'fields: [Betrieb]\n  - id: D-01\n    title: Noch eine\n    fields: []', 'framework/documents.yaml:5 documents[1].id – Die Kennung „D-01“ gibt es doppelt. Bitte vergeben Sie eine andere.'],
  ['four levels', 'check.yaml', '          - Man tut alles\n', '', 'framework/check.yaml:26 fields[0].items[1].levels – Es müssen genau fünf Stufen sein, von Stufe 0 bis Stufe 4.'],
  ['a weight of four', 'check.yaml', 'weight: 1', 'weight: 4', 'framework/check.yaml:25 fields[0].items[1].weight – „4“ ist für „weight“ nicht vorgesehen. Erlaubt: 1, 2, 3.'],
  ['a short name of three words', 'check.yaml', 'short: Haltung', 'short: Haltung und mehr', 'framework/check.yaml:5 fields[0].short – Der kurze Name hat höchstens zwei Wörter.'],
  ['a category twice', 'categories.yaml', 'id: cafe', 'id: florist', 'framework/categories.yaml:14 categories[2].id – Die Kennung „florist“ gibt es doppelt. Bitte vergeben Sie eine andere.'],
  ['a map tag without a value', 'categories.yaml', 'shop=shoes', 'shop', 'framework/categories.yaml:12 categories[1].osm – Ein OSM-Merkmal hat die Form „shop=florist“.'],
  ['two editions', 'framework.yaml', 'DLC-1.0', 'DLC-2.0', 'framework/framework.yaml:3 edition – Die Ausgabe „DLC-2.0“ passt nicht zu „DLC-1.0“ in check.yaml. Bitte gleichen Sie beide an.'],
  ['a translation of nothing', 'locales/en/measures.yaml', 'id: M-1.2', 'id: M-7.2', 'framework/locales/en/measures.yaml:10 measures[1].id – Die Maßnahme „M-7.2“ gibt es im deutschen Original nicht. Meinten Sie „M-1.2“?'],
]

describe('a broken pack is refused with the one sentence that helps', () => {
  it.each(brokenCities)('%s', async (_name, folder, fault) => {
    expect(await faultsOf(folder)).toEqual([fault])
  })
})

describe('a broken framework is refused with the one sentence that helps', () => {
  it.each(brokenFrameworks)('%s', async (_name, file, from, to, fault) => {
    expect(await frameworkFaults(file, from, to)).toEqual([fault])
  })
})

describe('several mistakes', () => {
  it('are all told at once', async () => {
    const folder = patched(patched(smallCity, 'pack.yaml', '"#005CA9"', 'blau'), 'places.yaml', 'radius: 500', 'radius: 5')
    expect(await faultsOf(folder)).toHaveLength(2)
  })
})
