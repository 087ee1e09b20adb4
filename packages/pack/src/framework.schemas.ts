import { z } from 'zod'
import { fieldId, itemId, measureId } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import { categoryId } from '@digitallotsen/domain/listing/category.schemas.ts'
import { businessTypes } from './business-types.ts'
import { mapping, partialMapping } from './mapping.ts'
import { anyId, day, edition, long, short, version } from './words.schemas.ts'

/** Files of `tenants/framework/`, as they are written. */

export const frameworkFile = mapping({
  version,
  title: short,
  edition,
  released: day,
  basis: z.array(long).min(1).max(60),
})

const twoWords = short.refine(text => text.split(/\s+/).length <= 2, 'Der kurze Name hat höchstens zwei Wörter.')
const levels = z.array(long).length(5, 'Es müssen genau fünf Stufen sein, von Stufe 0 bis Stufe 4.')
const weight = z.literal([1, 2, 3])

const itemShape = {
  id: itemId,
  title: short,
  question: long,
  weight,
  must: z.boolean().optional(),
  notApplicable: z.boolean().optional(),
  levels,
  measure: measureId,
}
export const itemSource = mapping(itemShape)
export const itemChange = partialMapping(itemShape)

export const checkFile = mapping({
  edition,
  fields: z
    .array(
      mapping({
        id: fieldId,
        title: short,
        short: twoWords,
        mission: long,
        target: z.int().min(1).max(4),
        lead: z.boolean().default(false),
        items: z.array(itemSource).min(1).max(60),
      }),
    )
    .min(1)
    .max(20),
})

const measureShape = {
  id: measureId,
  title: short,
  what: long,
  why: long,
  how: z.array(long).min(3).max(5),
  proof: long,
  next: long,
  merchantHours: z.number().positive().max(1_000),
  guideHours: z.number().nonnegative().max(1_000),
  weeks: z.int().positive().max(104),
  cost: short,
  modules: z.array(anyId).max(10).optional(),
}
export const measureSource = mapping(measureShape)
export const measureChange = partialMapping(measureShape)

export const measuresFile = mapping({ measures: z.array(measureSource).min(1).max(300) })

const webCheckShape = {
  id: anyId,
  area: short,
  title: short,
  applies: z.enum(['always', 'shop', 'shop_or_booking', 'form', 'multilingual', 'above_micro']),
  severity: z.enum(['critical', 'high', 'medium', 'low', 'info']),
  certainty: z.enum(['sure', 'heuristic', 'human']),
  needs: z.array(z.enum(['chromium', 'dns', 'human'])).max(3).optional(),
  method: long,
  advice: long,
  item: itemId,
  allows: z.literal([0, 1, 2, 3]).optional().meta({ description: 'Höchste Stufe, die das Item haben kann, solange dieser Prüfpunkt nicht bestanden ist' }),
  closes: z.boolean().optional().meta({ description: 'true: Ist der Befund behoben, ist die Maßnahme, soweit es um ihn geht, belegt' }),
  validFrom: day.optional(),
  validUntil: day.optional(),
}
export const webCheckSource = mapping(webCheckShape)
export const webCheckChange = partialMapping(webCheckShape)

export const webChecksFile = mapping({ webChecks: z.array(webCheckSource).max(300) })

const merchantModuleShape = {
  id: anyId,
  field: fieldId,
  title: short,
  minutes: z.int().positive().max(1_000),
  format: short,
  goals: z.array(long).min(1).max(20),
  quizIdeas: z.array(long).max(20).optional(),
}
export const merchantModuleSource = mapping(merchantModuleShape)
export const merchantModuleChange = partialMapping(merchantModuleShape)

const guideModuleShape = {
  id: anyId,
  title: short,
  hours: z.number().positive().max(1_000),
  format: short,
  content: long,
  exam: long,
  gate: z.boolean().optional(),
}
export const guideModuleSource = mapping(guideModuleShape)
export const guideModuleChange = partialMapping(guideModuleShape)

const pathSource = mapping({ id: anyId, title: short, modules: z.array(anyId).min(1).max(60) })

export const modulesFile = mapping({
  merchant: z.array(merchantModuleSource).max(200),
  guide: z.array(guideModuleSource).max(100),
  paths: z.array(pathSource).max(50).default([]),
})

export const processFile = mapping({
  phases: z
    .array(
      mapping({
        id: anyId,
        number: z.int().nonnegative().max(99).optional(),
        title: short,
        content: long,
        who: short,
        guideHours: z.number().nonnegative().max(1_000).optional(),
        documents: z.array(anyId).max(60).default([]),
        exit: long.optional(),
      }),
    )
    .min(1)
    .max(30),
  rules: z.array(long).max(60).default([]),
})

export const documentsFile = mapping({
  documents: z
    .array(mapping({ id: anyId, title: short, fields: z.array(short).max(60), approval: long.optional(), retention: long.optional() }))
    .max(100),
})

const indicatorShape = { id: anyId, title: short, definition: long, unit: short, exampleTarget: short.optional() }
export const indicatorSource = mapping(indicatorShape)
export const indicatorChange = partialMapping(indicatorShape)

const categoryShape = {
  id: categoryId,
  label: short,
  en: short,
  schemaType: z.enum(businessTypes),
  osm: z
    .string()
    .max(80)
    .regex(/^[a-z][a-z_:]*=[a-z][a-z0-9_]*$/, 'Ein OSM-Merkmal hat die Form „shop=florist“.'),
  synonyms: z.array(short).max(30).default([]),
}
export const categorySource = mapping(categoryShape)
export const categoryChange = partialMapping({ ...categoryShape, synonyms: z.array(short).max(30) })

export const categoriesFile = mapping({ categories: z.array(categorySource).min(1).max(400) })

export const indicatorsFile = mapping({ indicators: z.array(indicatorSource).max(100) })

/** Translations carry the same ids and the texts only; the numbers come from the German file. */
export const checkTranslationFile = mapping({
  fields: z
    .array(
      mapping({
        id: fieldId,
        title: short.optional(),
        short: twoWords.optional(),
        mission: long.optional(),
        items: z.array(mapping({ id: itemId, title: short, question: long, levels })).max(60).default([]),
      }),
    )
    .max(20),
})

export const measuresTranslationFile = mapping({
  measures: z
    .array(mapping({ id: measureId, title: short, what: long, why: long, how: z.array(long).min(3).max(5), proof: long, next: long, cost: short }))
    .max(300),
})

export type CheckFile = z.output<typeof checkFile>
export type ItemSource = z.output<typeof itemSource>
export type MeasureSource = z.output<typeof measureSource>
export type WebCheckSource = z.output<typeof webCheckSource>
export type CategorySource = z.output<typeof categorySource>
export type IndicatorSource = z.output<typeof indicatorSource>
export type ModulesFile = z.output<typeof modulesFile>
export type ProcessFile = z.output<typeof processFile>
export type DocumentsFile = z.output<typeof documentsFile>
export type FrameworkFile = z.output<typeof frameworkFile>
export type CheckTranslationFile = z.output<typeof checkTranslationFile>
export type MeasuresTranslationFile = z.output<typeof measuresTranslationFile>
