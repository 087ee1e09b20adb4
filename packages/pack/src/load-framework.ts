import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import { composeCatalogue } from './catalogue.ts'
import { completeness } from './completeness.ts'
import { folderFaults, type Folder } from './folder.ts'
import { mainLocale, type FrameworkBase } from './framework-base.ts'
import {
  categoriesFile,
  checkFile,
  documentsFile,
  frameworkFile,
  indicatorsFile,
  measuresFile,
  modulesFile,
  processFile,
  webChecksFile,
  type FrameworkFile,
} from './framework.schemas.ts'
import { contentHash } from './hash.ts'
import { matchingFile } from './matching.schemas.ts'
import { createOrigins, type Origins } from './origins.ts'
import type { ProsePage } from './prose.schemas.ts'
import { createReader, type ReadFile, type Reader } from './reader.ts'
import { checkReferences } from './references.ts'
import { frameworkMatching } from './resolve-matching.ts'
import { resolveParts } from './resolve-parts.ts'
import { frameworkRelease, type FrameworkRelease, type TextTable } from './resolved-pack.schemas.ts'
import type { FrameworkResult } from './results.ts'
import { checkResolved, type Checked } from './schema-faults.ts'
import { otherLocales, readTranslations } from './translations.ts'

/** Loads a framework from its files; refuses with every fault found, each with file, path and line. */
export const loadFrameworkFolder = (folder: Folder): FrameworkResult => {
  const unreadable = folderFaults(folder, 'framework/')
  if (unreadable.length > 0) return { ok: false, faults: unreadable }
  const reader = createReader(folder, 'framework/')
  const origins = createOrigins()
  const head = reader.yaml('framework.yaml', frameworkFile)
  const base = readBase(reader, origins)
  if (head && base) {
    checkHead(head, base)
    checkReferences(base, (entry, path, message) => origins.find(entry)?.(path, message))
  }
  const lessons = base ? readLessons(reader, folder, base) : {}
  if (!head || !base || reader.faults.length > 0) return { ok: false, faults: reader.faults }
  const release = releaseOf(head.value, base, lessons, reader)
  if (!release.ok) return release
  const hash = contentHash({ head: head.value, base, lessons })
  return { ok: true, framework: { release: release.value, hash, base }, checklist: reader.openPoints }
}

const readBase = (reader: Reader, origins: Origins): FrameworkBase | undefined => {
  const check = reader.yaml('check.yaml', checkFile)
  const measures = reader.yaml('measures.yaml', measuresFile)
  const webChecks = reader.yaml('webchecks.yaml', webChecksFile)
  const modules = reader.yaml('modules.yaml', modulesFile)
  const process = reader.yaml('process.yaml', processFile)
  const matching = reader.has('matching.yaml') ? reader.yaml('matching.yaml', matchingFile) : undefined
  const documents = reader.yaml('documents.yaml', documentsFile)
  const indicators = reader.yaml('indicators.yaml', indicatorsFile)
  const categories = reader.yaml('categories.yaml', categoriesFile)
  const texts = readFrameworkTexts(reader)
  if (!categories || !check || !measures || !webChecks || !modules || !process || !documents || !indicators) return undefined

  origins.noteAll(check.value.fields, check.refuse, ['fields'])
  check.value.fields.forEach((field, index) => origins.noteAll(field.items, check.refuse, ['fields', index, 'items']))
  origins.noteAll(measures.value.measures, measures.refuse, ['measures'])
  origins.noteAll(webChecks.value.webChecks, webChecks.refuse, ['webChecks'])
  for (const list of ['merchant', 'guide', 'paths'] as const) origins.noteAll(modules.value[list], modules.refuse, [list])
  origins.noteAll(process.value.phases, process.refuse, ['phases'])
  origins.noteAll(documents.value.documents, documents.refuse, ['documents'])
  origins.noteAll(categories.value.categories, categories.refuse, ['categories'])
  origins.noteAll(indicators.value.indicators, indicators.refuse, ['indicators'])

  const original = { check: check.value, measures: measures.value.measures }
  return {
    ...original,
    webChecks: webChecks.value.webChecks,
    modules: modules.value,
    process: process.value,
    matching: frameworkMatching(matching?.value),
    documents: documents.value.documents,
    indicators: indicators.value.indicators,
    categories: categories.value.categories,
    translations: readTranslations(reader, original),
    texts,
  }
}

const readFrameworkTexts = (reader: Reader): Partial<Record<Locale, TextTable>> => {
  const german = reader.texts(`texts/${mainLocale}.yaml`)
  const others = otherLocales.filter(name => reader.has(`texts/${name}.yaml`)).map(name => [name, reader.texts(`texts/${name}.yaml`)] as const)
  for (const [, file] of others) {
    if (file && german) refuseUnknownKeys(file, german.value)
  }
  return Object.fromEntries([[mainLocale, german] as const, ...others].flatMap(([name, file]) => (file ? [[name, file.value]] : [])))
}

/** Refuses every text whose key the original does not have. */
export const refuseUnknownKeys = (file: ReadFile<TextTable>, original: TextTable): void => {
  for (const key of Object.keys(file.value)) {
    if (!Object.hasOwn(original, key)) file.refuse(key.split('.'), `Den Text „${key}“ gibt es im Handlungsrahmen nicht. Bitte prüfen Sie den Schlüssel.`)
  }
}

const checkHead = (head: ReadFile<FrameworkFile>, base: FrameworkBase) => {
  if (head.value.edition !== base.check.edition) {
    head.refuse(['edition'], `Die Ausgabe „${head.value.edition}“ passt nicht zu „${base.check.edition}“ in check.yaml. Bitte gleichen Sie beide an.`)
  }
}

const readLessons = (reader: Reader, folder: Folder, base: FrameworkBase): Record<string, ProsePage> => {
  const ids = [...base.modules.merchant, ...base.modules.guide].map(({ id }) => id)
  for (const file of Object.keys(folder)) {
    const [, id] = /^modules\/(.+)\.md$/.exec(file) ?? []
    if (id !== undefined && !ids.includes(id)) reader.refuse(file, `Das Modul „${id}“ steht nicht in modules.yaml. Bitte ergänzen Sie es oder löschen Sie die Datei.`)
  }
  return Object.fromEntries([...new Set(ids)].flatMap(id => pageEntry(id, reader.prose(`modules/${id}.md`))))
}

const pageEntry = (id: string, page: ProsePage | undefined): [string, ProsePage][] => (page ? [[id, page]] : [])

const releaseOf = (head: FrameworkFile, base: FrameworkBase, lessons: Record<string, ProsePage>, reader: Reader): Checked<FrameworkRelease> => {
  const locales = [mainLocale, ...otherLocales.filter(name => completeness(base, name).complete)]
  const release: FrameworkRelease = {
    format: 1,
    version: head.version,
    title: head.title,
    edition: head.edition,
    released: head.released,
    basis: head.basis,
    catalogues: Object.fromEntries(locales.map(name => [name, composeCatalogue(base, name)])),
    ...resolveParts(base),
    texts: base.texts,
    lessons,
    checklist: reader.openPoints.map(({ line: _line, ...point }) => point),
  }
  return checkResolved('framework/framework.yaml', release, frameworkRelease)
}
