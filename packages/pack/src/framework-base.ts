import type { MatchingRules } from '@digitallotsen/domain/matching/matching.schemas.ts'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import type {
  CategorySource,
  CheckFile,
  CheckTranslationFile,
  DocumentsFile,
  IndicatorSource,
  MeasureSource,
  MeasuresTranslationFile,
  ModulesFile,
  ProcessFile,
  WebCheckSource,
} from './framework.schemas.ts'
import type { FrameworkRelease, TextTable } from './resolved-pack.schemas.ts'

/** The framework as it was written, before a city changes anything: what overlays work on. */
export interface FrameworkBase {
  check: CheckFile
  measures: MeasureSource[]
  webChecks: WebCheckSource[]
  modules: ModulesFile
  process: ProcessFile
  matching: MatchingRules
  documents: DocumentsFile['documents']
  indicators: IndicatorSource[]
  categories: CategorySource[]
  translations: Translations
  /** Placeholders still open. */
  texts: Partial<Record<Locale, TextTable>>
}

export type Translations = Partial<Record<Locale, Translation>>

export interface Translation {
  fields: CheckTranslationFile['fields']
  measures: MeasuresTranslationFile['measures']
}

/** A loaded framework: the release as it is stored, and the base its cities build upon. */
export interface Framework {
  release: FrameworkRelease
  /** Over what was written, comments aside, and not over the stored shape: an update of the software leaves it as it is. */
  hash: string
  base: FrameworkBase
}

/** The language everything is written in; the others are translations of it. */
export const mainLocale: Locale = 'de'
