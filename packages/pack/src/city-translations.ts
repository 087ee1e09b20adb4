import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { OverlayFile } from './city.schemas.ts'
import type { FrameworkBase, Translation } from './framework-base.ts'
import type { ReadFile } from './reader.ts'

const itemTexts = ['title', 'question', 'levels'] as const
const measureTexts = ['title', 'what', 'why', 'how', 'proof', 'next', 'cost'] as const

/** Refuses a change of German texts that would leave an older translation standing: the city then brings its own. */
export const refuseStaleTranslations = (overlay: ReadFile<OverlayFile> | undefined, city: FrameworkBase['translations'], locales: readonly Locale[]): void => {
  if (!overlay) return
  const { check, measures } = overlay.value
  for (const locale of locales) {
    const own: Translation = city[locale] ?? { fields: [], measures: [] }
    const items = own.fields.flatMap(field => field.items)
    refuseStale(overlay, ['check', 'items', 'replace'], check?.items?.replace ?? {}, itemTexts, items, `locales/${locale}/check.yaml`)
    refuseStale(overlay, ['measures', 'replace'], measures?.replace ?? {}, measureTexts, own.measures, `locales/${locale}/measures.yaml`)
  }
}

const refuseStale = (
  overlay: ReadFile<OverlayFile>,
  path: string[],
  changes: Readonly<Record<string, object>>,
  texts: readonly string[],
  translated: readonly { id: string }[],
  file: string,
) => {
  for (const [id, change] of Object.entries(changes)) {
    if (texts.some(key => key in change) && !translated.some(entry => entry.id === id)) {
      overlay.refuse([...path, id], `Der Text von „${id}“ ist geändert, die Übersetzung nicht. Bitte ergänzen Sie „${id}“ in ${file}.`)
    }
  }
}
