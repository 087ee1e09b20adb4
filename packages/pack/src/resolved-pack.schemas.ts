import { z } from 'zod'
import { checkCatalogue, fieldId, itemId } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import { category } from '@digitallotsen/domain/listing/category.schemas.ts'
import { moderation } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { matchingRules, usualMatching } from '@digitallotsen/domain/matching/matching.schemas.ts'
import { city } from '@digitallotsen/domain/tenant/city.schemas.ts'
import { locale } from '@digitallotsen/domain/text.schemas.ts'
import { dataLicence } from './data-licence.ts'
import { prosePage } from './prose.schemas.ts'
import { hexColour, theme, themeRadius, themeStrategy } from './theme/theme.schemas.ts'

const id = z.string().max(64)
const short = z.string().max(300)
const long = z.string().max(4_000)
const day = z.iso.date()
const ids = z.array(id).max(200)

/** Bundesland by its letters (ISO 3166-2:DE). */
export const federalState = z.enum(['BB', 'BE', 'BW', 'BY', 'HB', 'HE', 'HH', 'MV', 'NI', 'NW', 'RP', 'SH', 'SL', 'SN', 'ST', 'TH'])

export const packState = z.enum(['draft', 'live', 'paused'])

/** Switches a city may turn; each one hides or shows a part of the product. */
export const featureNames = [
  'quickCheck',
  'fullCheck',
  'websiteCheck',
  'directory',
  'offers',
  'workshops',
  'learning',
  'mentorships',
  'stories',
  'passkeyDuty',
] as const
export const features = z.strictObject({
  quickCheck: z.boolean(),
  fullCheck: z.boolean(),
  websiteCheck: z.boolean(),
  directory: z.boolean(),
  offers: z.boolean(),
  workshops: z.boolean(),
  learning: z.boolean(),
  mentorships: z.boolean(),
  stories: z.boolean(),
  passkeyDuty: z.boolean(),
})

/** A logo as it is served: SVG or bitmap, checked, base64. */
const logoFile = z.strictObject({
  contentType: z.enum(['image/svg+xml', 'image/png', 'image/webp']),
  base64: z.base64().max(120_000),
})

export const brand = z.strictObject({
  color: hexColour,
  accent: hexColour.nullable(),
  strategy: themeStrategy,
  radius: themeRadius,
  logo: z.strictObject({ light: logoFile, dark: logoFile, alt: short }).nullable(),
})

const webCheck = z.strictObject({
  id,
  area: short,
  title: short,
  applies: z.enum(['always', 'shop', 'shop_or_booking', 'form', 'multilingual', 'above_micro']),
  severity: z.enum(['critical', 'high', 'medium', 'low', 'info']),
  certainty: z.enum(['sure', 'heuristic', 'human']),
  needs: z.array(z.enum(['chromium', 'dns', 'human'])).max(3),
  method: long,
  advice: long,
  itemId,
  /** The highest level that the item may have while this check fails; null where it says nothing about the level. */
  allows: z.literal([0, 1, 2, 3]).nullable().default(null),
  /** True where a finding that is gone shows by itself that the measure, as far as it was about it, is done. */
  closes: z.boolean().default(false),
  validFrom: day.nullable(),
  validUntil: day.nullable(),
})

const merchantModule = z.strictObject({
  id,
  fieldId,
  title: short,
  minutes: z.int().positive(),
  format: short,
  goals: z.array(long).max(20),
  quizIdeas: z.array(long).max(20),
})

const guideModule = z.strictObject({
  id,
  title: short,
  hours: z.number().positive(),
  format: short,
  content: long,
  exam: long,
  /** True when it must be passed before the first case. */
  gate: z.boolean(),
})

const learningPath = z.strictObject({ id, title: short, modules: ids })

export const curriculum = z.strictObject({
  merchant: z.array(merchantModule).max(200),
  guide: z.array(guideModule).max(100),
  paths: z.array(learningPath).max(50),
})

const indicator = z.strictObject({ id, title: short, definition: long, unit: short, exampleTarget: short.nullable() })

const programmeDocument = z.strictObject({
  id,
  title: short,
  fields: z.array(short).max(60),
  approval: long.nullable(),
  retention: long.nullable(),
})

export const phase = z.strictObject({
  id,
  number: z.int().nullable(),
  title: short,
  content: long,
  who: short,
  guideHours: z.number().nonnegative().nullable(),
  documents: ids,
  exit: long.nullable(),
})

export const process = z.strictObject({ phases: z.array(phase).max(30), rules: z.array(long).max(60) })

export const university = z.strictObject({ id, name: short, place: short, distanceKm: z.number().nullable(), subjects: z.array(short).max(60) })

export const semester = z.strictObject({
  id,
  title: short,
  lecturesFrom: day,
  lecturesTo: day,
  examsFrom: day.nullable(),
  examsTo: day.nullable(),
})

