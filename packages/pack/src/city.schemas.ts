import { z } from 'zod'
import { fieldId, itemId, measureId } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import { categoryId } from '@digitallotsen/domain/listing/category.schemas.ts'
import { moderation } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { locale } from '@digitallotsen/domain/text.schemas.ts'
import {
  categoryChange,
  categorySource,
  guideModuleChange,
  guideModuleSource,
  indicatorChange,
  indicatorSource,
  itemChange,
  itemSource,
  measureChange,
  measureSource,
  merchantModuleChange,
  merchantModuleSource,
  webCheckChange,
  webCheckSource,
} from './framework.schemas.ts'
import { dataLicenceName } from './data-licence.ts'
import { mapping } from './mapping.ts'
import { featureNames, federalState, packState } from './resolved-pack.schemas.ts'
import { themeRadius, themeStrategy } from './theme/theme.schemas.ts'
import { matchingChange } from './matching.schemas.ts'
import {
  ags,
  anyId,
  colour,
  day,
  hostName,
  latitude,
  long,
  longitude,
  mailAddress,
  phoneNumber,
  postcode,
  short,
  slugWord,
  version,
  webAddress,
} from './words.schemas.ts'

/** Files of `tenants/<slug>/`, as they are written. */

const fileName = (endings: string) =>
  z
    .string()
    .max(100)
    .regex(new RegExp(`^[A-Za-z0-9][A-Za-z0-9_-]*\\.(${endings})$`), 'Das ist kein erlaubter Dateiname. Bitte nennen Sie eine Datei aus diesem Ordner.')

const logoName = fileName('svg|png|webp')

const featureSwitches = mapping(
  Object.fromEntries(featureNames.map(name => [name, z.boolean().optional()])) as Record<(typeof featureNames)[number], z.ZodOptional<z.ZodBoolean>>,
)

export const packFile = mapping({
  slug: slugWord,
  framework: version,
  name: short,
  fullName: short.optional(),
  programme: short,
  claim: short.optional(),
  ags: ags.optional(),
  federalState: federalState.optional().meta({ description: 'Bundesland, für die Feiertage; ohne Angabe aus dem Gemeindeschlüssel' }),
  state: packState,
  hosts: z.array(hostName).min(1).max(20),
  languages: z.array(locale).min(1).max(10),
  brand: mapping({
    color: colour,
    accent: colour.optional(),
    strategy: themeStrategy,
    radius: themeRadius.default('small'),
    logo: mapping({ light: logoName, dark: logoName, alt: short }).optional(),
  }),
  contact: mapping({
    organisation: short,
    person: short.optional(),
    role: short.optional(),
    phone: phoneNumber.optional(),
    email: mailAddress.optional(),
    address: short.optional(),
    hours: short.optional(),
  }),
  partners: z.array(mapping({ name: short })).max(60).default([]),
  chamber: short.optional(),
  website: webAddress.optional(),
  facts: z.array(mapping({ id: anyId, label: short, value: short, asOf: short.optional() })).max(60).default([]),
  features: featureSwitches.default({}),
  platform: mapping({
    moderation: z.enum(moderation.options).optional().meta({ description: 'before: erst nach Freigabe sichtbar (üblich), after: sofort sichtbar' }),
    dataLicence: mapping({ name: dataLicenceName.meta({ description: 'Lizenz der offenen Daten des Verzeichnisses' }) }).optional(),
  }).optional(),
  matching: matchingChange.optional().meta({ description: 'Zuordnung: was die Stadt anders gewichtet als der Handlungsrahmen' }),
  grant: mapping({
    programme: short.optional(),
    number: short.optional(),
    from: day.optional(),
    to: day.optional(),
    notice: long.optional(),
  }).optional(),
})

export const placesFile = mapping({
  postcodes: z.array(mapping({ code: postcode, district: slugWord.optional() })).min(1).max(300),
  districts: z
    .array(
      mapping({
        id: slugWord,
        name: short,
        tier: short.optional(),
        lat: latitude,
        lon: longitude,
        radius: z.number().min(10).max(20_000).meta({ description: 'Meter' }),
        geometry: fileName('geojson').optional(),
      }),
    )
    .max(200),
  boroughs: z.array(mapping({ name: short, quarters: z.array(short).max(60).default([]) })).max(60).default([]),
  centre: mapping({ lat: latitude, lon: longitude }).optional(),
})

export const universitiesFile = mapping({
  universities: z
    .array(mapping({ id: slugWord, name: short, place: short, distanceKm: z.number().nonnegative().max(1_000).optional(), subjects: z.array(short).max(60).default([]) }))
    .max(60)
    .default([]),
  semesters: z
    .array(mapping({ id: anyId, title: short, lecturesFrom: day, lecturesTo: day, examsFrom: day.optional(), examsTo: day.optional() }))
    .max(30)
    .default([]),
})

/** Changes by stable id: `off` leaves out, `replace` changes single keys, `add` brings something new. */
const changes = <Id extends z.core.$ZodType<string, string>, Part extends z.ZodType, Added extends z.ZodType>(id: Id, part: Part, added: Added) =>
  mapping({
    off: z.array(id).max(300).default([]),
    replace: z.record(z.string().max(64), part).default({}),
    add: z.array(added).max(100).default([]),
  })

export const overlayFile = mapping({
  check: mapping({ items: changes(itemId, itemChange, mapping({ field: fieldId, item: itemSource })).optional() }).optional(),
  measures: changes(measureId, measureChange, measureSource).optional(),
  modules: mapping({
    merchant: changes(anyId, merchantModuleChange, merchantModuleSource).optional(),
    guide: changes(anyId, guideModuleChange, guideModuleSource).optional(),
  }).optional(),
  webChecks: changes(anyId, webCheckChange, webCheckSource).optional(),
  categories: changes(categoryId, categoryChange, categorySource).optional(),
  indicators: changes(anyId, indicatorChange, indicatorSource).optional(),
})

export type PackFile = z.output<typeof packFile>
export type PlacesFile = z.output<typeof placesFile>
export type UniversitiesFile = z.output<typeof universitiesFile>
export type OverlayFile = z.output<typeof overlayFile>
