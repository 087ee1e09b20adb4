import type { City } from '@digitallotsen/domain/tenant/city.schemas.ts'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import { composeCatalogue } from './catalogue.ts'
import { featureNames, resolvedPack, type Brand, type Features, type FrameworkRelease, type Grant, type OpenPoint, type Outline, type ResolvedPack, type TextTable } from './resolved-pack.schemas.ts'
import type { PackFile, PlacesFile, UniversitiesFile } from './city.schemas.ts'
import type { FrameworkBase } from './framework-base.ts'
import type { ProsePage } from './prose.schemas.ts'
import { mergeMatching } from './resolve-matching.ts'
import { resolveParts } from './resolve-parts.ts'
import { checkResolved, type Checked } from './schema-faults.ts'
import { federalStateOf } from './federal-states.ts'
import { fillTexts } from './texts.ts'
import { deriveTheme } from './theme/derive-theme.ts'

export interface PackParts {
  pack: PackFile
  places: PlacesFile
  universities: UniversitiesFile | undefined
  /** The city's own texts by language, placeholders open. */
  texts: Partial<Record<Locale, TextTable>>
  legal: ResolvedPack['legal']
  framework: FrameworkRelease
  /** The framework with the city's changes. */
  base: FrameworkBase
  brand: Brand
  outlines: Record<string, Outline>
  lessons: Record<string, ProsePage>
  checklist: OpenPoint[]
}

/** Puts checked parts together to the document that is stored and served; refuses what grew too long on the way. */
export const resolvePack = (parts: PackParts): Checked<ResolvedPack> => checkResolved('pack.yaml', compose(parts), resolvedPack)

const compose = (parts: PackParts): ResolvedPack => {
  const { pack, places, universities, framework, base, brand } = parts
  return {
    format: 1,
    slug: pack.slug,
    name: pack.name,
    fullName: pack.fullName ?? null,
    programme: pack.programme,
    claim: pack.claim ?? null,
    ags: pack.ags ?? null,
    state: pack.state,
    federalState: pack.federalState ?? federalStateOf(pack.ags),
    hosts: pack.hosts,
    languages: pack.languages,
    frameworkVersion: framework.version,
    edition: framework.edition,
    city: cityOf(pack, places),
    boroughs: places.boroughs.map(({ name, quarters }) => ({ name, quarters })),
    centre: places.centre ? { lat: places.centre.lat, lon: places.centre.lon } : null,
    outlines: parts.outlines,
    website: pack.website ?? null,
    chamber: pack.chamber ?? null,
    partners: pack.partners.map(({ name }) => ({ name })),
    facts: pack.facts.map(({ id, label, value, asOf, source }) => ({ id, label, value, asOf: asOf ?? null, source: source ?? null })),
    brand,
    theme: deriveTheme(brand),
    features: featuresOf(pack),
    platform: platformOf(pack),
    grant: grantOf(pack),
    catalogues: perLanguage(pack, name => composeCatalogue(base, name)),
    ...resolveParts(base),
    matching: mergeMatching(base.matching, pack.matching),
    ...semestersOf(universities),
    texts: perLanguage(pack, name => fillTexts({ ...base.texts[name], ...parts.texts[name] }, { city: pack.name, programme: pack.programme })),
    legal: parts.legal,
    lessons: parts.lessons,
    checklist: parts.checklist,
  }
}

const perLanguage = <T>(pack: PackFile, make: (name: Locale) => T): Partial<Record<Locale, T>> =>
  Object.fromEntries(pack.languages.map(name => [name, make(name)]))

/** `sample` is no matter of the pack: the server sets it from the city's row. */
const cityOf = (pack: PackFile, { districts, postcodes }: PlacesFile): City => ({
  slug: pack.slug,
  name: pack.name,
  programme: pack.programme,
  claim: pack.claim ?? null,
  locales: pack.languages,
  districts: districts.map(({ id, name, tier, lat, lon, radius }) => ({
    id,
    name,
    tier: tier ?? null,
    lat,
    lon,
    radius,
    postcodes: postcodes.filter(({ district }) => district === id).map(({ code }) => code),
  })),
  postcodes: postcodes.map(({ code }) => code),
  contact: {
    organisation: pack.contact.organisation,
    person: pack.contact.person ?? null,
    role: pack.contact.role ?? null,
    phone: pack.contact.phone ?? null,
    email: pack.contact.email ?? null,
    address: pack.contact.address ?? null,
    hours: pack.contact.hours ?? null,
  },
  sample: false,
})

/** What a city does not switch itself: the two checks are on, the rest is off until the city wants it. */
const usual: Partial<Features> = { quickCheck: true, fullCheck: true }

const featuresOf = ({ features }: PackFile): Features =>
  Object.fromEntries(featureNames.map(name => [name, features[name] ?? usual[name] ?? false])) as Features

const platformOf = ({ platform }: PackFile): ResolvedPack['platform'] => ({
  moderation: platform?.moderation ?? 'before',
  ...(platform?.dataLicence ? { dataLicence: { name: platform.dataLicence.name, confirmed: platform.dataLicence.verify !== true } } : {}),
})

const grantOf = ({ grant }: PackFile): Grant | null =>
  grant ? { programme: grant.programme ?? null, number: grant.number ?? null, from: grant.from ?? null, to: grant.to ?? null, notice: grant.notice ?? null } : null

const semestersOf = (file: UniversitiesFile | undefined): Pick<ResolvedPack, 'universities' | 'semesters'> => ({
  universities: (file?.universities ?? []).map(({ id, name, place, distanceKm, subjects }) => ({ id, name, place, distanceKm: distanceKm ?? null, subjects })),
  semesters: (file?.semesters ?? []).map(({ id, title, lecturesFrom, lecturesTo, examsFrom, examsTo }) => ({
    id,
    title,
    lecturesFrom,
    lecturesTo,
    examsFrom: examsFrom ?? null,
    examsTo: examsTo ?? null,
  })),
})