/** One figure about the city, as a person reads it. */
const cityFact = z.strictObject({ id, label: short, value: short, asOf: short.nullable(), source: z.string().max(500).nullable() })

export const grant = z.strictObject({
  programme: short.nullable(),
  number: short.nullable(),
  from: day.nullable(),
  to: day.nullable(),
  notice: long.nullable(),
})

const position = z.tuple([z.number(), z.number()])
const ring = z.array(position).min(4).max(5_000)

/** GeoJSON geometry of a district, [lon, lat]. */
export const outline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1).max(50) }),
  z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1).max(50)).min(1).max(50) }),
])

/** Something to be checked before the city goes live: where it stands and what it is. */
const openPoint = z.strictObject({ file: short, path: short, title: short, source: z.string().max(500).nullable() })

/** The text of a page by its dotted key, e.g. `hero.title`; placeholders are filled in. */
const textTable = z.record(z.string().max(120), long)

/** A city's pack with its framework resolved: what `pack_revisions.content` holds and what the server serves from. */
export const resolvedPack = z.strictObject({
  /** Shape of this document; a reader refuses what it does not know. */
  format: z.literal(1),
  slug: id,
  name: short,
  fullName: short.nullable(),
  programme: short,
  claim: short.nullable(),
  ags: z.string().regex(/^\d{8}$/).nullable(),
  state: packState,
  federalState: federalState.default('NW'),
  hosts: z.array(z.string().max(253)).min(1).max(20),
  languages: z.array(locale).min(1).max(10),
  frameworkVersion: z.string().max(20),
  edition: z.string().max(20),
  city,
  boroughs: z.array(z.strictObject({ name: short, quarters: z.array(short).max(60) })).max(60),
  centre: z.strictObject({ lat: z.number(), lon: z.number() }).nullable(),
  /** By district id, as far as the pack brings outlines. */
  outlines: z.record(z.string(), outline),
  website: short.nullable(),
  chamber: short.nullable(),
  partners: z.array(z.strictObject({ name: short })).max(60),
  facts: z.array(cityFact).max(60),
  brand,
  theme,
  features,
  /** How the city's public directory is run: pages appear after the office has looked, or before. */
  platform: z.strictObject({ moderation, dataLicence: dataLicence.optional() }).default({ moderation: 'before' }),
  categories: z.array(category).max(500).default([]),
  grant: grant.nullable(),
  /** The check in each language the city offers; ids and weights are equal in all. */
  catalogues: z.partialRecord(locale, checkCatalogue),
  webChecks: z.array(webCheck).max(300),
  curriculum,
  indicators: z.array(indicator).max(100),
  documents: z.array(programmeDocument).max(100),
  process,
  matching: z._default(matchingRules, usualMatching),
  universities: z.array(university).max(60),
  semesters: z.array(semester).max(30),
  texts: z.partialRecord(locale, textTable),
  legal: z.strictObject({ imprint: prosePage, privacy: prosePage, accessibility: prosePage }),
  /** Module texts of the city's own; all others are in the framework release. */
  lessons: z.record(z.string(), prosePage),
  checklist: z.array(openPoint).max(1_000),
})

/** A released framework, as `framework_releases.content` holds it; the lessons live here, once for all cities. */
export const frameworkRelease = z.strictObject({
  format: z.literal(1),
  version: z.string().max(20),
  title: short,
  edition: z.string().max(20),
  released: day,
  basis: z.array(long).max(60),
  catalogues: z.partialRecord(locale, checkCatalogue),
  webChecks: z.array(webCheck).max(300),
  curriculum,
  indicators: z.array(indicator).max(100),
  categories: z.array(category).max(500).default([]),
  documents: z.array(programmeDocument).max(100),
  process,
  matching: z._default(matchingRules, usualMatching),
  texts: z.partialRecord(locale, textTable),
  /** The text of each module by its id. */
  lessons: z.record(z.string(), prosePage),
  checklist: z.array(openPoint).max(1_000),
})

export type ResolvedPack = z.output<typeof resolvedPack>
export type FrameworkRelease = z.output<typeof frameworkRelease>
export type PackState = z.output<typeof packState>
export type FederalState = z.output<typeof federalState>
export type Features = z.output<typeof features>
export type Brand = z.output<typeof brand>
export type LogoFile = z.output<typeof logoFile>
export type WebCheck = z.output<typeof webCheck>
export type MerchantModule = z.output<typeof merchantModule>
export type GuideModule = z.output<typeof guideModule>
export type Curriculum = z.output<typeof curriculum>
export type Indicator = z.output<typeof indicator>
export type ProgrammeDocument = z.output<typeof programmeDocument>
export type Process = z.output<typeof process>
export type University = z.output<typeof university>
export type Semester = z.output<typeof semester>
export type CityFact = z.output<typeof cityFact>
export type Grant = z.output<typeof grant>
export type Outline = z.output<typeof outline>
export type OpenPoint = z.output<typeof openPoint>
export type TextTable = z.output<typeof textTable>
