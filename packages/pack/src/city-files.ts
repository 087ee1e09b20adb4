import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import { overlayFile, packFile, placesFile, universitiesFile, type OverlayFile, type PackFile, type PlacesFile, type UniversitiesFile } from './city.schemas.ts'
import { findFile, type Folder } from './folder.ts'
import { mainLocale } from './framework-base.ts'
import { readLogo } from './logo.ts'
import { nearest } from './nearest.ts'
import { readOutline } from './outline.ts'
import type { ProsePage } from './prose.schemas.ts'
import type { ReadFile, Reader } from './reader.ts'
import type { Brand, LogoFile, Outline, TextTable } from './resolved-pack.schemas.ts'
import { otherLocales } from './translations.ts'

/** The files of a city, each read as far as it could be. */
export interface CityFiles {
  pack: ReadFile<PackFile> | undefined
  places: ReadFile<PlacesFile> | undefined
  universities: ReadFile<UniversitiesFile> | undefined
  overlay: ReadFile<OverlayFile> | undefined
  texts: Partial<Record<Locale, ReadFile<TextTable>>>
  legal: Record<keyof typeof legalFiles, ProsePage | undefined>
}

const legalFiles = {
  imprint: 'legal/impressum.md',
  privacy: 'legal/datenschutz.md',
  accessibility: 'legal/barrierefreiheit.md',
} as const

const locales = [mainLocale, ...otherLocales]

/** Reads every file a city may have; pack, places and the three legal pages must be there. */
export const readCityFiles = (reader: Reader): CityFiles => ({
  pack: reader.yaml('pack.yaml', packFile),
  places: reader.yaml('places.yaml', placesFile),
  universities: reader.has('universities.yaml') ? reader.yaml('universities.yaml', universitiesFile) : undefined,
  overlay: reader.has('overlay.yaml') ? reader.yaml('overlay.yaml', overlayFile) : undefined,
  texts: Object.fromEntries(
    locales.filter(name => reader.has(`texts/${name}.yaml`)).flatMap(name => {
      const file = reader.texts(`texts/${name}.yaml`)
      return file ? [[name, file]] : []
    }),
  ),
  legal: {
    imprint: reader.prose(legalFiles.imprint),
    privacy: reader.prose(legalFiles.privacy),
    accessibility: reader.prose(legalFiles.accessibility),
  },
})

const knownFiles = [
  'pack.yaml',
  'places.yaml',
  'universities.yaml',
  'overlay.yaml',
  ...locales.map(name => `texts/${name}.yaml`),
  ...otherLocales.flatMap(name => [`locales/${name}/check.yaml`, `locales/${name}/measures.yaml`]),
  ...Object.values(legalFiles),
]

/** Refuses files nobody reads: a misspelt name would otherwise be passed over in silence. Notes (`*.md` on top) may lie beside. */
export const refuseUnknownFiles = (reader: Reader, folder: Folder, known: readonly string[]): void => {
  const all = [...knownFiles, ...known]
  for (const file of Object.keys(folder)) {
    if (all.includes(file) || /^[A-Za-z0-9 _-]{1,80}\.md$/.test(file)) continue
    const near = nearest(file, all)
    reader.refuse(printable(file), near ? `Diese Datei wird nicht gelesen. Meinten Sie „${near}“?` : 'Diese Datei wird nicht gelesen. Bitte löschen Sie sie.')
  }
}

const printable = (file: string) => file.slice(0, 100).toWellFormed().replace(/[\u0000-\u001F\u007F]/g, '?')

/** The outlines of the districts that name a GeoJSON file. */
export const readOutlines = (places: ReadFile<PlacesFile>, folder: Folder): Record<string, Outline> =>
  Object.fromEntries(
    places.value.districts.flatMap(({ id, geometry }, index) => {
      if (geometry === undefined) return []
      const text = findFile(folder, geometry)
      const outline = text === undefined ? undefined : readOutline(text)
      if (outline) return [[id, outline]]
      const problem = text === undefined ? 'fehlt in diesem Ordner' : 'enthält nicht genau eine Fläche (Polygon oder MultiPolygon)'
      places.refuse(['districts', index, 'geometry'], `Die Datei „${geometry}“ ${problem}. Bitte prüfen Sie sie.`)
      return []
    }),
  )

/** The brand with its logo as it is served. */
export const readBrand = (pack: ReadFile<PackFile>, folder: Folder): Brand => {
  const { color, accent, strategy, radius, logo } = pack.value.brand
  const [light, dark] = (['light', 'dark'] as const).map(side => (logo ? readLogoFile(pack, folder, side, logo[side]) : undefined))
  return { color, accent: accent ?? null, strategy, radius, logo: logo && light && dark ? { light, dark, alt: logo.alt } : null }
}

const readLogoFile = (pack: ReadFile<PackFile>, folder: Folder, side: string, file: string): LogoFile | undefined => {
  const content = findFile(folder, file)
  const result = content === undefined ? { ok: false as const, message: `Die Datei „${file}“ fehlt in diesem Ordner. Bitte legen Sie sie dazu.` } : readLogo(file, content)
  if (result.ok) return result.logo
  return void pack.refuse(['brand', 'logo', side], result.message)
}
