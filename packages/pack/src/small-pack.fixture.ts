import type { Folder } from './folder.ts'

/** The smallest framework and city that load, for tests that break them. */

const levels = (name: string) => ['nichts', 'wenig', 'etwas', 'viel', 'alles'].map(word => `          - ${name} ${word}`).join('\n')

const page = (title: string) => `---
title: ${title}
verify: true
---

## Überschrift

Ein Absatz mit [einem Link](https://example.org).
`

export const smallFramework: Folder = {
  'framework.yaml': `version: "1.0.0"
title: Kleiner Rahmen
edition: DLC-1.0
released: "2026-01-01"
basis:
  - Ein Beispiel.
`,
  'check.yaml': `edition: DLC-1.0
fields:
  - id: HF1
    title: Haltung
    short: Haltung
    mission: Anfangen
    target: 2
    lead: true
    items:
      - id: "1.1"
        title: Kundschaft
        question: Wie findet man Sie?
        weight: 2
        must: true
        levels:
${levels('Man weiß')}
        measure: M-1.1
      - id: "1.2"
        title: Zeit
        question: Wer kümmert sich?
        weight: 1
        levels:
${levels('Man tut')}
        measure: M-1.2
`,
  'measures.yaml': `measures:
  - id: M-1.1
    title: Suchen
    what: Suchen Sie sich selbst.
    why: Andere tun es auch.
    how: [Gerät nehmen, Suche öffnen, Namen tippen]
    proof: Ein Bild
    next: Wiederholen
    merchantHours: 1
    guideHours: 0.5
    weeks: 1
    cost: 0 €
    modules: [HF1-1]
  - id: M-1.2
    title: Stunde einrichten
    what: Planen Sie eine Stunde.
    why: Sonst fehlt die Zeit.
    how: [Tag wählen, Stunde eintragen, Stunde halten]
    proof: Ein Kalender
    next: Vertretung benennen
    merchantHours: 2
    guideHours: 0
    weeks: 2
    cost: 0 €
`,
  'webchecks.yaml': `webChecks:
  - id: F-01
    area: Auffindbarkeit
    title: Titel
    applies: always
    severity: high
    certainty: sure
    method: Titel lesen
    advice: Geben Sie der Seite einen Titel.
    item: "1.1"
`,
  'modules.yaml': `merchant:
  - id: HF1-1
    field: HF1
    title: Suchen
    minutes: 30
    format: Lektion
    goals: [sich finden]
guide:
  - id: L-01
    title: Rolle
    hours: 2
    format: Präsenz
    content: Grenzen
    exam: Quiz
    gate: true
paths:
  - id: start
    title: Anfang
    modules: [HF1-1]
`,
  'modules/HF1-1.md': page('Suchen'),
  'modules/L-01.md': page('Rolle'),
  'process.yaml': `phases:
  - id: interest
    number: 0
    title: Interesse
    content: Ansprache
    who: Koordination
    guideHours: 0
    documents: [D-01]
rules:
  - Kein Plan ohne Check.
`,
  'documents.yaml': `documents:
  - id: D-01
    title: Vereinbarung
    fields: [Betrieb]
`,
  'indicators.yaml': `indicators:
  - id: K1
    title: Erreichte Betriebe
    definition: Betriebe mit Kontakt
    unit: Betriebe
`,
  'categories.yaml': `categories:
  - id: florist
    label: Blumen und Floristik
    en: Florist
    schemaType: Florist
    osm: shop=florist
    synonyms: [Blumen, Blumenladen, Sträuße]
  - id: shoe-shop
    label: Schuhe
    en: Shoe shop
    schemaType: ShoeStore
    osm: shop=shoes
    synonyms: [Schuhgeschäft]
  - id: cafe
    label: Café
    en: Café
    schemaType: CafeOrCoffeeShop
    osm: amenity=cafe
`,
  'locales/en/check.yaml': `fields:
  - id: HF1
    title: Mindset
    short: Mindset
    mission: Begin
    items:
      - id: "1.1"
        title: Customers
        question: How are you found?
        levels:
${levels('One knows')}
      - id: "1.2"
        title: Time
        question: Who takes care?
        levels:
${levels('One does')}
`,
  'locales/en/measures.yaml': `measures:
  - id: M-1.1
    title: Search
    what: Search for yourself.
    why: Others do.
    how: [Take a phone, Open the search, Type your name]
    proof: A picture
    next: Repeat
    cost: €0
  - id: M-1.2
    title: Set an hour
    what: Plan an hour.
    why: Time is short.
    how: [Choose a day, Note the hour, Keep the hour]
    proof: A calendar
    next: Name a stand-in
    cost: €0
`,
  'texts/de.yaml': `home:
  title: "Hilfe in {city}"
  lead: "{programme} hilft."
`,
  'texts/en.yaml': `home:
  title: "Help in {city}"
  lead: "{programme} helps."
`,
}

export const smallCity: Folder = {
  'pack.yaml': `slug: musterstadt
framework: "1.0.0"
name: Musterstadt
programme: Digitallotsen Musterstadt
ags: "05999999"
state: draft
hosts: [musterstadt.localhost]
languages: [de, en]
brand:
  color: "#005CA9"
  strategy: tint
contact:
  organisation: Wirtschaftsförderung Musterstadt
  phone: 02000 12345
  email: lotsen@example.org
  verify: true
facts:
  - id: shops
    label: Geschäfte
    value: "120"
    source: Zählung der Stadt
features:
  learning: true
grant:
  from: "2026-01-01"
  to: "2027-12-31"
`,
  'places.yaml': `postcodes:
  - code: "12345"
    district: mitte
  - code: "12346"
districts:
  - id: mitte
    name: Mitte
    tier: Hauptzentrum
    lat: 51.5
    lon: 7.2
    radius: 500
`,
  'universities.yaml': `universities:
  - id: hs-muster
    name: Hochschule Musterstadt
    place: Musterstadt
    subjects: [Wirtschaft]
semesters:
  - id: WS26
    title: Wintersemester 2026/27
    lecturesFrom: "2026-10-12"
    lecturesTo: "2027-02-05"
    verify: true
`,
  'texts/de.yaml': `home:
  title: "Willkommen in {city}"
`,
  'legal/impressum.md': page('Impressum'),
  'legal/datenschutz.md': page('Datenschutz'),
  'legal/barrierefreiheit.md': page('Barrierefreiheit'),
}

/** The folder with one passage of one file replaced; throws where the passage is not there, so that no test breaks nothing. */
export const patched = (folder: Folder, file: string, from: string, to: string): Folder => {
  const text = folder[file]
  if (!text?.includes(from)) throw new Error(`${file} does not contain: ${from}`)
  return { ...folder, [file]: text.replace(from, () => to) }
}
