import { join } from 'node:path'
import { faultText } from '@digitallotsen/pack/fault.ts'
import type { Folder } from '@digitallotsen/pack/folder.ts'
import { loadFramework, loadPack } from '@digitallotsen/pack/load.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'

const frameworkFolder = join(import.meta.dirname, '../../../../tenants/framework')

const districts = ['Altmarkt', 'Bahnhofsviertel', 'Hafenstraße', 'Nordpassage', 'Südtor'].map(
  (name, index) => `  - id: zentrum-${index}
    name: ${name}
    tier: ${index === 0 ? 'Hauptzentrum' : 'Stadtteilzentrum'}
    lat: ${51.5 + index * 0.012}
    lon: ${7.2 + (index % 3) * 0.02}
    radius: ${400 + index * 100}
`,
)

const statement = `---
title: Erklärung zur Barrierefreiheit
verify: true
asOf: "2026-11-24"
---

## Ombudsverfahren

Hilft unsere Antwort nicht, so hilft die [Ombudsstelle des Landes](https://ombudsstelle.example.org/weg).

### Umfang

1. Diese **Website**
2. Der *Anmeldebereich*
`

const legal = (title: string) => `---
title: ${title}
verify: false
---

## Überschrift

Ein Absatz mit [einem Link](https://example.org/seite) und\\
einem Umbruch.

- Erstens
- Zweitens
`

/** A city that does not exist, upon whichever framework this repository holds. */
export const inventedCity = {
  'pack.yaml': `slug: beispielhausen
framework: any
name: Beispielhausen
fullName: Stadt Beispielhausen
programme: Digitallotsen Beispielhausen
claim: Läden mit Zukunft
ags: "05999998"
state: live
hosts: [beispielhausen.localhost]
languages: [de, en]
website: https://beispielhausen.example
chamber: Kammer Musterregion
brand:
  color: "#7A1FA2"
  accent: "#E58E00"
  strategy: tint
contact:
  organisation: Wirtschaftsförderung Beispielhausen
  person: Änne Größmann
  role: Koordination
  phone: 0999 / 123 456-7
  email: lotsen@beispielhausen.example
  address: Rathausplatz 1, 12345 Beispielhausen
  hours: montags bis freitags, 9 bis 16 Uhr
partners:
  - name: Werbegemeinschaft Altmarkt
features:
  quickCheck: true
  fullCheck: true
  mentorships: true
grant:
  notice: Gefördert aus Mitteln des Musterlandes
`,
  'places.yaml': `postcodes:
  - code: "12345"
districts:
${districts.join('')}`,
  'universities.yaml': `universities:
  - id: hs-muster
    name: Hochschule Musterregion
    place: Musterort
    distanceKm: 4.4
    subjects: [Wirtschaft]
`,
  'legal/impressum.md': legal('Impressum'),
  'legal/datenschutz.md': legal('Datenschutzerklärung'),
  'legal/barrierefreiheit.md': statement,
} satisfies Folder

export const loadInventedPack = async (): Promise<ResolvedPack> => {
  const framework = await loadFramework(frameworkFolder)
  if (!framework.ok) throw new Error(framework.faults.map(faultText).join('\n'))
  const { version } = framework.framework.release
  const loaded = await loadPack({ ...inventedCity, 'pack.yaml': inventedCity['pack.yaml'].replace('framework: any', `framework: "${version}"`) }, framework.framework)
  if (!loaded.ok) throw new Error(loaded.faults.map(faultText).join('\n'))
  return loaded.pack
}

const kept = /^(id|slug|hosts|ags|color|accent|strategy|radius|state|frameworkVersion|edition|languages|locales|fieldId|itemId|measureId|kind|mark|href|theme|format|postcodes|website|email|asOf)$/

/** The same pack with a text added to everything a person may word. */
export const wordedAnew = (pack: ResolvedPack, addition: string): ResolvedPack => {
  const change = (value: unknown, key: string): unknown => {
    if (kept.test(key)) return value
    if (typeof value === 'string') return `${value}${addition}`
    if (Array.isArray(value)) return value.map(each => change(each, key))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, change(each, name)]))
  }
  return change(pack, '') as ResolvedPack
}
