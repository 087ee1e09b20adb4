import { locale as localeSchema, type Locale } from '@digitallotsen/domain/text.schemas.ts'
import { mainLocale, type FrameworkBase, type Translation, type Translations } from './framework-base.ts'
import { checkTranslationFile, measuresTranslationFile } from './framework.schemas.ts'
import { suggestion } from './nearest.ts'
import type { ReadFile, Reader } from './reader.ts'

/** The languages of the product, without German. */
export const otherLocales: readonly Locale[] = localeSchema.options.filter(name => name !== mainLocale)

/** Reads `locales/<locale>/check.yaml` and `measures.yaml` for every language that has one of them. */
export const readTranslations = (reader: Reader, base: Pick<FrameworkBase, 'check' | 'measures'>): Translations =>
  Object.fromEntries(otherLocales.flatMap(name => readTranslation(reader, base, name).map(translation => [name, translation])))

const readTranslation = (reader: Reader, base: Pick<FrameworkBase, 'check' | 'measures'>, name: Locale): Translation[] => {
  const files = { check: `locales/${name}/check.yaml`, measures: `locales/${name}/measures.yaml` }
  if (!reader.has(files.check) && !reader.has(files.measures)) return []
  const check = reader.has(files.check) ? reader.yaml(files.check, checkTranslationFile) : undefined
  const measures = reader.has(files.measures) ? reader.yaml(files.measures, measuresTranslationFile) : undefined
  if (check) refuseUnknownItems(check, base)
  if (measures) refuseUnknown(measures, measures.value.measures, ['measures'], base.measures, 'Die Maßnahme')
  return [{ fields: check?.value.fields ?? [], measures: measures?.value.measures ?? [] }]
}

const refuseUnknownItems = (check: ReadFile<{ fields: Translation['fields'] }>, base: Pick<FrameworkBase, 'check'>) => {
  refuseUnknown(check, check.value.fields, ['fields'], base.check.fields, 'Das Handlungsfeld')
  const items = base.check.fields.flatMap(field => field.items)
  check.value.fields.forEach((field, index) => refuseUnknown(check, field.items, ['fields', index, 'items'], items, 'Die Frage'))
}

const refuseUnknown = (file: ReadFile<unknown>, given: readonly { id: string }[], path: readonly (string | number)[], wanted: readonly { id: string }[], name: string) => {
  const known = wanted.map(({ id }) => id)
  const seen = new Set<string>()
  given.forEach(({ id }, index) => {
    if (!known.includes(id)) file.refuse([...path, index, 'id'], `${name} „${id}“ gibt es im deutschen Original nicht. ${suggestion(id, known)}`)
    else if (seen.has(id)) file.refuse([...path, index, 'id'], `${name} „${id}“ ist doppelt übersetzt. Bitte löschen Sie eine Fassung.`)
    seen.add(id)
  })
}

/** A city's translations laid over the framework's: its own entries win, the others stay. */
export const mergeTranslations = (framework: Translations, city: Translations): Translations =>
  Object.fromEntries(
    otherLocales.flatMap(name => {
      const [under, over] = [framework[name], city[name]]
      return under || over ? [[name, { fields: [...(over?.fields ?? []), ...(under?.fields ?? [])], measures: [...(over?.measures ?? []), ...(under?.measures ?? [])] }]] : []
    }),
  )
